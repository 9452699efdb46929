import type { Bytes } from '../bytes/bytes.ts'
import { digestLength } from '../crypto/noble-hash.ts'
import { CryptoRefusal } from '../crypto/provider.ts'
import { KmsError } from './errors.ts'
import { publicKeyOf, secretOf, withSoundKey, type Hsm } from './hsm-keys.ts'
import type { KeyRecord } from './key.ts'
import { specRow } from './key-spec.ts'

/** RSAES-OAEP (RFC 8017, 7.1): OAEP and MGF1 use the same hash. */
const OAEP = { RSAES_OAEP_SHA_1: 'SHA-1', RSAES_OAEP_SHA_256: 'SHA-256' } as const
export type OaepAlgorithm = keyof typeof OAEP

export const isOaep = (algorithm: string): algorithm is OaepAlgorithm => Object.hasOwn(OAEP, algorithm)

/** F-509, F-628. */
export function requireOaepRoom(key: KeyRecord, algorithm: OaepAlgorithm, plaintext: Bytes): void {
  const most = modulusBytes(key) - 2 * digestLength(OAEP[algorithm]) - 2
  if (plaintext.length > most)
    throw new KmsError(
      'ValidationException',
      `Algorithm ${algorithm} and key spec ${key.keySpec} cannot encrypt data larger than ${most} bytes.`,
    )
}

/** @returns the bare RSA block, as long as the modulus: it does not say which key made it */
export async function oaepClose(
  hsm: Hsm,
  key: KeyRecord,
  algorithm: OaepAlgorithm,
  plaintext: Bytes,
): Promise<Bytes> {
  const spki = await publicKeyOf(hsm, key)
  return withSoundKey(() => hsm.crypto.rsaOaepEncrypt(spki, OAEP[algorithm], plaintext))
}

/** @throws KmsError InvalidCiphertextException without text: another key's, another hash's, or no ciphertext at all */
export async function oaepOpen(
  hsm: Hsm,
  key: KeyRecord,
  algorithm: OaepAlgorithm,
  ciphertext: Bytes,
): Promise<Bytes> {
  try {
    return await hsm.crypto.rsaOaepDecrypt(secretOf(hsm, key), OAEP[algorithm], ciphertext)
  } catch (error) {
    if (error instanceof CryptoRefusal) throw new KmsError('InvalidCiphertextException')
    throw error
  }
}

function modulusBytes({ keySpec }: KeyRecord): number {
  const row = specRow(keySpec)
  if (row.family !== 'rsa') throw new TypeError(`${keySpec} is no RSA key`)
  return row.bits / 8
}
