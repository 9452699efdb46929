import type { Change } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import { digest } from './digest.ts'

/** What an action was, told without anything secret (see redact.ts). */
export type Action =
  | { readonly kind: 'begin' }
  | {
      readonly kind: 'call'
      readonly operation: string
      readonly input: Readonly<Record<string, unknown>>
      /** A role of the account; absent: its root */
      readonly as?: string
      /** Absent: the home Region */
      readonly region?: string
      /** Error code; absent when the call succeeded */
      readonly error?: string
    }
  | { readonly kind: 'act-as'; readonly as: string; readonly region: string }
  | { readonly kind: 'clock'; readonly to: Instant }
  /** The teaching model of a failed Region */
  | { readonly kind: 'region-failure'; readonly region: string }
  /** Somebody of the story was rung up */
  | { readonly kind: 'ring'; readonly about: string }
  | { readonly kind: 'put-file' | 'remove-file'; readonly name: string; readonly size: number }
  | {
      readonly kind: 'receive'
      readonly name: string
      readonly size: number
      readonly verdict: 'accepted' | 'refused'
    }
  | { readonly kind: 'start-lab'; readonly labId: string; readonly seed: number }
  /** A line of the terminal was added to the history; what it did has entries of its own */
  | { readonly kind: 'typed' }
  /** Files that a line of the terminal wrote or removed */
  | { readonly kind: 'files'; readonly names: readonly string[] }
  | { readonly kind: 'answer'; readonly id: string }
  /** A question of the bank was answered; what was answered is in the rows */
  | { readonly kind: 'answer-item'; readonly itemId: string }
  /** An exam began, went on or ended */
  | { readonly kind: 'exam'; readonly attempt: string }
  /** A lesson was read to its end, or a demonstration bet on or played */
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'hint'; readonly stepId: string; readonly level: number }
  | { readonly kind: 'undo' | 'redo'; readonly of: number }

/** One action and everything it changed: the state is the sum of all changes. Append-only, hash-chained. */
export interface Entry {
  /** 1 is the first of a generation */
  readonly seq: number
  readonly prevHash: string
  readonly hash: string
  readonly vtime: Instant
  readonly action: Action
  readonly change: Change
}

/** Whole state after entry `seq`, with what undo and redo need to go on from there. */
export interface Snapshot {
  readonly seq: number
  /** The hash of entry `seq`, or the genesis hash for 0 */
  readonly hash: string
  readonly rows: Change
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  readonly digest: string
}

/** The change that takes entry `seq` back, or that does it again. */
export interface Step {
  readonly seq: number
  readonly change: Change
}

/** What names a journal: a reset or an opened file begins a new generation. */
export interface Generation {
  readonly schema: number
  readonly generation: string
}

export const genesisHash = ({ schema, generation }: Generation): string => digest({ schema, generation })

export function seal(entry: Omit<Entry, 'hash'>): Entry {
  return { ...entry, hash: entryHash(entry) }
}

function entryHash({ seq, prevHash, vtime, action, change }: Omit<Entry, 'hash'>): string {
  return digest({ seq, prevHash, vtime, action, change })
}

/** Whether `entry` is whole and comes next after `seq` and `hash`. Never throws, whatever was stored. */
export function follows(entry: unknown, seq: number, hash: string): entry is Entry {
  try {
    const next = entry as Entry
    return (
      next.seq === seq + 1 && next.prevHash === hash && next.hash === entryHash(next) && isChange(next.change)
    )
  } catch {
    return false
  }
}

export function isChange(value: unknown): value is Change {
  return (
    Array.isArray(value) &&
    value.every(
      (put) =>
        Array.isArray(put) && put.length === 3 && typeof put[0] === 'string' && typeof put[1] === 'string',
    )
  )
}
