import { ServiceError } from './service.ts'

/** One page of a list, by the place where it begins. @param refusal the service's code for a token it never gave */
export function pageOf<T>(
  all: readonly T[],
  token: string | undefined,
  size: number,
  refusal = 'InvalidNextToken',
): { readonly shown: T[]; readonly next: { readonly NextToken?: string } } {
  const from = token === undefined ? 0 : Number(/^after-(\d{1,9})$/.exec(token)?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw new ServiceError(refusal, 'Request token is invalid')
  const to = from + size
  return { shown: all.slice(from, to), next: to < all.length ? { NextToken: `after-${to}` } : {} }
}
