import { wrap, type IDBPDatabase, type IDBPTransaction } from 'idb'
import type { Entry, Generation, Snapshot } from './journal.ts'
import type { Timers } from './ports.ts'

/** Database structure; what lies in the records is versioned by Generation.schema. */
const STRUCTURE = 1
const STORES = ['events', 'snapshots', 'meta'] as const
export const KEPT_SNAPSHOTS = 3

export interface Head {
  readonly seq: number
  readonly hash: string
}

/** Who may write. `beat` counts only where tabs take turns by lease. */
export interface WriterRecord {
  readonly id: string
  readonly beat: number
}

/** A workspace as it lies on disk or in a file: where it begins and what was done since. */
export interface Image {
  readonly generation: Generation
  readonly base: Snapshot
  readonly entries: readonly Entry[]
}

/** What to write, and what must be true on disk for it to be right. */
export interface Append {
  readonly entries: readonly Entry[]
  readonly snapshot?: Snapshot
  readonly after: Head
  readonly generation: Generation
  readonly writer: string
  readonly strict: boolean
}

/** The disk holds something else than we believe: nothing was written. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict'
  readonly found: 'nothing' | 'other-writer' | 'other-history'

  constructor(found: StoreConflict['found']) {
    super(found)
    this.found = found
  }
}

type Names = (typeof STORES)[number][]
type Writing = IDBPTransaction<unknown, Names, 'readwrite'>

/**
 * The three object stores of one workspace. Every method is one transaction: all of it is on disk or none,
 * and it resolves only after the transaction is complete.
 */
export class WorkspaceStore {
  readonly #db: IDBPDatabase

  private constructor(db: IDBPDatabase, onLost: () => void) {
    this.#db = db
    db.addEventListener('close', onLost)
    db.addEventListener('versionchange', () => {
      db.close()
      onLost()
    })
  }

  /**
   * @param onLost the connection is gone: storage was cleared, or another tab deletes the database
   * @throws when the platform refuses, or does not answer within `limitMs`
   */
  static async open(
    factory: IDBFactory,
    name: string,
    { timers, limitMs, onLost }: { timers: Timers; limitMs: number; onLost: () => void },
  ) {
    const request = factory.open(name, STRUCTURE)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('events', { keyPath: 'seq' })
      request.result.createObjectStore('snapshots', { keyPath: 'seq' })
      request.result.createObjectStore('meta')
    }
    const db = await withinLimit(wrap(request), timers, limitMs, (late) => late?.close())
    return new WorkspaceStore(db as unknown as IDBPDatabase, onLost)
  }

  close(): void {
    this.#db.close()
  }

  async meta(): Promise<{
    readonly generation: unknown
    readonly copy: unknown
    readonly head: unknown
    readonly empty: boolean
  }> {
    const tx = this.#db.transaction([...STORES])
    const meta = tx.objectStore('meta')
    const [generation, copy, head, events, snapshots] = await Promise.all([
      meta.get('generation'),
      meta.get('generation-copy'),
      meta.get('head'),
      tx.objectStore('events').count(),
      tx.objectStore('snapshots').count(),
    ])
    return { generation, copy, head, empty: !generation && !copy && events === 0 && snapshots === 0 }
  }

  /** Newest first; rows stay on disk until asked for. */
  async snapshotNumbers(): Promise<number[]> {
    return ((await this.#db.getAllKeys('snapshots')) as number[]).reverse()
  }

  snapshot(seq: number): Promise<unknown> {
    return this.#db.get('snapshots', seq)
  }

  entriesAfter(seq: number): Promise<unknown[]> {
    return this.#db.getAll('events', IDBKeyRange.lowerBound(seq, true))
  }

  /** Everything, for a learner who wants to keep what we could not read. */
  async raw(): Promise<unknown> {
    const tx = this.#db.transaction([...STORES])
    const [events, snapshots, generation, head] = await Promise.all([
      tx.objectStore('events').getAll(),
      tx.objectStore('snapshots').getAll(),
      tx.objectStore('meta').get('generation'),
      tx.objectStore('meta').get('head'),
    ])
    return { generation, head, snapshots, events }
  }

  writer(): Promise<WriterRecord | undefined> {
    return this.#db.get('meta', 'writer') as Promise<WriterRecord | undefined>
  }

  /** @param unless a writer for whom `unless` holds keeps its turn. @returns whether it is ours now */
  async claim(record: WriterRecord, unless: (held: WriterRecord) => boolean = () => false): Promise<boolean> {
    return this.#write('relaxed', async (tx) => {
      const meta = tx.objectStore('meta')
      const held = (await meta.get('writer')) as WriterRecord | undefined
      if (held && held.id !== record.id && unless(held)) return false
      await meta.put(record, 'writer')
      return true
    })
  }

  async release(id: string): Promise<void> {
    await this.#write('relaxed', async (tx) => {
      const meta = tx.objectStore('meta')
      const held = (await meta.get('writer')) as WriterRecord | undefined
      if (held?.id === id) await meta.delete('writer')
    })
  }

  /** @throws StoreConflict when the disk does not hold what the entries follow */
  append({ entries, snapshot, after, generation, writer, strict }: Append): Promise<void> {
    return this.#write(strict ? 'strict' : 'relaxed', async (tx) => {
      const meta = tx.objectStore('meta')
      const [known, held, head] = await Promise.all([
        meta.get('generation'),
        meta.get('writer'),
        meta.get('head'),
      ])
      if (!known || !head) throw new StoreConflict('nothing')
      if ((held as WriterRecord | undefined)?.id !== writer) throw new StoreConflict('other-writer')
      if ((known as Generation).generation !== generation.generation || (head as Head).hash !== after.hash)
        throw new StoreConflict('other-history')

      for (const entry of entries) await tx.objectStore('events').put(entry)
      if (snapshot) {
        const kept = (await tx.objectStore('snapshots').getAllKeys()) as number[]
        for (const seq of kept.slice(0, Math.max(0, kept.length + 1 - KEPT_SNAPSHOTS)))
          await tx.objectStore('snapshots').delete(seq)
        await tx.objectStore('snapshots').put(snapshot)
      }
      const last = entries.at(-1)
      if (last) await meta.put({ seq: last.seq, hash: last.hash }, 'head')
    })
  }

  /** Puts one workspace in place of whatever is there. What was kept aside stays. */
  replace(
    { generation, base, entries }: Image,
    writer: WriterRecord,
    aside?: { readonly name: 'backup' | 'quarantine'; readonly value: unknown },
  ) {
    return this.#write('strict', async (tx) => {
      const meta = tx.objectStore('meta')
      await tx.objectStore('events').clear()
      await tx.objectStore('snapshots').clear()
      if (base.seq > 0 || base.rows.length > 0) await tx.objectStore('snapshots').put(base)
      for (const entry of entries) await tx.objectStore('events').put(entry)
      const { seq, hash } = entries.at(-1) ?? base
      await meta.put({ seq, hash }, 'head')
      await meta.put(generation, 'generation')
      await meta.put(generation, 'generation-copy')
      await meta.put(writer, 'writer')
      if (aside) await meta.put(aside.value, aside.name)
    })
  }

  aside(name: 'backup' | 'quarantine'): Promise<unknown> {
    return this.#db.get('meta', name)
  }

  async #write<T>(durability: 'strict' | 'relaxed', work: (tx: Writing) => Promise<T>): Promise<T> {
    const tx = this.#db.transaction<Names, 'readwrite'>([...STORES], 'readwrite', { durability })
    // Handled here too, or an abort would surface as an unhandled rejection beside the error of `work`.
    const done = tx.done.then(
      () => undefined,
      (error: unknown) => error ?? new DOMException('The transaction was aborted', 'AbortError'),
    )
    try {
      const result = await work(tx as unknown as Writing)
      const error = await done
      if (error) throw error
      return result
    } catch (error) {
      try {
        tx.abort()
      } catch {
        // aborted or complete already
      }
      const cause = await done
      throw error instanceof DOMException && error.name === 'AbortError' && cause ? cause : error
    }
  }
}

/** @param late is given a result that came after all, so that it can be let go */
export function withinLimit<T>(
  work: Promise<T>,
  timers: Timers,
  limitMs: number,
  late: (result: T) => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false
    const stop = timers.after(limitMs, () => {
      over = true
      reject(new DOMException('No answer in time', 'TimeoutError'))
    })
    work.then(
      (result) => {
        stop()
        if (over) late(result)
        else resolve(result)
      },
      (error: unknown) => {
        stop()
        reject(error)
      },
    )
  })
}
