import type { Instant } from '../world/clock.ts'
import type { KeyRecord } from './key.ts'
import type { Draft, TableReader } from './tables.ts'

/** The last successful cryptographic use of a key (F-512). */
export interface UsageRecord {
  readonly operation: string
  readonly at: Instant
  readonly eventId: string
  readonly requestId: string
}

/** What counts as use. Source: KeyLastUsageTrackingOperation of the API model. */
export const trackedOperations = [
  'Decrypt',
  'DeriveSharedSecret',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'ReEncrypt',
  'Sign',
  'Verify',
  'VerifyMac',
  'Decapsulate',
  'Encapsulate',
] as const

const TRACKED: ReadonlySet<string> = new Set(trackedOperations)

export const usageTable = ({ accountId, region }: KeyRecord) => `last-usage/${accountId}/${region}`

export const lastUsage = (reader: TableReader, key: KeyRecord): UsageRecord | undefined =>
  reader.get<UsageRecord>(usageTable(key), key.id)

export function recordUsage(draft: Draft, keys: readonly KeyRecord[], usage: UsageRecord): void {
  if (TRACKED.has(usage.operation)) for (const key of keys) draft.put(usageTable(key), key.id, usage)
}

export function forgetUsage(draft: Draft, key: KeyRecord): void {
  if (lastUsage(draft, key)) draft.remove(usageTable(key), key.id)
}
