import type { Bytes } from '../bytes/bytes.ts'
import { requireAlgorithm } from './algorithms.ts'
import { KmsError } from './errors.ts'
import type { Hsm } from './hsm-keys.ts'
import type { KeyRecord } from './key.ts'
import type { Context } from './operation.ts'
import { isOaep, oaepClose, oaepOpen, requireOaepRoom } from './rsa-encryption.ts'
import { decryptWith, encryptWith, incorrectKey, keyOfCiphertext, requireUsage } from './symmetric.ts'

/** How one key is to encrypt or decrypt: what Encrypt, Decrypt and each half of ReEncrypt are asked. */
export interface Encryption {
  readonly algorithm?: string | undefined
  readonly context?: Readonly<Record<string, string>> | undefined
}

const SYMMETRIC = 'SYMMETRIC_DEFAULT'

export const algorithmOf = ({ algorithm }: Encryption) => algorithm ?? SYMMETRIC

/** Usage (F-622), algorithm (F-623), and no encryption context where nothing can authenticate it. */
export function requireEncryption(key: KeyRecord, how: Encryption, operation: string): void {
  requireUsage(key, 'ENCRYPT_DECRYPT', operation)
  requireAlgorithm(key, algorithmOf(how))
  if (algorithmOf(how) !== SYMMETRIC && Object.keys(how.context ?? {}).length > 0)
    throw new KmsError(
      'ValidationException',
      'EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.',
    )
}

/** RSA takes a few hundred bytes only; what a symmetric key takes is the member's own limit. */
export function requireRoom(key: KeyRecord, how: Encryption, plaintext: Bytes): void {
  const algorithm = algorithmOf(how)
  if (isOaep(algorithm)) requireOaepRoom(key, algorithm, plaintext)
}

/** @returns the ciphertext, and for a symmetric key the material that made it */
export async function encrypt(
  hsm: Hsm,
  key: KeyRecord,
  plaintext: Bytes,
  how: Encryption,
): Promise<{ readonly blob: Bytes; readonly materialId?: string }> {
  const algorithm = algorithmOf(how)
  if (isOaep(algorithm)) return { blob: await oaepClose(hsm, key, algorithm, plaintext) }
  return encryptWith(hsm.materials, hsm.world.entropy, key, plaintext, how.context)
}

/** A key that is to open a ciphertext, asked for permission and state, and the way to do it. */
export interface Opening {
  readonly key: KeyRecord
  open(): Promise<{ readonly plaintext: Bytes; readonly materialId?: string }>
}

/**
 * The key for a ciphertext. A symmetric one tells by itself and may only confirm what the caller named; an asymmetric
 * one says nothing, so the caller must name the key.
 */
export function openingOf(
  context: Pick<
    Context,
    'draft' | 'caller' | 'crypto' | 'materials' | 'world' | 'keyIfNamed' | 'admitRecord'
  >,
  blob: Bytes,
  how: Encryption,
  action?: string,
): Opening {
  const named = context.keyIfNamed()
  const algorithm = algorithmOf(how)
  if (algorithm === SYMMETRIC) {
    const { ciphertext, key } = keyOfCiphertext(context.draft, context.caller, blob, action)
    if (named && named.id !== key.id) throw incorrectKey()
    if (!named) context.admitRecord(key, action)
    return { key, open: () => decryptWith(context.materials, key, ciphertext, how.context) }
  }
  if (!named)
    throw new KmsError('ValidationException', `KeyId is required for the encryption algorithm ${algorithm}.`)
  return {
    key: named,
    async open() {
      if (!isOaep(algorithm)) throw new TypeError(`${algorithm} is not offered by any key`)
      return { plaintext: await oaepOpen(context, named, algorithm, blob) }
    },
  }
}
