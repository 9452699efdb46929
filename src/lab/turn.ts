import type { Clock } from '../world/clock.ts'
import { granted, type Channel, type LabStorage, type Locks, type Timers } from './ports.ts'
import type { WriterRecord } from './workspace-store.ts'

/** How a tab without Web Locks shows that it lives, and when the others may think it dead. */
export const BEAT_MS = 2_000
export const STALE_MS = 6_000
/** How long a tab that wants to write waits for the other one to finish and step back. */
export const YIELD_MS = 1_000

/** Reads and writes the writer record, wherever it is kept. */
export interface Lease {
  claim(record: WriterRecord, unless?: (held: WriterRecord) => boolean): Promise<boolean>
  release(id: string): Promise<void>
}

export interface TurnPorts {
  readonly id: string
  readonly storage: LabStorage
  readonly timers: Timers
  readonly wallClock: Clock
  readonly lease: Lease
  /** Saves what is not saved yet, before another tab takes the turn. */
  finish(): Promise<void>
  gained(): unknown
  lost(): void
  /** The writer has saved something. */
  heard(): void
}

type Message = { readonly kind: 'wrote' } | { readonly kind: 'please-yield' | 'yielded'; readonly id: string }

/**
 * One writer per workspace. Web Locks decide where they exist: the lock of a dead tab passes on at once. Elsewhere
 * a lease on disk decides. Either way the disk itself checks the writer's name in every transaction, so a tab that
 * has not noticed yet that it lost its turn writes nothing.
 */
export class Turn {
  readonly #ports: TurnPorts
  readonly #channel: Channel | undefined
  #locks: Locks | undefined
  #writes = false
  #letGo: (() => void) | undefined
  #waiting: AbortController | undefined
  #yielded: (() => void) | undefined
  #stopBeat: (() => void) | undefined
  #closed = false

  constructor(ports: TurnPorts) {
    this.#ports = ports
    const name = lockName(ports.storage)
    this.#channel = granted(() => ports.storage.channel?.(name))
    this.#locks = granted(ports.storage.locks)
    if (this.#channel) this.#channel.onmessage = ({ data }) => void this.#hear(data as Message)
  }

  get writes(): boolean {
    return this.#writes
  }

  /** Asks for the turn. @returns whether this tab has it now; it may still gain it later */
  async begin(): Promise<boolean> {
    if (!this.#locks) return this.#beginLease()
    try {
      if (await this.#request({ ifAvailable: true })) return true
    } catch {
      // A sandboxed frame has the object but may not use it.
      this.#locks = undefined
      return this.#beginLease()
    }
    this.#queue()
    return false
  }

  /** Takes the turn from whoever has it, after giving them a moment to finish. */
  async take(): Promise<void> {
    if (this.#writes) return
    // Out of the queue first: a lock that came through it now would be stolen from ourselves.
    this.#stopBeat?.()
    this.#waiting?.abort()
    await this.#askToYield()
    if (this.#writes) return
    try {
      await this.#seize()
    } catch (error) {
      this.#queue()
      throw error
    }
  }

  async #seize(): Promise<void> {
    if (this.#locks) return void (await this.#request({ steal: true }))
    await this.#ports.lease.claim(this.#record())
    this.#gain()
    this.#beat()
  }

  /** Tells the tabs that follow. */
  announce(): void {
    this.#channel?.postMessage({ kind: 'wrote' } satisfies Message)
  }

  /** The disk says that another tab writes. */
  lose(): void {
    if (!this.#writes) return
    this.#stepBack()
    this.#ports.lost()
    this.#queue()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#waiting?.abort()
    const wrote = this.#writes
    this.#stepBack()
    if (wrote) await this.#ports.lease.release(this.#ports.id).catch(() => undefined)
    this.#channel?.close()
  }

  #stepBack(): void {
    this.#writes = false
    this.#stopBeat?.()
    this.#letGo?.()
    this.#letGo = undefined
  }

  #gain(): void {
    if (this.#closed || this.#writes) return
    this.#writes = true
    this.#ports.gained()
  }

  async #hear(message: Message): Promise<void> {
    if (message.kind === 'wrote') {
      if (!this.#writes) this.#ports.heard()
    } else if (message.kind === 'yielded') {
      if (message.id === this.#ports.id) this.#yielded?.()
    } else if (message.kind === 'please-yield' && this.#writes) {
      await this.#ports.finish().catch(() => undefined)
      this.#stepBack()
      this.#channel?.postMessage({ kind: 'yielded', id: message.id } satisfies Message)
      this.#ports.lost()
      // Not at once: the lock is for the tab that asked.
      this.#stopBeat = this.#ports.timers.after(YIELD_MS, () => this.#queue())
    }
  }

  #askToYield(): Promise<void> {
    if (!this.#channel) return Promise.resolve()
    return new Promise((resolve) => {
      const stop = this.#ports.timers.after(YIELD_MS, resolve)
      this.#yielded = () => {
        stop()
        resolve()
      }
      this.#channel?.postMessage({ kind: 'please-yield', id: this.#ports.id } satisfies Message)
    })
  }

  /** Resolves with whether the lock was given; it is then held until `#letGo`. */
  #request(options: LockOptions): Promise<boolean> {
    const locks = this.#locks as Locks
    return new Promise((resolve, reject) => {
      locks
        .request(lockName(this.#ports.storage), options, (lock) => {
          if (!lock || this.#closed) return resolve(false)
          const held = new Promise<void>((letGo) => (this.#letGo = letGo))
          this.#gain()
          resolve(true)
          return held
        })
        .catch((error: unknown) => {
          // Stolen by another tab, or called off while waiting; before the lock was given it is a real refusal.
          if (this.#writes) this.lose()
          reject(error)
        })
    })
  }

  #queue(): void {
    // A request left waiting behind our own lock would be given to us when we let it go to another tab.
    if (this.#closed || this.#writes) return
    if (!this.#locks) return this.#pollLease()
    this.#waiting = new AbortController()
    this.#request({ signal: this.#waiting.signal }).catch(() => undefined)
  }

  async #beginLease(): Promise<boolean> {
    const alive = (held: WriterRecord) =>
      this.#ports.wallClock.now() - held.beat < STALE_MS && held.beat <= this.#ports.wallClock.now()
    if (await this.#ports.lease.claim(this.#record(), alive)) {
      this.#gain()
      this.#beat()
      return true
    }
    this.#pollLease()
    return false
  }

  #pollLease(): void {
    if (this.#closed) return
    this.#stopBeat = this.#ports.timers.after(BEAT_MS, () => {
      if (!this.#writes && !this.#closed) void this.#beginLease().catch(() => this.#pollLease())
    })
  }

  #beat(): void {
    this.#stopBeat = this.#ports.timers.after(BEAT_MS, () => {
      if (!this.#writes) return
      const mine = () => true
      this.#ports.lease.claim(this.#record(), mine).then(
        (kept) => (kept ? this.#beat() : this.lose()),
        () => this.#beat(),
      )
    })
  }

  #record(): WriterRecord {
    return { id: this.#ports.id, beat: this.#ports.wallClock.now() }
  }
}

export const lockName = ({ name }: LabStorage) => `kms-key-material-lab/${name}`
