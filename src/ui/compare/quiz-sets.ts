import type { ColumnId, TableRow } from '../../course/table/table-definition.ts'
import type { Lens } from '../lens/use-lens.ts'
import { claimUnder } from './cell-words.tsx'
import type { Pair } from './table-address.ts'

export interface Slot {
  readonly id: string
  readonly row: TableRow
  readonly column: ColumnId
  readonly claim: string
}

const ROWS = 6

/** The rows in handy sets. */
export const setsOf = (rows: readonly TableRow[]): readonly (readonly TableRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) => rows.slice(i * ROWS, (i + 1) * ROWS))

export const slotsOf = (rows: readonly TableRow[], pair: Pair, lens: Lens): readonly Slot[] =>
  rows.flatMap((row) =>
    pair.map((column) => ({
      id: `${row.id}-${column}`,
      row,
      column,
      claim: claimUnder(row.cells[column], lens),
    })),
  )

/** What is placed where: the claim's own slot by the slot it lies in. */
export type Placing = Readonly<Record<string, string>>

/** Claims that lie nowhere yet, in the order of the alphabet, which tells nothing. */
export const unplaced = (slots: readonly Slot[], placing: Placing): readonly Slot[] =>
  slots
    .filter(({ id }) => !Object.values(placing).includes(id))
    .toSorted((a, b) => a.claim.localeCompare(b.claim))

/** A claim lies in one place only, and a place holds one claim. */
export function place(placing: Placing, slot: string, claim: string | undefined): Placing {
  const kept = Object.entries(placing).filter(([at, what]) => at !== slot && what !== claim)
  return Object.fromEntries(claim === undefined ? kept : [...kept, [slot, claim]])
}

/** Judged by its words: where two cells say the same, either claim is right in both. */
export const isRight = (slot: Slot, slots: readonly Slot[], placing: Placing): boolean =>
  slots.find(({ id }) => id === placing[slot.id])?.claim === slot.claim
