import { aliasesTable, keysTable, type AliasRecord, type KeyRecord } from '../kms/key.ts'
import type { TableReader } from '../kms/tables.ts'

/** What a key can be called, with a few words on it: for lists of choices. Reading it leaves no trace in the account. */
export interface KeyName {
  readonly value: string
  readonly hint?: string
}

/** Ids of an account's keys and its aliases, of one Region. */
export function keyNames(reader: TableReader, accountId: string, region: string): KeyName[] {
  const keys = Array.from(reader.rows<KeyRecord>(keysTable(accountId, region)), ([, key]) => key)
  const aliases = Array.from(reader.rows<AliasRecord>(aliasesTable(accountId, region)), ([, alias]) => alias)
  return [
    ...aliases.map(({ name, targetKeyId }) => ({ value: name, hint: targetKeyId })),
    ...keys.map(({ id, description, keySpec }) => ({ value: id, hint: description || keySpec })),
  ]
}
