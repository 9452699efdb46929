import type { LabDefinition } from '../course/lab-definition.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Clock } from '../world/clock.ts'
import type { Entropy } from '../world/entropy.ts'
import type { ShellPort } from './shell-port.ts'

/** Timers come in as an argument, so that tests decide when they fire. */
export interface Timers {
  /** @returns the way to call it off */
  after(ms: number, run: () => void): () => void
}

/** What the lab uses of BroadcastChannel. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => unknown) | null
  close(): void
}

/** What the lab uses of the Web Locks API. */
export type Locks = Pick<LockManager, 'request'>

/**
 * Where a workspace is kept and who else may hold it. Everything may be missing, as in a sandboxed frame:
 * a getter that throws counts as missing, so hand over functions.
 */
export interface LabStorage {
  /** Name of the workspace: one database, one writer */
  readonly name: string
  readonly indexedDB?: () => IDBFactory | undefined
  readonly locks?: () => Locks | undefined
  readonly channel?: (name: string) => Channel | undefined
}

export interface LabPorts {
  readonly crypto: CryptoProvider
  readonly storage: LabStorage
  /** Draws the seed of a new workspace and the names of tabs */
  readonly seedEntropy: Entropy
  readonly labs: readonly LabDefinition[]
  /** When something was learnt; and for leases between tabs, where Web Locks are missing */
  readonly wallClock: Clock
  readonly timers: Timers
  /** Lets a page draw and answer in the middle of long work; absent where nobody waits for one */
  readonly rest?: () => Promise<void>
  /** Absent: the session has no terminal, as in a demonstration */
  readonly shell?: ShellPort
}

/** What a getter gives, or undefined where the platform refuses by throwing. */
export function granted<T>(get: (() => T | undefined) | undefined): T | undefined {
  try {
    return get?.()
  } catch {
    return undefined
  }
}
