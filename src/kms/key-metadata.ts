import { currentMaterial, earliestValidTo, keyState, type KeyRecord } from './key.ts'
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
const ECC_SIGNING: Partial<Record<KeySpec, readonly string[]>> = {
  ECC_NIST_P256: ['ECDSA_SHA_256'],
  ECC_NIST_P384: ['ECDSA_SHA_384'],
  ECC_NIST_P521: ['ECDSA_SHA_512'],
  ECC_SECG_P256K1: ['ECDSA_SHA_256'],
  ECC_NIST_EDWARDS25519: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'],
}

/** Which algorithms a key's metadata offers, by spec and usage. */
function algorithms({ keySpec, keyUsage }: KeyRecord) {
  switch (keyUsage) {
    case 'ENCRYPT_DECRYPT':
      return { EncryptionAlgorithms: familyOf(keySpec) === 'rsa' ? RSA_ENCRYPTION : ['SYMMETRIC_DEFAULT'] }
    case 'GENERATE_VERIFY_MAC':
      return { MacAlgorithms: [keySpec.replace('HMAC_', 'HMAC_SHA_')] }
    case 'KEY_AGREEMENT':
      return { KeyAgreementAlgorithms: ['ECDH'] }
    case 'SIGN_VERIFY':
      return { SigningAlgorithms: familyOf(keySpec) === 'rsa' ? RSA_SIGNING : ECC_SIGNING[keySpec] }
    case 'ENCAPSULATE_DECAPSULATE':
      return { EncapsulationAlgorithms: ['ML_KEM'] }
  }
}

/**
 * KeyMetadata as CreateKey and DescribeKey answer it; what does not apply is absent (F-105, F-301, F-337).
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html
 */
export function describe(key: KeyRecord) {
  const state = keyState(key)
  const current = currentMaterial(key)
  const validTo = earliestValidTo(key)
  const symmetric = key.keySpec === 'SYMMETRIC_DEFAULT'
  return {
    AWSAccountId: key.accountId,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.creationDate,
    Enabled: state === 'Enabled',
    Description: key.description,
    KeyUsage: key.keyUsage,
    KeyState: state,
    ...(key.deletionDate === undefined ? {} : { DeletionDate: key.deletionDate }),
    ...(validTo === undefined ? {} : { ValidTo: validTo }),
    Origin: key.origin,
    ...(key.origin === 'EXTERNAL' && state !== 'PendingImport' && current?.token
      ? { ExpirationModel: validTo === undefined ? 'KEY_MATERIAL_DOES_NOT_EXPIRE' : 'KEY_MATERIAL_EXPIRES' }
      : {}),
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.keySpec,
    KeySpec: key.keySpec,
    ...algorithms(key),
    MultiRegion: key.multiRegion,
    ...(key.multiRegion
      ? {
          MultiRegionConfiguration: {
            MultiRegionKeyType: 'PRIMARY',
            PrimaryKey: { Arn: key.arn, Region: key.region },
            ReplicaKeys: [],
          },
        }
      : {}),
    ...(symmetric && current ? { CurrentKeyMaterialId: current.id } : {}),
  }
}
