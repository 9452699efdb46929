import type { Instant } from '../world/clock.ts'
import type { KeyRecord } from './key.ts'
import { nextDue } from './settle.ts'
import type { Change, Tables } from './tables.ts'

interface Entry {
  readonly at: Instant
  readonly table: string
  readonly id: string
}

/**
 * Which key is due next, without looking at every key: a binary heap by date.
 * An entry whose key has changed since is stale and dropped when it comes up.
 */
export class Schedule {
  readonly #tables: Tables
  readonly #heap: Entry[] = []

  constructor(tables: Tables) {
    this.#tables = tables
    this.follow(tables.dump())
  }

  follow(change: Change): void {
    for (const [table, id, row] of change) {
      if (row === null || !table.startsWith('keys/')) continue
      const due = nextDue(row as KeyRecord)
      if (due) this.#push({ at: due.at, table, id })
    }
  }

  /** The key whose next event comes first, if that is due by then. */
  first(until: Instant): KeyRecord | undefined {
    for (let entry = this.#heap[0]; entry && entry.at <= until; entry = this.#heap[0]) {
      const key = this.#tables.get<KeyRecord>(entry.table, entry.id)
      if (key && nextDue(key)?.at === entry.at) return key
      this.#pop()
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
