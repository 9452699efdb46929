import { keysTable, type KeyRecord } from './key.ts'
import { putShared } from './related-keys.ts'
import { withoutBytes } from './settle.ts'
import { Draft, type Change, type TableReader } from './tables.ts'

export interface RegionFailure {
  readonly change: Change
  /** Keys that lost bytes, as they were before */
  readonly emptied: readonly KeyRecord[]
}

/**
 * A Region that fails as a whole and comes back: a teaching model, no operation of KMS, and nothing records it.
 * What KMS generated is as before; of a key with imported material the key and its metadata come back, its bytes do not
 * (F-201, F-202). AWS says that one may have to import again after such a failure; here one always has to.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/import-keys-protect.html
 */
export function regionFailure(reader: TableReader, region: string): RegionFailure {
  const draft = new Draft(reader)
  const emptied: KeyRecord[] = []
  for (const name of reader.names().filter((each) => each.startsWith('keys/') && each.endsWith(`/${region}`)))
    for (const [, key] of reader.rows<KeyRecord>(name)) {
      const here = key.materials.filter(({ token }) => token !== null)
      if (key.origin !== 'EXTERNAL' || here.length === 0) continue
      emptied.push(key)
      // A related key may have been written meanwhile: each Region's bytes are its own, the rest is shared.
      const now = draft.get<KeyRecord>(keysTable(key.accountId, key.region), key.id) ?? key
      putShared(
        draft,
        here.reduce((left, { id }) => withoutBytes(left, id), now),
      )
    }
  return { change: draft.change(), emptied }
}
