import type { Bytes } from '../bytes/bytes.ts'
import { CryptoRefusal, type MlKemSet } from '../crypto/provider.ts'
import { KmsError } from './errors.ts'
import { publicKeyOf, secretOf, type Hsm } from './hsm-keys.ts'
import type { KeyRecord } from './key.ts'
import { specRow } from './key-spec.ts'

/** FIPS 203, Encaps. @returns 32 bytes of secret, and the ciphertext that carries it to the key's owner */
export async function encapsulateFor(
  hsm: Hsm,
  key: KeyRecord,
): Promise<{ readonly secret: Bytes; readonly ciphertext: Bytes }> {
  const spki = await publicKeyOf(hsm, key)
  return hsm.crypto.mlKemEncapsulate(setOf(key), spki, hsm.world.entropy.bytes(32))
}

/**
 * FIPS 203, Decaps with implicit rejection: any ciphertext of the right length gives 32 bytes, the secret or noise.
 * @throws KmsError InvalidCiphertextException for another length (F-511)
 */
export async function decapsulateWith(hsm: Hsm, key: KeyRecord, ciphertext: Bytes): Promise<Bytes> {
  try {
    return await hsm.crypto.mlKemDecapsulate(setOf(key), secretOf(hsm, key), ciphertext)
  } catch (error) {
    if (error instanceof CryptoRefusal) throw new KmsError('InvalidCiphertextException')
    throw error
  }
}

function setOf({ keySpec }: KeyRecord): MlKemSet {
  const row = specRow(keySpec)
  if (row.family !== 'ml-kem') throw new TypeError(`${keySpec} is no ML-KEM key`)
  return row.set
}
