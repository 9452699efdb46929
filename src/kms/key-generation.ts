import type { Bytes } from '../bytes/bytes.ts'
import { digestLength } from '../crypto/noble-hash.ts'
import type { CryptoProvider, KeyPair } from '../crypto/provider.ts'
import { seedLength } from '../crypto/seed-length.ts'
import type { Entropy } from '../world/entropy.ts'
import { KmsError } from './errors.ts'
import { specRow, type KeySpec } from './key-spec.ts'

/** What CreateKey makes: the secret in the form the HSM keeps, and the public half of a pair. */
export interface GeneratedMaterial {
  /** Raw bytes for symmetric and HMAC keys, PKCS#8 for RSA and curves, the FIPS seed for ML-DSA and ML-KEM */
  readonly bytes: Bytes
  readonly publicKey?: Bytes
}

/** All randomness but RSA's comes from the world, so that a world can be played again. */
export async function generateMaterial(
  spec: KeySpec,
  crypto: CryptoProvider,
  entropy: Entropy,
): Promise<GeneratedMaterial> {
  const row = specRow(spec)
  switch (row.family) {
    case 'symmetric':
      return { bytes: entropy.bytes(32) }
    case 'hmac':
      return { bytes: entropy.bytes(digestLength(row.hash)) }
    case 'rsa':
      return asMaterial(await crypto.rsaGenerate(row.bits))
    case 'ecc':
      return asMaterial(
        row.curve === 'Ed25519'
          ? await crypto.ed25519Pair(entropy.bytes(seedLength(row.curve)))
          : await crypto.ecPair(row.curve, entropy.bytes(seedLength(row.curve))),
      )
    case 'ml-dsa': {
      const bytes = entropy.bytes(seedLength(row.set))
      return { bytes, publicKey: await crypto.mlDsaPublic(row.set, bytes) }
    }
    case 'ml-kem': {
      const bytes = entropy.bytes(seedLength(row.set))
      return { bytes, publicKey: await crypto.mlKemPublic(row.set, bytes) }
    }
    case 'sm2':
      throw new KmsError('UnsupportedOperationException')
  }
}

const asMaterial = ({ pkcs8, spki }: KeyPair): GeneratedMaterial => ({ bytes: pkcs8, publicKey: spki })
