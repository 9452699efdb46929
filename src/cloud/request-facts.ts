import type { AccessQuestion } from '../kms/authorization.ts'
import { findKey } from '../kms/find-key.ts'
import { readCiphertext } from '../kms/ciphertext.ts'
import type { GrantConstraints } from '../kms/grant.ts'
import type { Bytes } from '../bytes/bytes.ts'

type Context = Readonly<Record<string, string>>

/** Of the half of ReEncrypt in question; of the request itself otherwise. */
export function half({ action, input }: AccessQuestion, name: string): unknown {
  if (action === 'ReEncryptFrom') return input[`Source${name}`]
  if (action === 'ReEncryptTo') return input[`Destination${name}`]
  return input[name]
}

export const constraintsIn = ({ input }: Pick<AccessQuestion, 'input'>) =>
  (input.Constraints ?? {}) as GrantConstraints

/** The encryption context that a request uses, or that a grant would ask for. */
export function encryptionContext(question: AccessQuestion): Context {
  if (question.action === 'CreateGrant') {
    const { EncryptionContextEquals, EncryptionContextSubset } = constraintsIn(question)
    return EncryptionContextEquals ?? EncryptionContextSubset ?? {}
  }
  return (half(question, 'EncryptionContext') ?? {}) as Context
}

const SYMMETRIC_ALONE = new Set([
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
])

/** Also where it is the default, or the only one there is. */
export function encryptionAlgorithm(question: AccessQuestion): unknown {
  if (SYMMETRIC_ALONE.has(question.action)) return 'SYMMETRIC_DEFAULT'
  if (!['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo'].includes(question.action)) return undefined
  return half(question, 'EncryptionAlgorithm') ?? 'SYMMETRIC_DEFAULT'
}

/** Whether both halves of ReEncrypt use one key, however the request names it. Undefined where that cannot be told. */
export function reEncryptsOnSameKey({
  caller,
  input,
  key,
  action,
  reader,
}: AccessQuestion): boolean | undefined {
  if (action !== 'ReEncryptFrom' && action !== 'ReEncryptTo') return undefined
  const idOf = (identifier: unknown): string | undefined => {
    try {
      return findKey(reader, caller, String(identifier), { aliases: true, crossAccount: true, action }).id
    } catch {
      return undefined
    }
  }
  const blob = input.CiphertextBlob as Bytes | undefined
  const source =
    (action === 'ReEncryptFrom' ? key?.id : undefined) ??
    (blob && readCiphertext(blob)?.header.keyId) ??
    (input.SourceKeyId === undefined ? undefined : idOf(input.SourceKeyId))
  const destination = action === 'ReEncryptTo' ? key?.id : idOf(input.DestinationKeyId)
  return source === undefined || destination === undefined ? undefined : source === destination
}

export const tagsIn = (input: AccessQuestion['input'] | undefined) =>
  (input?.Tags ?? []) as readonly { readonly TagKey: string; readonly TagValue: string }[]

export const tagKeysIn = (input: AccessQuestion['input'] | undefined): string[] => [
  ...tagsIn(input).map(({ TagKey }) => TagKey),
  ...((input?.TagKeys ?? []) as string[]),
]
