import { AT_HOME } from './acting.ts'
import { operations } from '../kms/operations/index.ts'
import type { Shape } from '../kms/shapes.ts'
import type { CallRequest, RequestValue } from './lab.ts'
import type { Action } from './journal.ts'

/**
 * What the journal tells of a call. Members that are blobs are left out, whatever they hold: a plaintext, wrapped
 * material, a token; so are passwords and what contains one. Members and operations that KMS does not know are left out too, since nobody said what they are.
 */
export function callAction(
  { operation, input, as, region }: Omit<CallRequest, 'keep'>,
  error?: string,
): Action {
  const members = operations.get(operation)?.input
  const told: Record<string, RequestValue> = {}
  for (const [name, member] of Object.entries(members ?? {})) {
    const value = Object.hasOwn(input, name) ? input[name] : undefined
    if (value === undefined) continue
    if (!isSecret(member.shape) || isFileName(value)) told[name] = value
  }
  return {
    kind: 'call',
    operation: members ? operation : 'unknown',
    input: told,
    ...(as === undefined || as === AT_HOME.as ? {} : { as }),
    ...(region === undefined || region === AT_HOME.region ? {} : { region }),
    ...(error === undefined ? {} : { error }),
  }
}

/** Whether a member of this shape may hold a plaintext, material, a token or a password. */
export const isSecret = (shape: Shape): boolean => {
  switch (shape.kind) {
    case 'blob':
      return true
    case 'string':
      return shape.sensitive === true
    case 'list':
      return isSecret(shape.member)
    case 'structure':
      return Object.values(shape.members).some((member) => isSecret(member.shape))
    default:
      return false
  }
}

export const isFileName = (value: RequestValue | undefined): value is { readonly file: string } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof (value as { file?: unknown }).file === 'string'

/** Whether KMS says of the operation that it changes nothing (F-705). */
export const isReadOnly = (operation: string): boolean => operations.get(operation)?.readOnly === true
