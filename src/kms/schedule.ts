import type { Instant } from '../world/clock.ts'
import { keyStoresInTime } from './key-store-connection.ts'
import { keysInTime } from './settle.ts'
import type { Change, Put, TableReader } from './tables.ts'
import type { Timed } from './timed.ts'

/** THE LIST of what has dates. */
const allTimed: readonly Timed<never>[] = [keysInTime, keyStoresInTime]

const timedOf = (table: string) =>
  allTimed.find(({ tables }) => table.startsWith(tables)) as Timed<unknown> | undefined

interface Entry {
  readonly at: Instant
  readonly table: string
  readonly id: string
}

/** A row whose date has come. */
export interface Turn {
  readonly at: Instant
  readonly row: unknown
  readonly timed: Timed<unknown>
}

/**
 * Which row is due next, without looking at every row: a binary heap by date.
 * An entry whose row has changed since is stale and dropped when it comes up.
 */
export class Schedule {
  readonly #reader: TableReader
  readonly #heap: Entry[]
  /** The date last entered for a row, so that a row written again with the same date is not entered again */
  readonly #entered: Map<string, Instant>

  /** @param known a schedule of the same rows, so that looking ahead need not look at every row */
  constructor(reader: TableReader, known?: Schedule) {
    this.#reader = reader
    this.#heap = known ? known.#heap.slice() : []
    this.#entered = new Map()
    if (known) return
    for (const table of reader.names())
      if (timedOf(table)) for (const [id, row] of reader.rows(table)) this.follow([[table, id, row] as Put])
  }

  /** Entries, stale ones included */
  get size(): number {
    return this.#heap.length
  }

  follow(change: Change): void {
    for (const [table, id, row] of change) {
      const at = row === null ? undefined : timedOf(table)?.next(row)
      if (at === undefined || this.#entered.get(table + id) === at) continue
      this.#entered.set(table + id, at)
      this.#push({ at, table, id })
    }
  }

  /** The row whose next event comes first, if that is due by then. */
  first(until: Instant): Turn | undefined {
    for (let entry = this.#heap[0]; entry && entry.at <= until; entry = this.#heap[0]) {
      const { at, table, id } = entry
      const row = this.#reader.get(table, id)
      const timed = timedOf(table) as Timed<unknown>
      if (row !== undefined && timed.next(row) === at) return { at, row, timed }
      this.#pop()
      if (this.#entered.get(table + id) === at) this.#entered.delete(table + id)
    }
    return undefined
  }

  #push(entry: Entry): void {
    const heap = this.#heap
    let i = heap.push(entry) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!before(entry, heap[parent] as Entry)) break
      heap[i] = heap[parent] as Entry
      i = parent
    }
    heap[i] = entry
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop() as Entry
    if (heap.length === 0) return
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++
      if (!before(heap[child] as Entry, last)) break
      heap[i] = heap[child] as Entry
      i = child
    }
    heap[i] = last
  }
}

/** Equal dates are told apart by name, so that every replay takes the same order. */
const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.table + a.id < b.table + b.id)
