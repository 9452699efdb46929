import { keysTable, type KeyRecord } from './key.ts'
import type { Draft } from './tables.ts'

export const putKey = (draft: Draft, key: KeyRecord): void =>
  draft.put(keysTable(key.accountId, key.region), key.id, key)
