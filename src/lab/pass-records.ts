import type { TrailEvent } from '../kms/trail.ts'
import type { Entry } from './journal.ts'
import { PASSES, type PassRow } from './rows.ts'

const TRAIL = 'trail'

/**
 * The audit records that completed passed labs, as they were then: the world may have been another since. A pass that
 * was carried over from an older journal has none.
 *
 * @returns by the running number of the pass
 */
export function passRecords(entries: readonly Entry[]): ReadonlyMap<string, TrailEvent> {
  const trail = new Map<string, TrailEvent>()
  const found = new Map<string, TrailEvent>()
  for (const { change } of entries) {
    for (const [table, key, row] of change) {
      if (table !== TRAIL) continue
      if (row === null) trail.delete(key)
      else trail.set(key, row as TrailEvent)
    }
    for (const [table, key, row] of change) {
      if (table !== PASSES || row === null) continue
      const record = trail.get(String((row as PassRow).event))
      if (record && !found.has(key)) found.set(key, record)
    }
  }
  return found
}
