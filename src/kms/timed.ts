import type { Instant } from '../world/clock.ts'
import type { KeyRecord, Material } from './key.ts'
import type { Change, Draft, TableReader } from './tables.ts'

/** What a service event's record tells (F-713). */
export interface Happening {
  readonly eventName: 'RotateKey' | 'DeleteExpiredKeyMaterial' | 'DeleteKey' | 'SynchronizeMultiRegionKey'
  readonly details: Readonly<Record<string, unknown>>
}

export interface Happened {
  readonly change: Change
  /** What goes on record, each with the key as it was before */
  readonly occurrences: readonly { readonly key: KeyRecord; readonly happening: Happening }[]
}

/** Makes fresh material for a key; what the HSM needs for it goes to the draft. */
export type NewMaterial = (keyId: string, draft: Draft) => Pick<Material, 'id' | 'token'>

/** Rows to which something happens by itself at a moment that is already fixed: keys, and what else has a date. */
export interface Timed<Row> {
  /** How the names of their tables begin */
  readonly tables: string
  next(row: Row): Instant | undefined
  /** Carries out what is next for the row; afterwards its `next` must be later, or nothing */
  happen(reader: TableReader, row: Row, newMaterial: NewMaterial): Happened
}
