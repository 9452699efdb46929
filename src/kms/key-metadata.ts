import { algorithmsOf } from './algorithms.ts'
import { currentMaterial, earliestValidTo, keyState, type KeyRecord } from './key.ts'

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
    ...algorithmsOf(key),
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
