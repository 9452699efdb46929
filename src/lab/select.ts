import {
  aliasesOf,
  earliestValidTo,
  keysTable,
  keyState,
  type KeyRecord,
  type KeyState,
  type Material,
} from '../kms/key.ts'
import { nextDue, type Due } from '../kms/settle.ts'
import type { TableReader, Tables } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import { NAMES } from './rows.ts'
import { ACCOUNT, HOME_REGION } from './stage.ts'

/** A key as screens show it: derived, so that nothing on a screen can disagree with the engine. */
export interface KeyView {
  /** The name that the lab's text gives it */
  readonly name?: string
  readonly record: KeyRecord
  readonly state: KeyState
  /** The earliest expiry among materials that are present */
  readonly validTo?: Instant
  readonly materials: readonly Material[]
  readonly aliases: readonly string[]
  readonly next?: Due
}

/** The keys of one account and Region, in order of creation. */
export function keysOf(tables: Tables, region = HOME_REGION, accountId = ACCOUNT): readonly KeyView[] {
  const names = new Map(Array.from(tables.rows<string>(NAMES), ([name, arn]) => [arn, name]))
  const views = Array.from(tables.rows<KeyRecord>(keysTable(accountId, region)), ([, record]) =>
    viewOf(tables, record, names.get(record.arn)),
  )
  return views.sort((one, other) => one.record.creationDate - other.record.creationDate)
}

function viewOf(reader: TableReader, record: KeyRecord, name: string | undefined): KeyView {
  const validTo = earliestValidTo(record)
  const next = nextDue(record)
  return {
    ...(name === undefined ? {} : { name }),
    record,
    state: keyState(record),
    ...(validTo === undefined ? {} : { validTo }),
    materials: record.materials,
    aliases: aliasesOf(reader, record).map((alias) => alias.name),
    ...(next ? { next } : {}),
  }
}

/** What happens first by itself, and to which key. */
export function nextOf(keys: readonly KeyView[]): { readonly key: KeyView; readonly due: Due } | undefined {
  let first: { readonly key: KeyView; readonly due: Due } | undefined
  for (const key of keys)
    if (key.next && (!first || key.next.at < first.due.at)) first = { key, due: key.next }
  return first
}

/** How many keys are in each state. */
export function countsOf(keys: readonly KeyView[]): ReadonlyMap<KeyState, number> {
  const counts = new Map<KeyState, number>()
  for (const { state } of keys) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}
