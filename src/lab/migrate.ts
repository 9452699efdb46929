import type { Change, Put } from '../kms/tables.ts'
import { seconds } from '../world/clock.ts'
import { WORLD } from './world-rows.ts'

/** What lies in rows and records. Grows with every change that an older lab could not read. */
export const SCHEMA = 1

/**
 * Each turns the rows of schema n into those of n + 1, for n from 0. The state is carried over, not the journal:
 * an old entry cannot be replayed by rules it did not know. The original is kept aside as it was.
 */
const migrations: readonly ((rows: Change) => Change)[] = [fromPrototype]

export function migrateRows(schema: number, rows: Change): Change {
  return migrations.slice(schema).reduce((current, next) => next(current), rows)
}

/** Schema 0, the prototype: the clock in seconds, and files as bare bytes. */
function fromPrototype(rows: Change): Change {
  return rows.map(([table, key, row]): Put => {
    if (table === WORLD && key === 'clock') return [table, key, seconds(row as number)]
    if (table === 'files') return [table, key, { name: key, bytes: row, changedAt: 0 }]
    return [table, key, row]
  })
}
