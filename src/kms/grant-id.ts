import { KmsError } from './errors.ts'
import { grantWithId, type GrantRecord } from './grant.ts'
import type { KeyRecord } from './key.ts'
import type { TableReader } from './tables.ts'

const GRANT_ID = /^[0-9a-f]{64}$/

/** When AWS answers which exception is undocumented: text that is no grant ID is refused as one, an unknown one is not found. */
export function requireGrantId(id: string): void {
  if (!GRANT_ID.test(id)) throw new KmsError('InvalidGrantIdException')
}

/** @throws KmsError InvalidGrantIdException, NotFoundException */
export function existingGrant(reader: TableReader, key: KeyRecord, id: string): GrantRecord {
  requireGrantId(id)
  const grant = grantWithId(reader, key, id)
  if (!grant) throw new KmsError('NotFoundException', `Grant ID ${id} not found`)
  return grant
}
