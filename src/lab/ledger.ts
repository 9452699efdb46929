import type { Change, Tables } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import type { History } from './history.ts'
import { seal, type Action, type Entry, type Generation, type Snapshot } from './journal.ts'
import { sealSnapshot, type Rebuilt } from './rebuild.ts'
import type { Head, Image } from './workspace-store.ts'

/** An entry that is far enough from the last snapshot brings a new one. */
export const SNAPSHOT_EVERY = 200

/** The journal in memory: from one of the last snapshots on, which is all that undo, saving and following need. */
export class Ledger {
  #generation: Generation
  #base: Snapshot
  #newest: Snapshot
  #entries: readonly Entry[]
  #history: History
  #head: Head

  constructor({ generation, base, entries }: Image, { history, head }: Pick<Rebuilt, 'history' | 'head'>) {
    this.#generation = generation
    this.#base = base
    this.#newest = base
    this.#entries = entries
    this.#history = history
    this.#head = head
  }

  get generation(): Generation {
    return this.#generation
  }

  get head(): Head {
    return this.#head
  }

  get history(): History {
    return this.#history
  }

  get image(): Image {
    return { generation: this.#generation, base: this.#base, entries: this.#entries }
  }

  /** Writes down what an action did. */
  write(action: Action, vtime: Instant, change: Change, inverse: Change): Entry {
    const entry = seal({ seq: this.#head.seq + 1, prevHash: this.#head.hash, vtime, action, change })
    this.follow(entry, inverse)
    return entry
  }

  /** Takes an entry that another tab wrote. */
  follow(entry: Entry, inverse: Change): void {
    this.#history.follow(entry, inverse)
    this.#entries = [...this.#entries, entry]
    this.#head = { seq: entry.seq, hash: entry.hash }
  }

  /** A snapshot of now, when one is due. The one before becomes the beginning of what memory holds. */
  snapshotIfDue(tables: Tables): Snapshot | undefined {
    if (this.#head.seq - this.#newest.seq < SNAPSHOT_EVERY) return undefined
    const { undoable: undo, redoable: redo } = this.#history
    const snapshot = sealSnapshot({ ...this.#head, rows: tables.dump(), undo: [...undo], redo: [...redo] })
    const { seq } = this.#newest
    this.#base = this.#newest
    this.#entries = this.#entries.filter((entry) => entry.seq > seq)
    this.#newest = snapshot
    return snapshot
  }
}
