import type { Curve, Hash, MlDsaSet, MlKemSet, RsaBits } from '../crypto/provider.ts'

export type KeyUsage =
  | 'SIGN_VERIFY'
  | 'ENCRYPT_DECRYPT'
  | 'GENERATE_VERIFY_MAC'
  | 'KEY_AGREEMENT'
  | 'ENCAPSULATE_DECAPSULATE'

/** What kind of material a spec stands for, and the parameters that make it. */
type SpecRow = { readonly usages: readonly KeyUsage[] } & (
  | { readonly family: 'symmetric' }
  | { readonly family: 'hmac'; readonly hash: Hash }
  | { readonly family: 'rsa'; readonly bits: RsaBits }
  | { readonly family: 'ecc'; readonly curve: Curve | 'Ed25519' }
  | { readonly family: 'ml-dsa'; readonly set: MlDsaSet }
  | { readonly family: 'ml-kem'; readonly set: MlKemSet }
  | { readonly family: 'sm2' }
)

const MAC: readonly KeyUsage[] = ['GENERATE_VERIFY_MAC']
const RSA: readonly KeyUsage[] = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY']
const NIST: readonly KeyUsage[] = ['SIGN_VERIFY', 'KEY_AGREEMENT']
const SIGN: readonly KeyUsage[] = ['SIGN_VERIFY']
const KEM: readonly KeyUsage[] = ['ENCAPSULATE_DECAPSULATE']

/** F-108, F-109. Each spec with the usages KMS allows, the first as default where there is one. */
export const keySpecs = {
  SYMMETRIC_DEFAULT: { family: 'symmetric', usages: ['ENCRYPT_DECRYPT'] },
  HMAC_224: { family: 'hmac', hash: 'SHA-224', usages: MAC },
  HMAC_256: { family: 'hmac', hash: 'SHA-256', usages: MAC },
  HMAC_384: { family: 'hmac', hash: 'SHA-384', usages: MAC },
  HMAC_512: { family: 'hmac', hash: 'SHA-512', usages: MAC },
  RSA_2048: { family: 'rsa', bits: 2048, usages: RSA },
  RSA_3072: { family: 'rsa', bits: 3072, usages: RSA },
  RSA_4096: { family: 'rsa', bits: 4096, usages: RSA },
  ECC_NIST_P256: { family: 'ecc', curve: 'P-256', usages: NIST },
  ECC_NIST_P384: { family: 'ecc', curve: 'P-384', usages: NIST },
  ECC_NIST_P521: { family: 'ecc', curve: 'P-521', usages: NIST },
  ECC_SECG_P256K1: { family: 'ecc', curve: 'secp256k1', usages: SIGN },
  ECC_NIST_EDWARDS25519: { family: 'ecc', curve: 'Ed25519', usages: SIGN },
  ML_DSA_44: { family: 'ml-dsa', set: 'ML-DSA-44', usages: SIGN },
  ML_DSA_65: { family: 'ml-dsa', set: 'ML-DSA-65', usages: SIGN },
  ML_DSA_87: { family: 'ml-dsa', set: 'ML-DSA-87', usages: SIGN },
  ML_KEM_512: { family: 'ml-kem', set: 'ML-KEM-512', usages: KEM },
  ML_KEM_768: { family: 'ml-kem', set: 'ML-KEM-768', usages: KEM },
  ML_KEM_1024: { family: 'ml-kem', set: 'ML-KEM-1024', usages: KEM },
  SM2: { family: 'sm2', usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'] },
} as const satisfies Record<string, SpecRow>

export type KeySpec = keyof typeof keySpecs
export type KeyFamily = SpecRow['family']

export const isSymmetric = (spec: KeySpec) => spec === 'SYMMETRIC_DEFAULT'
export const specRow = (spec: KeySpec): SpecRow => keySpecs[spec]
export const familyOf = (spec: KeySpec) => keySpecs[spec].family
export const usagesOf = (spec: KeySpec): readonly KeyUsage[] => keySpecs[spec].usages

/** Symmetric encryption and HMAC keys have one secret and nothing to publish. */
export const hasPublicHalf = (spec: KeySpec) => !['symmetric', 'hmac'].includes(familyOf(spec))
