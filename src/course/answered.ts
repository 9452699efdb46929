import type { Instant } from '../world/clock.ts'
import type { ItemTag, Response } from './item-definition.ts'

export type Certainty = 'low' | 'middle' | 'high'
export const CERTAINTIES: readonly Certainty[] = ['low', 'middle', 'high']

/** Where a question was answered: `review` is the spaced one, `lab` the questions around a lab. */
export type AnswerMode = 'practice' | 'exam' | 'review' | 'lab'
export const ANSWER_MODES: readonly AnswerMode[] = ['practice', 'exam', 'review', 'lab']

/** One answer to one question, as it is kept for good. What it is worth is told by `grade`, at the time of the answer. */
export interface AnsweredItem {
  readonly itemId: string
  /** The seed from which the values of the slots were drawn */
  readonly variant: number
  /** By the wall clock: learning happens in the learner's time, not in the world's */
  readonly at: Instant
  readonly mode: AnswerMode
  readonly response: Response
  readonly right: boolean
  readonly share: number
  readonly tags: readonly ItemTag[]
  /** Absent where the learner was not asked, as in an exam */
  readonly certainty?: Certainty
  readonly seconds: number
  /** The exam it belongs to */
  readonly attempt?: string
  /** Tried out in an exam, and not scored */
  readonly pilot?: true
}
