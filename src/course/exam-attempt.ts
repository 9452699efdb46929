import type { Instant } from '../world/clock.ts'
import type { Certainty } from './answered.ts'
import type { Response } from './item-definition.ts'

/** An exam block as it stands: enough to go on with it after a crash, on the same questions and the same clock. */
export interface ExamAttempt {
  readonly attempt: string
  readonly seed: number
  readonly items: readonly { readonly itemId: string; readonly variant: number; readonly pilot?: true }[]
  /** By the wall clock */
  readonly startedAt: Instant
  /** Of the block, with the accommodation in it; absent: untimed */
  readonly limitSeconds?: number
  /** 1, 1.25, 1.5 or 2, as chosen before the start; absent: untimed */
  readonly timeFactor?: number
  /** Seconds spent in pauses; a pause has a reason */
  readonly pausedSeconds?: number
  /** Item id to answer */
  readonly responses: Readonly<Record<string, Response>>
  readonly certainties?: Readonly<Record<string, Certainty>>
  /** Ids of items marked to return to */
  readonly flags: readonly string[]
  /** Item id to seconds spent on it */
  readonly seconds: Readonly<Record<string, number>>
  /** Absent while it runs */
  readonly finishedAt?: Instant
}

/** The places of the flagged questions in the block; 1 is the first. */
export const flaggedNumbers = ({ items, flags }: ExamAttempt): readonly number[] =>
  items.flatMap(({ itemId }, i) => (flags.includes(itemId) ? [i + 1] : []))
