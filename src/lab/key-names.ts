import { aliasesTable, keyState, keysTable, type AliasRecord, type KeyRecord } from '../kms/key.ts'
import type { TableReader } from '../kms/tables.ts'
import type { Completion } from '../shell/command.ts'
import { actingNow } from './acting.ts'
import { ACCOUNT } from './stage.ts'

/** What a line can call a key by, where the learner acts: aliases first, since people remember those. */
export function namesOf(reader: TableReader): Completion[] {
  const { region } = actingNow(reader)
  const keys = keysTable(ACCOUNT, region)
  const hint = (key: KeyRecord | undefined) =>
    key ? [key.description, key.keySpec, keyState(key)].filter(Boolean).join(', ') : ''
  return [
    ...Array.from(reader.rows<AliasRecord>(aliasesTable(ACCOUNT, region)), ([name, { targetKeyId }]) => ({
      value: name,
      hint: hint(reader.get<KeyRecord>(keys, targetKeyId)),
    })),
    ...Array.from(reader.rows<KeyRecord>(keys), ([id, key]) => ({ value: id, hint: hint(key) })),
  ]
}
