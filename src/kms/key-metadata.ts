import { algorithmsOf } from './algorithms.ts'
import {
  currentMaterial,
  earliestValidTo,
  isPrimary,
  keyArn,
  keyState,
  relatedKeys,
  type KeyRecord,
} from './key.ts'
import { customerMasterKeySpecEnum } from './members.ts'
import type { TableReader } from './tables.ts'

const oldSpecs: ReadonlySet<string> = new Set(
  customerMasterKeySpecEnum.shape.kind === 'string' ? customerMasterKeySpecEnum.shape.enum : [],
)

/** The member's old name knows none of the specs that came after it. */
export const oldSpecName = ({ keySpec }: KeyRecord) =>
  oldSpecs.has(keySpec) ? { CustomerMasterKeySpec: keySpec } : {}

/**
 * KeyMetadata as CreateKey and DescribeKey answer it; what does not apply is absent (F-105, F-301, F-337).
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html
 */
export function describe(key: KeyRecord, reader: TableReader) {
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
    ...(key.keyStore ? { CustomKeyStoreId: key.keyStore.id } : {}),
    ...(key.keyStore?.clusterId === undefined ? {} : { CloudHsmClusterId: key.keyStore.clusterId }),
    ...(key.keyStore?.xksKeyId === undefined ? {} : { XksKeyConfiguration: { Id: key.keyStore.xksKeyId } }),
    ...(key.replicaDeletion ? { PendingDeletionWindowInDays: key.replicaDeletion.windowInDays } : {}),
    ...(key.origin === 'EXTERNAL' && state !== 'PendingImport' && current?.token
      ? { ExpirationModel: validTo === undefined ? 'KEY_MATERIAL_DOES_NOT_EXPIRE' : 'KEY_MATERIAL_EXPIRES' }
      : {}),
    KeyManager: 'CUSTOMER',
    ...oldSpecName(key),
    KeySpec: key.keySpec,
    ...algorithmsOf(key),
    MultiRegion: key.multiRegion,
    ...(key.multiRegion ? { MultiRegionConfiguration: configuration(key, reader) } : {}),
    ...(symmetric && current && !key.keyStore ? { CurrentKeyMaterialId: current.id } : {}),
  }
}

function configuration(key: KeyRecord, reader: TableReader) {
  const primaryRegion = key.primaryRegion ?? key.region
  const named = ({ arn, region }: { arn: string; region: string }) => ({ Arn: arn, Region: region })
  const replicas = relatedKeys(reader, key)
    .filter((each) => !isPrimary(each))
    .sort((a, b) => (a.region < b.region ? -1 : 1))
  return {
    MultiRegionKeyType: isPrimary(key) ? 'PRIMARY' : 'REPLICA',
    PrimaryKey: named({ arn: keyArn(key.accountId, primaryRegion, key.id), region: primaryRegion }),
    ReplicaKeys: replicas.map(named),
  }
}
