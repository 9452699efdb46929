import type { AnsweredItem, Certainty } from '../src/course/answered.ts'
import type { ExamAttempt } from '../src/course/exam-attempt.ts'
import { grade } from '../src/course/grade.ts'
import type { Item, Response } from '../src/course/item-definition.ts'
import { items } from '../src/course/items/index.ts'
import type { Metric } from '../src/course/lab-definition.ts'
import type { LabPass } from '../src/course/mastery/learner-record.ts'
import { ANSWERED, EXAMS, PASSES } from '../src/lab/rows.ts'
import { writeSaveFile } from '../src/lab/save-file.ts'
import { Session } from '../src/lab/session.ts'
import { testPorts } from '../src/lab/testing/ports.ts'
import { days } from '../src/world/clock.ts'

export interface Learnt {
  readonly answers: readonly AnsweredItem[]
  readonly passes: readonly (LabPass & { readonly seed: number })[]
  readonly exams?: readonly ExamAttempt[]
}

/** A workspace file of a learner who has done this, as the settings page opens it. */
export function saveOfLearner({ answers, passes, exams = [] }: Learnt): Buffer {
  const { image } = new Session(testPorts()).blank([
    ...answers.map((row, i) => [ANSWERED, String(i + 1), row] as const),
    ...passes.map((row, i) => [PASSES, String(i + 1), row] as const),
    ...exams.map((row) => [EXAMS, row.attempt, row] as const),
  ])
  return Buffer.from(writeSaveFile(image))
}

export const itemsOf = (metric: Metric): readonly Item[] => items.filter((item) => item.metric === metric)

export function rightAnswer(item: Item): Response {
  if (item.type === 'order') return { kind: 'order', ids: item.steps.map(({ id }) => id) }
  if (item.type === 'match')
    return { kind: 'pairs', pairs: Object.fromEntries(item.left.map(({ id, right }) => [id, right])) }
  return { kind: 'marked', ids: item.options.filter(({ correct }) => correct).map(({ id }) => id) }
}

/** The first wrong answer that shows something. */
export function wrongAnswer(item: Item): Response {
  if (item.type === 'order') return { kind: 'order', ids: item.steps.map(({ id }) => id).reverse() }
  if (item.type === 'match')
    return { kind: 'pairs', pairs: Object.fromEntries(item.slips.map(({ left, right }) => [left, right])) }
  const wrong = item.options.find(({ misconception }) => misconception !== undefined)
  return { kind: 'marked', ids: wrong ? [wrong.id] : [] }
}

export function answered(
  item: Item,
  right: boolean,
  now: number,
  daysAgo: number,
  more: { readonly certainty?: Certainty; readonly mode?: AnsweredItem['mode'] } = {},
): AnsweredItem {
  const response = right ? rightAnswer(item) : wrongAnswer(item)
  const at = now - days(daysAgo)
  return {
    itemId: item.id,
    variant: 1,
    at,
    mode: 'practice',
    response,
    ...grade(item, response),
    seconds: 40,
    ...more,
  }
}

export function passed(labId: string, now: number, daysAgo: number, hints: LabPass['hints'] = {}) {
  const at = now - days(daysAgo)
  return { labId, seed: 1, at, began: at - 600_000, hints, event: 12 }
}
