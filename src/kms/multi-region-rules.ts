import { KmsError } from './errors.ts'
import { isPrimary, relatedKeys, type KeyRecord } from './key.ts'
import type { TableReader } from './tables.ts'

/** What is shared is changed on the primary (F-205, F-346). Text as recorded for ReplicateKey (F-632). */
export function requirePrimary(key: KeyRecord): void {
  if (!isPrimary(key))
    throw new KmsError('UnsupportedOperationException', `${key.arn} is not a multi-region primary key.`)
}

/** @throws KmsError UnsupportedOperationException also for a single-Region key */
export function requireMultiRegionPrimary(key: KeyRecord): void {
  if (!key.multiRegion)
    throw new KmsError('UnsupportedOperationException', `${key.arn} is not a multi-region primary key.`)
  requirePrimary(key)
}

export const replicasOf = (reader: TableReader, key: KeyRecord): KeyRecord[] =>
  relatedKeys(reader, key).filter((each) => each.region !== key.region)
