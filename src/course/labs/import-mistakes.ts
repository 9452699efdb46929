import { about, lastCall, lastCallAbout, names, requested, succeeded } from '../evidence.ts'
import type { LabView, NumberedEvent, WrongMove } from '../lab-definition.ts'

/** Length of the wrapped blob by wrapping key: as long as the modulus (RFC 8017, 7.1.1). */
export const BLOB_BYTES: Readonly<Record<string, number>> = { RSA_2048: 256, RSA_3072: 384, RSA_4096: 512 }

export const WRAPPED = 'wrapped.bin'

/** How many bytes the blob must have for the parameters that were asked for last. */
export function expectedBlob(view: LabView, key: string): number | undefined {
  const asked = about(view, key).findLast(
    (event) => event.eventName === 'GetParametersForImport' && succeeded(event),
  )
  return asked && BLOB_BYTES[String(requested(asked, 'wrappingKeySpec'))]
}

/** An import that KMS refused, with its answer. */
function refusedImport(view: LabView, keys: readonly string[], errorCode: string) {
  const last = lastCallAbout(view, keys)
  return last?.event.eventName === 'ImportKeyMaterial' && last.event.errorCode === errorCode
    ? last
    : undefined
}

const askedAsNew = (event: NumberedEvent) => requested(event, 'importType') === 'NEW_KEY_MATERIAL'

const atOf = (event: NumberedEvent) => Date.parse(event.eventTime)

/** The blob was there before the newest parameters: it fits the public key of an earlier set. */
function blobIsOlder(view: LabView, key: string, blobs: readonly string[]): boolean {
  const record = view.key(key)
  const asked = view
    .scene()
    .findLast(
      (event) =>
        event.eventName === 'GetParametersForImport' &&
        succeeded(event) &&
        record !== undefined &&
        names(event, record),
    )
  const arrived = view.transfers.findLast(({ verdict }) => verdict === 'accepted')?.at
  const written = blobs.map((name) => view.changedAt?.(name) ?? Number.NEGATIVE_INFINITY)
  const newest = Math.max(arrived ?? Number.NEGATIVE_INFINITY, ...written)
  return asked !== undefined && Number.isFinite(newest) && newest <= atOf(asked)
}

const sizeIsWrong = (view: LabView, key: string) => {
  const blob = view.file(WRAPPED)
  const expected = expectedBlob(view, key)
  return blob !== undefined && expected !== undefined && blob.length !== expected
}

const everImported = (view: LabView, key: string) => (view.key(key)?.materials.length ?? 0) > 0

/** A key that never had material knows no bytes: only their form can be wrong (patient P1). */
export const firstImportMistakes = (keys: readonly string[]): readonly WrongMove[] => [
  {
    id: 'not-32-bytes',
    misconception: 'M-14',
    when(view) {
      const refused = refusedImport(view, keys, 'IncorrectKeyMaterialException')
      return refused !== undefined && !everImported(view, refused.name)
    },
    says: 'IncorrectKeyMaterialException. The box opened, but inside are not 32 raw bytes. Count your material file: 44, 45, 64 or 65 bytes mean text, 16 bytes are too short. Make 32 raw bytes and wrap again. AWS does not document the exception for a wrong length; this one is the answer of the simulation.',
  },
]

/** Whichever key it was for, also one that the learner made: the label tells its age, not the key. */
export const afterTheWeekend: WrongMove = {
  id: 'after-the-weekend',
  misconception: 'M-17',
  when(view) {
    const last = lastCall(view)
    return last?.eventName === 'ImportKeyMaterial' && last.errorCode === 'ExpiredImportTokenException'
  },
  says: 'ExpiredImportTokenException. The label is more than 24 h old; it holds 24 h. Ask for a new one, then wrap again: the new label comes with another public key.',
}

/**
 * What can go wrong with an import, told apart by the exception and by what the lab can see beside it:
 * the clinic's patients P2 to P5 and P3b (course.md, L2.3).
 *
 * @param blobsOf in which files the blob of a key may lie
 */
export function importMistakes(
  keys: readonly string[],
  blobsOf: (key: string) => readonly string[] = () => [WRAPPED],
): readonly WrongMove[] {
  const older = (view: LabView, key: string) => blobIsOlder(view, key, blobsOf(key))
  return [
    {
      id: 'other-hash',
      misconception: 'M-15',
      when(view) {
        const refused = refusedImport(view, keys, 'InvalidCiphertextException')
        return refused !== undefined && !sizeIsWrong(view, refused.name) && !older(view, refused.name)
      },
      says: 'InvalidCiphertextException. The box did not open. Most often it was closed with SHA-1, which openssl takes when no hash is named, while the request said SHA-256. Wrap again with `rsa_oaep_md:sha256`.',
    },
    {
      id: 'cut-blob',
      when(view) {
        const refused = refusedImport(view, keys, 'InvalidCiphertextException')
        return refused !== undefined && sizeIsWrong(view, refused.name)
      },
      says: 'InvalidCiphertextException. The box did not open: the wrapped file is not as long as the wrapping key. RSA_2048 gives 256 bytes, RSA_3072 gives 384, RSA_4096 gives 512. Wrap again and compare the size. Reports about AWS name another exception as well; this one is the answer of the simulation.',
    },
    {
      id: 'crossed-letters',
      misconception: 'M-16',
      when: (view) => refusedImport(view, keys, 'InvalidImportTokenException') !== undefined,
      says: 'InvalidImportTokenException. This label was not made for this key. A token and its public key belong together and to one KMS key. Use the pair that you asked for with this key.',
    },
    afterTheWeekend,
    {
      id: 'old-blob-new-token',
      misconception: 'M-13',
      when(view) {
        const refused = refusedImport(view, keys, 'InvalidCiphertextException')
        return refused !== undefined && !sizeIsWrong(view, refused.name) && older(view, refused.name)
      },
      says: 'InvalidCiphertextException. The box did not open: you asked for new parameters after this file was wrapped. Each answer brings another public key. Wrap the same bytes again under the one that came with the token you use.',
    },
    {
      id: 'other-bytes',
      misconception: 'M-07',
      when(view) {
        const refused = refusedImport(view, keys, 'IncorrectKeyMaterialException')
        return refused !== undefined && everImported(view, refused.name) && !askedAsNew(refused.event)
      },
      says: 'IncorrectKeyMaterialException. These are not the bytes this key knows. Compare fingerprints: only the original 32 bytes bring this key back.',
    },
    {
      id: 'known-bytes-as-new',
      misconception: 'M-07',
      when(view) {
        const refused = refusedImport(view, keys, 'IncorrectKeyMaterialException')
        return refused !== undefined && everImported(view, refused.name) && askedAsNew(refused.event)
      },
      says: 'IncorrectKeyMaterialException. You called these bytes new, but this key knows them already. Leave the import type out: then KMS expects bytes that it has seen before.',
    },
    {
      id: 'new-as-rescue',
      misconception: 'M-07',
      when(view) {
        const last = lastCallAbout(view, keys)
        return (
          last?.event.eventName === 'ImportKeyMaterial' &&
          succeeded(last.event) &&
          askedAsNew(last.event) &&
          last.state === 'PendingImport'
        )
      },
      says: 'KMS took the bytes as additional material, but the key still waits for its lost ones. New material never stands in for lost material. Bring the original bytes back, without an import type.',
    },
    {
      id: 'silence-means-expiry',
      misconception: 'M-35',
      when(view) {
        const refused = refusedImport(view, keys, 'ValidationException')
        return refused?.event.errorMessage?.includes('A validTo date must be set') === true
      },
      says: 'ValidationException. Without an expiration model KMS assumes that the material expires, and then it needs a date. Say `KEY_MATERIAL_DOES_NOT_EXPIRE`, or set a ValidTo at most 365 days ahead.',
    },
    {
      id: 'enable-an-empty-key',
      misconception: 'M-11',
      when(view) {
        const last = lastCallAbout(view, keys)
        return (
          last?.event.eventName === 'EnableKey' &&
          last.event.errorCode === 'KMSInvalidStateException' &&
          last.state === 'PendingImport'
        )
      },
      says: 'KMSInvalidStateException. The key is not disabled, it is empty. EnableKey cannot fill it; only an import of its bytes can.',
    },
  ]
}
