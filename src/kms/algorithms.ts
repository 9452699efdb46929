import { KmsError } from './errors.ts'
import type { KeyRecord } from './key.ts'
import { familyOf, type KeySpec } from './key-spec.ts'

const RSA_ENCRYPTION = ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256']
const RSA_SIGNING = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
]
const OTHER_SIGNING: Partial<Record<KeySpec, readonly string[]>> = {
  ECC_NIST_P256: ['ECDSA_SHA_256'],
  ECC_NIST_P384: ['ECDSA_SHA_384'],
  ECC_NIST_P521: ['ECDSA_SHA_512'],
  ECC_SECG_P256K1: ['ECDSA_SHA_256'],
  ECC_NIST_EDWARDS25519: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'],
  ML_DSA_44: ['ML_DSA_SHAKE_256'],
  ML_DSA_65: ['ML_DSA_SHAKE_256'],
  ML_DSA_87: ['ML_DSA_SHAKE_256'],
}

type Configured = Pick<KeyRecord, 'keySpec' | 'keyUsage'>

/**
 * Which algorithms a key offers, under the member's name that DescribeKey and GetPublicKey use.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */
export function algorithmsOf({ keySpec, keyUsage }: Configured): Readonly<Record<string, readonly string[]>> {
  switch (keyUsage) {
    case 'ENCRYPT_DECRYPT':
      return { EncryptionAlgorithms: familyOf(keySpec) === 'rsa' ? RSA_ENCRYPTION : ['SYMMETRIC_DEFAULT'] }
    case 'GENERATE_VERIFY_MAC':
      return { MacAlgorithms: [keySpec.replace('HMAC_', 'HMAC_SHA_')] }
    case 'KEY_AGREEMENT':
      return { KeyAgreementAlgorithms: ['ECDH'] }
    case 'SIGN_VERIFY':
      return {
        SigningAlgorithms: familyOf(keySpec) === 'rsa' ? RSA_SIGNING : (OTHER_SIGNING[keySpec] ?? []),
      }
    case 'ENCAPSULATE_DECAPSULATE':
      return { EncapsulationAlgorithms: ['ML_KEM'] }
  }
}

/** F-623: recorded for MACs, and reported with the same words for encryption. */
export function requireAlgorithm(key: KeyRecord, algorithm: string): void {
  const offered = Object.values(algorithmsOf(key)).some((names) => names.includes(algorithm))
  if (!offered)
    throw new KmsError(
      'InvalidKeyUsageException',
      `Algorithm ${algorithm} is incompatible with key spec ${key.keySpec}.`,
    )
}
