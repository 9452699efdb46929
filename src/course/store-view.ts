import {
  alarmHistoryTable,
  alarmsTable,
  ALARMS,
  type AlarmHistoryRow,
  type AlarmRow,
} from '../cloud/cloudwatch/alarm.ts'
import { BUCKETS, objectsTable, type BucketRow, type ObjectRow } from '../cloud/s3/rows.ts'
import { readCiphertext } from '../kms/ciphertext.ts'
import { keyArn, keyState } from '../kms/key.ts'
import type { TableReader } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import { ACCOUNT, keyByArn } from './account-view.ts'
import { readLabel } from './apps/envelope.ts'

/** An object of the store, and whether it can be opened now. */
export interface StoredObject {
  readonly bucket: string
  readonly key: string
  readonly size: number
  readonly changedAt: Instant
  readonly metadata: Readonly<Record<string, string>>
  /** The KMS key over its data key, whoever closed it: the store (SSE-KMS) or an app; absent when no KMS key is needed */
  readonly keyArn?: string
  /** By the state of that key: Enabled, with the material that made the data key. Permissions are not looked at */
  readonly readable: boolean
}

/** An alarm of CloudWatch as conditions look at it. */
export type AlarmView = Pick<
  AlarmRow,
  | 'name'
  | 'region'
  | 'state'
  | 'metric'
  | 'statistic'
  | 'comparison'
  | 'threshold'
  | 'periodMs'
  | 'evaluationPeriods'
  | 'configuredAt'
  | 'transitionedAt'
> & {
  /** When it went into the state ALARM, oldest first */
  readonly rang: readonly Instant[]
}

/** Looks without asking anybody, so that nothing is on record. */
export function storedObjects(reader: TableReader, bucketName?: string): StoredObject[] {
  const buckets = Array.from(reader.rows<BucketRow>(BUCKETS), ([, bucket]) => bucket)
  return buckets
    .filter(({ name }) => bucketName === undefined || name === bucketName)
    .flatMap((bucket) =>
      Array.from(reader.rows<ObjectRow>(objectsTable(bucket.name)), ([, object]) =>
        seen(reader, bucket, object),
      ),
    )
}

function seen(reader: TableReader, bucket: BucketRow, object: ObjectRow): StoredObject {
  const { key, size, lastModified, metadata, encryption } = object
  const wrapped = encryption.algorithm === 'aws:kms' ? encryption.wrapped : readLabel(metadata)?.wrapped
  const plain = { bucket: bucket.name, key, size, changedAt: lastModified, metadata }
  if (!wrapped) return { ...plain, readable: true }
  const header = readCiphertext(wrapped)?.header
  if (!header) return { ...plain, readable: false }
  const arn = keyArn(header.accountId, header.regions[0] ?? bucket.region, header.keyId)
  const record = keyByArn(reader, arn)
  const material = record?.materials.find(({ id }) => id === header.materialId)
  return {
    ...plain,
    keyArn: arn,
    readable: record !== undefined && keyState(record) === 'Enabled' && (material?.token ?? null) !== null,
  }
}

/** Of every Region, in the order in which they were made. */
export const alarmsOf = (reader: TableReader): readonly AlarmView[] =>
  reader
    .names()
    .filter((table) => table.startsWith(alarmsTable(ACCOUNT, '')) && table.startsWith(ALARMS))
    .flatMap((table) =>
      Array.from(reader.rows<AlarmRow>(table), ([, row]) => ({ ...row, rang: rangAt(reader, row) })),
    )

const rangAt = (reader: TableReader, { name, accountId, region }: AlarmRow) =>
  Array.from(reader.rows<AlarmHistoryRow>(alarmHistoryTable(accountId, region)), ([, row]) => row)
    .filter(
      ({ alarmName, type, summary }) =>
        alarmName === name && type === 'StateUpdate' && summary.endsWith(' to ALARM'),
    )
    .map(({ at }) => at)
