import type { Instant } from '../../world/clock.ts'
import type { AnsweredItem, Certainty } from '../answered.ts'
import type { Item } from '../item-definition.ts'
import type { LabDefinition } from '../lab-definition.ts'

/** A lab that was passed. All times are the learner's own. */
export interface LabPass {
  readonly labId: string
  /** Absent in records from before it was kept */
  readonly seed?: number
  readonly at: Instant
  /** When the attempt was started */
  readonly began?: Instant
  /** Step id to the deepest hint that was taken */
  readonly hints: Readonly<Record<string, 1 | 2 | 3>>
  /** The audit record that completed it */
  readonly event: number
}

/** A wrong move or a wrong answer in a lab that shows a belief. */
export interface LabSlip {
  readonly labId: string
  readonly moveId: string
  readonly misconception?: string
  readonly certainty?: Certainty
  readonly at: Instant
}

/** A prediction in a lab, with the learner's certainty. */
export interface LabPrediction {
  readonly labId: string
  readonly right: boolean
  readonly certainty: Certainty
}

/** Everything from which the course judges what a learner can do, each list oldest first. */
export interface LearnerRecord {
  readonly answers: readonly AnsweredItem[]
  readonly passes: readonly LabPass[]
  readonly slips: readonly LabSlip[]
  readonly predictions: readonly LabPrediction[]
}

/** What there is to answer and to do. */
export interface Course {
  readonly items: readonly Item[]
  readonly labs: readonly LabDefinition[]
}

/** As it was at an instant. */
export const recordUntil = ({ answers, passes, slips, predictions }: LearnerRecord, until: Instant) => ({
  answers: answers.filter(({ at }) => at <= until),
  passes: passes.filter(({ at }) => at <= until),
  slips: slips.filter(({ at }) => at <= until),
  predictions,
})
