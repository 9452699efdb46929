import type { Bytes } from '../bytes/bytes.ts'
import { CryptoRefusal } from '../crypto/provider.ts'
import { KmsError } from './errors.ts'
import { secretOf, type Hsm } from './hsm-keys.ts'
import type { KeyRecord } from './key.ts'
import { specRow } from './key-spec.ts'

/**
 * ECDH: the raw x coordinate, without any key derivation (NIST SP 800-56A, 5.7.1.2).
 *
 * @param peer SubjectPublicKeyInfo of a point on the same curve
 * @throws KmsError ValidationException for anything else: what the API page says of a key that does not decode
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html
 */
export async function agreeWith(hsm: Hsm, key: KeyRecord, peer: Bytes): Promise<Bytes> {
  const row = specRow(key.keySpec)
  if (row.family !== 'ecc' || row.curve === 'Ed25519' || row.curve === 'secp256k1')
    throw new TypeError(`${key.keySpec} does not agree on secrets`)
  try {
    return await hsm.crypto.ecdh(row.curve, secretOf(hsm, key), peer)
  } catch (error) {
    if (error instanceof CryptoRefusal) throw new KmsError('ValidationException')
    throw error
  }
}
