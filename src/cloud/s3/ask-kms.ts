import type { KmsError } from '../../kms/errors.ts'
import type { Caller } from '../../kms/trail.ts'
import { ServiceError, type ServiceContext } from '../service.ts'
import type { BucketRow } from './rows.ts'

export type Store = Pick<ServiceContext, 'caller' | 'world' | 'crypto' | 'tables' | 'draft' | 'kms'>

/** S3 calls KMS in the bucket's Region, as the caller and on its behalf. */
export const onBehalfOf = (caller: Caller, bucket: BucketRow): Caller => ({
  ...caller,
  region: bucket.region,
  via: 's3',
})

/** A refusal of KMS in S3's words (F-907). */
export function asS3Error({ code, message, fault }: KmsError): ServiceError {
  if (code === 'AccessDeniedException') return new ServiceError('AccessDenied', message, 403)
  return new ServiceError(`KMS.${code}`, message, fault === 'server' ? 500 : 400)
}

/** Calls KMS for an object. @throws ServiceError */
export async function askKms(
  { kms, caller }: Store,
  bucket: BucketRow,
  operation: 'GenerateDataKey' | 'Decrypt',
  input: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const result = await kms(operation, input, onBehalfOf(caller, bucket))
  if (!result.ok) throw asS3Error(result.error)
  return result.output
}
