import type { Entry, Generation, Snapshot } from './journal.ts'
import type { SavedMark } from './lab.ts'
import type { Timers } from './ports.ts'
import {
  StoreConflict,
  withinLimit,
  type Head,
  type Image,
  type WorkspaceStore,
  type WriterRecord,
} from './workspace-store.ts'
import { says } from './words.ts'

/** How long an action that changes nothing of value may wait for others, to share a transaction. */
export const WRITE_BEHIND_MS = 250
/** After this long without an answer a transaction counts as failed. */
export const WRITE_LIMIT_MS = 5_000

export interface SaverPorts {
  readonly timers: Timers
  readonly writer: () => WriterRecord
  /** @throws when storage cannot be had */
  open(): Promise<WorkspaceStore>
  /** All there is to save, from memory. */
  image(): Image
  mark(mark: SavedMark, notice?: string): void
  /** Entries are on disk; other tabs may read them. */
  saved(): void
  /** The disk belongs to another tab, or holds another history: what is unsaved here is dropped. */
  overtaken(): void
}

interface Pending {
  readonly entry: Entry
  readonly snapshot?: Snapshot
}

/**
 * Brings entries to disk in their order, and says `saved` only after the transaction is complete. When writing
 * fails, entries wait in memory and the next one, or a retry, brings them all.
 */
export class Saver {
  readonly #ports: SaverPorts
  #store: WorkspaceStore | undefined
  #head: Head
  #generation: Generation
  #pending: Pending[] = []
  #strict = false
  #running: Promise<void> | undefined
  #stopTimer: (() => void) | undefined
  /** The disk holds another workspace than memory does, until a replacement is complete */
  #replaceDue: Parameters<WorkspaceStore['replace']>[2] | true | undefined

  constructor(ports: SaverPorts, store: WorkspaceStore | undefined, generation: Generation, head: Head) {
    this.#ports = ports
    this.#store = store
    this.#generation = generation
    this.#head = head
  }

  /** What is on disk as far as we know; after a load or a reread. */
  startFrom(generation: Generation, head: Head): void {
    this.#generation = generation
    this.#head = head
    this.#pending = []
    this.#replaceDue = undefined
  }

  /** @param strict on disk when it resolves, unless storage fails: then the mark says so */
  add(entry: Entry, snapshot: Snapshot | undefined, strict: boolean): Promise<void> {
    if (!this.#store) return Promise.resolve()
    this.#pending.push(snapshot ? { entry, snapshot } : { entry })
    this.#strict ||= strict
    this.#ports.mark('saving')
    if (strict) return this.flush()
    this.#stopTimer ??= this.#ports.timers.after(WRITE_BEHIND_MS, () => void this.flush())
    return Promise.resolve()
  }

  flush(): Promise<void> {
    this.#stopTimer?.()
    this.#stopTimer = undefined
    const turn = (this.#running ?? Promise.resolve()).then(() => this.#writePending())
    this.#running = turn
    return turn
  }

  /** Puts what is in memory in place of what is on disk. */
  replaceAll(aside?: Parameters<WorkspaceStore['replace']>[2]): Promise<void> {
    this.#replaceDue = aside ?? true
    return this.flush()
  }

  /** Opens storage that was missing, or writes again what could not be written. */
  async retry(): Promise<void> {
    if (this.#store) return this.flush()
    try {
      const store = await this.#ports.open()
      const { empty, head } = await store.meta()
      if (!empty && (head as Head | undefined)?.hash !== this.#head.hash) {
        store.close()
        return this.#ports.mark('memory', says.otherWorkOnDisk)
      }
      this.#store = store
    } catch {
      return this.#ports.mark('memory', says.storageStillMissing)
    }
    await this.replaceAll()
  }

  /** The connection is gone; what was behind it may be gone too. */
  lost(): void {
    this.#running = (this.#running ?? Promise.resolve()).then(() => this.#tryTo(() => this.#reopen()))
  }

  /** Every write that was asked for so far is over. */
  async idle(): Promise<void> {
    await this.#running
  }

  close(): void {
    this.#stopTimer?.()
    this.#store?.close()
    this.#store = undefined
  }

  get unsaved(): number {
    return this.#pending.length
  }

  async #writePending(): Promise<void> {
    if (!this.#store || (this.#pending.length === 0 && !this.#replaceDue)) return
    await this.#tryTo(async () => {
      try {
        await this.#write()
      } catch (error) {
        if (!isClosed(error)) throw error
        await this.#reopen()
      }
    })
  }

  async #write(): Promise<void> {
    if (this.#replaceDue) await this.#replace()
    else await this.#append()
  }

  async #append(): Promise<void> {
    const batch = [...this.#pending]
    const last = batch.at(-1)
    if (!this.#store || !last) return this.#ports.mark('saved')
    const snapshot = batch.findLast((pending) => pending.snapshot)?.snapshot
    const append = this.#store.append({
      entries: batch.map(({ entry }) => entry),
      ...(snapshot ? { snapshot } : {}),
      after: this.#head,
      generation: this.#generation,
      writer: this.#ports.writer().id,
      strict: this.#strict,
    })
    await this.#inTime(append)
    this.#done(batch.length, last.entry)
  }

  /** A write that ends after all has been said to have failed: the next look at the disk takes that back. */
  #inTime(write: Promise<void>): Promise<void> {
    return withinLimit(write, this.#ports.timers, WRITE_LIMIT_MS, () => void this.flush())
  }

  #done(count: number, { seq, hash }: Head): void {
    this.#pending = this.#pending.slice(count)
    this.#head = { seq, hash }
    if (this.#pending.length === 0) {
      this.#strict = false
      this.#ports.mark('saved')
    }
    this.#ports.saved()
  }

  async #tryTo(write: () => Promise<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      if (error instanceof StoreConflict) return this.#resolve(error)
      this.#ports.mark('failed', isFull(error) ? says.storageFull : says.storageFailed)
    }
  }

  /** A transaction may be complete although its answer was lost: then the disk holds what is pending here. */
  async #resolve(conflict: StoreConflict): Promise<void> {
    if (conflict.found === 'nothing') return this.#tryTo(() => this.#replaceWiped())
    const head = (await this.#store?.meta().catch(() => undefined))?.head as Head | undefined
    const known = this.#pending.findIndex(({ entry }) => entry.hash === head?.hash)
    if (conflict.found === 'other-history' && head && known >= 0) {
      this.#done(known + 1, head)
      return this.#writePending()
    }
    this.#pending = []
    this.#ports.overtaken()
  }

  async #reopen(): Promise<void> {
    this.#store?.close()
    this.#store = await this.#ports.open()
    const { empty } = await this.#store.meta()
    if (empty) return this.#replaceWiped()
    await this.#write()
  }

  async #replaceWiped(): Promise<void> {
    await this.#replace()
    this.#ports.mark('saved', says.storageWasCleared)
  }

  async #replace(): Promise<void> {
    if (!this.#store) return
    const aside = typeof this.#replaceDue === 'object' ? this.#replaceDue : undefined
    const image = this.#ports.image()
    const count = this.#pending.length
    this.#ports.mark('saving')
    await this.#inTime(this.#store.replace(image, this.#ports.writer(), aside))
    this.#generation = image.generation
    this.#replaceDue = undefined
    this.#done(count, image.entries.at(-1) ?? image.base)
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'
const isClosed = (error: unknown) => error instanceof DOMException && error.name === 'InvalidStateError'
