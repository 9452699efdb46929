import type { AnsweredItem, Certainty } from './answered.ts'
import { CERTAINTIES } from './answered.ts'
import type { ExamAttempt } from './exam-attempt.ts'
import { EXAM_SHARES } from './exam.ts'
import { grade, type Graded } from './grade.ts'
import type { Item, Response } from './item-definition.ts'
import type { Metric } from './lab-definition.ts'
import { chanceOf } from './mastery/chance.ts'
import { guessCorrected } from './mastery/guess-corrected.ts'
import type { MisconceptionId } from './words/misconceptions.ts'

/** One question of a block after it was handed in. */
export interface ExamResult {
  /** 1 is the first */
  readonly number: number
  readonly item: Item
  readonly variant: number
  /** Absent: not answered, which is wrong */
  readonly response?: Response
  readonly graded: Graded
  readonly seconds: number
  readonly certainty?: Certainty
  /** Tried out, and not scored */
  readonly pilot: boolean
}

const nothing = (item: Item): Response =>
  item.type === 'match'
    ? { kind: 'pairs', pairs: {} }
    : { kind: item.type === 'order' ? 'order' : 'marked', ids: [] }

/** In the order in which they were asked; a question that the bank no longer has is left out. */
export function examResults(exam: ExamAttempt, items: readonly Item[]): readonly ExamResult[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return exam.items.flatMap(({ itemId, variant, pilot = false }, i): ExamResult[] => {
    const item = byId.get(itemId)
    if (!item) return []
    const response = exam.responses[itemId]
    const certainty = exam.certainties?.[itemId]
    return [
      {
        number: i + 1,
        item,
        variant,
        graded: grade(item, response ?? nothing(item)),
        seconds: exam.seconds[itemId] ?? 0,
        pilot,
        ...(response && { response }),
        ...(certainty && { certainty }),
      },
    ]
  })
}

export interface Tally {
  readonly right: number
  readonly of: number
  /** With what chance gives taken off, 0 to 1 */
  readonly corrected: number
}

/** Whole answers count, as in an exam; pilots do not. */
export function tally(results: readonly ExamResult[]): Tally {
  const scored = results.filter(({ pilot }) => !pilot)
  const right = scored.filter(({ graded }) => graded.right).length
  const weighed = scored.map(({ graded, item }) => ({
    weight: 1,
    score: graded.right ? 1 : 0,
    chance: chanceOf(item),
  }))
  return { right, of: scored.length, corrected: guessCorrected(weighed).value }
}

export const tallyByMetric = (
  results: readonly ExamResult[],
): readonly (readonly [metric: Metric, tally: Tally])[] =>
  (Object.keys(EXAM_SHARES) as Metric[]).map((metric) => [
    metric,
    tally(results.filter(({ item }) => item.metric === metric)),
  ])

/** Which beliefs the answers show, and in which questions; the most frequent first. */
export function beliefsShown(
  results: readonly ExamResult[],
): readonly (readonly [belief: MisconceptionId, numbers: readonly number[]])[] {
  const shown = new Map<MisconceptionId, number[]>()
  for (const { graded, number } of results)
    for (const tag of graded.tags) if (tag !== 'M-00') shown.set(tag, [...(shown.get(tag) ?? []), number])
  return [...shown].sort((a, b) => b[1].length - a[1].length)
}

/** How sure, against how often right; without what was not said. */
export const tallyByCertainty = (
  results: readonly ExamResult[],
): readonly (readonly [certainty: Certainty, right: number, of: number])[] =>
  CERTAINTIES.map((certainty) => {
    const said = results.filter((each) => each.certainty === certainty)
    return [certainty, said.filter(({ graded }) => graded.right).length, said.length]
  })

/**
 * The answers of a block as they are kept for good, without those that are kept already and what was left open.
 *
 * @param kept every answer there is
 */
export function answersToKeep(
  exam: ExamAttempt,
  items: readonly Item[],
  kept: readonly AnsweredItem[],
): readonly AnsweredItem[] {
  const { attempt, finishedAt } = exam
  if (finishedAt === undefined) return []
  const there = new Set(kept.filter((each) => each.attempt === attempt).map(({ itemId }) => itemId))
  return examResults(exam, items).flatMap(
    ({ item, variant, response, graded, seconds, certainty, pilot }): AnsweredItem[] => {
      if (response === undefined || there.has(item.id)) return []
      const answer = { itemId: item.id, variant, at: finishedAt, mode: 'exam', response } as const
      return [
        {
          ...answer,
          ...graded,
          seconds,
          attempt,
          ...(certainty && { certainty }),
          ...(pilot && { pilot: true }),
        },
      ]
    },
  )
}
