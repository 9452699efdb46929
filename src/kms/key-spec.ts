/** F-108, F-109. Each spec with the usages KMS allows, the first as default where there is one. */
export const keySpecs = {
  SYMMETRIC_DEFAULT: { family: 'symmetric', usages: ['ENCRYPT_DECRYPT'] },
  HMAC_224: { family: 'hmac', usages: ['GENERATE_VERIFY_MAC'] },
  HMAC_256: { family: 'hmac', usages: ['GENERATE_VERIFY_MAC'] },
  HMAC_384: { family: 'hmac', usages: ['GENERATE_VERIFY_MAC'] },
  HMAC_512: { family: 'hmac', usages: ['GENERATE_VERIFY_MAC'] },
  RSA_2048: { family: 'rsa', usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'] },
  RSA_3072: { family: 'rsa', usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'] },
  RSA_4096: { family: 'rsa', usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'] },
  ECC_NIST_P256: { family: 'ecc', usages: ['SIGN_VERIFY', 'KEY_AGREEMENT'] },
  ECC_NIST_P384: { family: 'ecc', usages: ['SIGN_VERIFY', 'KEY_AGREEMENT'] },
  ECC_NIST_P521: { family: 'ecc', usages: ['SIGN_VERIFY', 'KEY_AGREEMENT'] },
  ECC_SECG_P256K1: { family: 'ecc', usages: ['SIGN_VERIFY'] },
  ECC_NIST_EDWARDS25519: { family: 'ecc', usages: ['SIGN_VERIFY'] },
  ML_DSA_44: { family: 'ml-dsa', usages: ['SIGN_VERIFY'] },
  ML_DSA_65: { family: 'ml-dsa', usages: ['SIGN_VERIFY'] },
  ML_DSA_87: { family: 'ml-dsa', usages: ['SIGN_VERIFY'] },
  ML_KEM_512: { family: 'ml-kem', usages: ['ENCAPSULATE_DECAPSULATE'] },
  ML_KEM_768: { family: 'ml-kem', usages: ['ENCAPSULATE_DECAPSULATE'] },
  ML_KEM_1024: { family: 'ml-kem', usages: ['ENCAPSULATE_DECAPSULATE'] },
  SM2: { family: 'sm2', usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'] },
} as const satisfies Record<string, { family: string; usages: readonly KeyUsage[] }>

export type KeySpec = keyof typeof keySpecs
export type KeyUsage =
  | 'SIGN_VERIFY'
  | 'ENCRYPT_DECRYPT'
  | 'GENERATE_VERIFY_MAC'
  | 'KEY_AGREEMENT'
  | 'ENCAPSULATE_DECAPSULATE'

export const isSymmetric = (spec: KeySpec) => spec === 'SYMMETRIC_DEFAULT'
export const familyOf = (spec: KeySpec) => keySpecs[spec].family
export const usagesOf = (spec: KeySpec): readonly KeyUsage[] => keySpecs[spec].usages
