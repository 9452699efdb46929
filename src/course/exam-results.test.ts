import { describe, expect, it } from 'vitest'
import type { ExamAttempt } from './exam-attempt.ts'
import {
  answersToKeep,
  beliefsShown,
  examResults,
  tally,
  tallyByCertainty,
  tallyByMetric,
} from './exam-results.ts'
import type { Item } from './item-definition.ts'
import { items } from './items/index.ts'

/** Twenty questions with four options and one right, and one that is a pilot. */
const singles = items
  .filter((item) => item.type === 'single' && item.options.length === 4)
  .slice(0, 21) as Extract<Item, { options: unknown }>[]
const answer = (item: (typeof singles)[number], right: boolean) => ({
  kind: 'marked' as const,
  ids: [item.options.find(({ correct }) => (correct === true) === right)?.id ?? ''],
})
const pilot = singles[20] as (typeof singles)[number]

/** 17 of 20 right, two wrong, one without an answer, the pilot wrong. */
const exam: ExamAttempt = {
  attempt: 'a',
  seed: 1,
  items: singles.map((item) => ({ itemId: item.id, variant: 3, ...(item === pilot && { pilot: true }) })),
  startedAt: 0,
  limitSeconds: 3_900,
  responses: Object.fromEntries(
    singles.filter((_, i) => i !== 19).map((item, i) => [item.id, answer(item, i < 17)]),
  ),
  certainties: { [singles[0]!.id]: 'high', [singles[17]!.id]: 'high', [singles[18]!.id]: 'low' },
  flags: [],
  seconds: { [singles[0]!.id]: 61 },
  finishedAt: 3_900_000,
}
const results = examResults(exam, items)

describe('the result of a block', () => {
  it('is 0.80 for 17 of 20 with four options each, and a pilot does not count', () => {
    expect(singles).toHaveLength(21)
    const { right, of, corrected } = tally(results)
    expect([right, of]).toEqual([17, 20])
    expect(corrected).toBeCloseTo(0.8, 10)
  })

  it('is nought for what chance gives', () => {
    const guessed = { ...exam, items: exam.items.slice(0, 20), responses: {} }
    const some = {
      ...guessed,
      responses: Object.fromEntries(singles.slice(0, 5).map((item) => [item.id, answer(item, true)])),
    }
    expect(tally(examResults(some, items)).corrected).toBeCloseTo(0, 10)
    expect(tally(examResults(guessed, items))).toEqual({ right: 0, of: 20, corrected: 0 })
  })

  it('adds up over the metrics', () => {
    const all = tallyByMetric(results).map(([, each]) => each)
    expect(all.reduce((sum, { right }) => sum + right, 0)).toBe(17)
    expect(all.reduce((sum, { of }) => sum + of, 0)).toBe(20)
  })

  it('names the questions in which a belief showed', () => {
    const wrong = singles[17] as (typeof singles)[number]
    const tag = wrong.options.find(({ correct }) => !correct)?.misconception
    const shown = new Map<string, readonly number[]>(beliefsShown(results))
    if (tag !== 'M-00') expect(shown.get(tag ?? '')).toContain(18)
    expect([...shown.keys()]).not.toContain('M-00')
  })

  it('sets certainty against what was right', () => {
    expect(tallyByCertainty(results)).toEqual([
      ['low', 0, 1],
      ['middle', 0, 0],
      ['high', 1, 2],
    ])
  })
})

describe('answers of a block', () => {
  it('are kept once, with the pilot and without what was left open, however often it is asked', () => {
    const first = answersToKeep(exam, items, [])
    expect(first).toHaveLength(20)
    expect(first.filter((each) => each.pilot)).toHaveLength(1)
    expect(first[0]).toMatchObject({
      mode: 'exam',
      attempt: 'a',
      seconds: 61,
      certainty: 'high',
      right: true,
    })
    expect(answersToKeep(exam, items, first.slice(0, 7)).map(({ itemId }) => itemId)).toEqual(
      first.slice(7).map(({ itemId }) => itemId),
    )
    expect(answersToKeep(exam, items, first)).toEqual([])
  })

  it('are none while it runs', () => {
    const { finishedAt: _end, ...running } = exam
    expect(answersToKeep(running, items, [])).toEqual([])
  })
})
