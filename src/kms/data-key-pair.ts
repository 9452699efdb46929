import type { Bytes } from '../bytes/bytes.ts'
import { writePostQuantumPkcs8 } from '../bytes/pkcs8.ts'
import type { KeyPair } from '../crypto/provider.ts'
import { KmsError } from './errors.ts'
import type { Hsm } from './hsm-keys.ts'
import { generateMaterial } from './key-generation.ts'
import { familyOf, specRow, type KeySpec } from './key-spec.ts'
import { encryptWith } from './symmetric.ts'
import type { KeyRecord } from './key.ts'

/** F-108: SM2 exists in China Regions only. */
export function requireDataKeyPair(spec: KeySpec): void {
  if (familyOf(spec) === 'sm2') throw new KmsError('UnsupportedOperationException')
}

/** A pair for use outside KMS, with its private half encrypted under a symmetric KMS key. */
export interface SealedPair extends KeyPair {
  readonly sealed: Bytes
  readonly materialId: string
}

/**
 * SubjectPublicKeyInfo and PKCS#8. ML-KEM's private key is its seed, so it is as long for every parameter set.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPair.html
 */
export async function dataKeyPair(
  hsm: Hsm,
  key: KeyRecord,
  spec: KeySpec,
  context?: Readonly<Record<string, string>>,
): Promise<SealedPair> {
  const { bytes, publicKey } = await generateMaterial(spec, hsm.crypto, hsm.world.entropy)
  const row = specRow(spec)
  const pkcs8 = row.family === 'ml-kem' ? writePostQuantumPkcs8(row.set, bytes) : bytes
  const { blob, materialId } = await encryptWith(hsm.materials, hsm.world.entropy, key, pkcs8, context)
  return { spki: publicKey as Bytes, pkcs8, sealed: blob, materialId }
}
