import type { Bytes } from '../bytes/bytes.ts'
import { CryptoRefusal } from '../crypto/provider.ts'
import { KmsError } from './errors.ts'
import { currentMaterial, type KeyRecord, type Material } from './key.ts'
import { hasPublicHalf } from './key-spec.ts'
import type { Context } from './operation.ts'

/** What it takes to work with keys inside the simulated HSM. */
export type Hsm = Pick<Context, 'crypto' | 'materials' | 'world'>

/** The one secret of an HMAC key or of a pair: they are never rotated. */
export const secretOf = ({ materials }: Hsm, key: KeyRecord): Bytes =>
  materials.bytes(key, currentMaterial(key) as Material)

/**
 * The public half of a pair as SubjectPublicKeyInfo.
 * @throws KmsError KMSInvalidStateException while nothing was imported yet: there is none (docs/fidelity.md)
 */
export async function publicKeyOf(hsm: Hsm, key: KeyRecord): Promise<Bytes> {
  if (!hasPublicHalf(key.keySpec)) throw new TypeError(`${key.keySpec} has no public half`)
  const material = currentMaterial(key)
  if (material?.publicKey) return material.publicKey
  if (!material?.token) throw new KmsError('KMSInvalidStateException', `${key.arn} is pending import.`)
  return hsm.crypto.publicHalf(secretOf(hsm, key))
}

/**
 * Runs what only the key itself can make fail, for instance an imported private key whose numbers do not belong
 * together. The caller cannot repair that by another request.
 */
export async function withSoundKey<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CryptoRefusal) throw new KmsError('KMSInternalException')
    throw error
  }
}
