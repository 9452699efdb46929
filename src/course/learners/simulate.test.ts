import { describe, expect, it } from 'vitest'
import { drawFrom } from '../items/draw-from.ts'
import { items } from '../items/index.ts'
import { labs } from '../labs/index.ts'
import { grade } from '../grade.ts'
import type { Metric } from '../lab-definition.ts'
import { chanceOf } from '../mastery/chance.ts'
import { metrics } from '../words/metrics.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { atLeastOf } from './binomial.ts'
import { learnerKinds } from './learners.ts'
import { plainQuestions } from './plain-questions.ts'
import { guess, rightResponse } from './respond.ts'
import { simulate } from './simulate.ts'

const ALL = Object.keys(metrics) as Metric[]
const METRIC: Metric = 'import-workflow'
const kind = (id: string) => learnerKinds.find((one) => one.id === id) as (typeof learnerKinds)[number]
/** Five times the spread of so many cases: one such test in a million would fail by chance, and the seed is fixed. */
const within = (share: number, cases: number) => 5 * Math.sqrt((share * (1 - share)) / cases)

describe('simulated learners on twenty questions of four options', () => {
  const table = {
    guesses: 4e-7,
    'knows 50 %': 0.08,
    'knows 60 %': 0.24,
    'knows 70 %': 0.52,
    'knows 80 %': 0.83,
    'knows 90 %': 0.99,
  } as const
  const learners = 1_000

  it.each(Object.entries(table))('%s: reach the floor of the questions as the table says, %d', (id, says) => {
    const { knows } = kind(id)
    const exact = atLeastOf(16, 20, knows + (1 - knows) / 4)
    expect(Math.abs(exact - says)).toBeLessThan(0.006)
    const { overFloor } = simulate(kind(id), learners, {
      course: plainQuestions(METRIC),
      metrics: [METRIC],
      seed: 1,
    })
    expect(Math.abs(overFloor / learners - exact)).toBeLessThanOrEqual(within(exact, learners))
  })
})

describe('simulated learners on the bank and its labs', () => {
  const course = { items, labs }
  const judge = (id: string, learners: number) =>
    simulate(kind(id), learners, { course, metrics: ALL, seed: 7 })

  it('never master a metric by guessing, by questions alone or by labs alone', () => {
    for (const id of ['guesses', 'quiz only, knows all', 'labs only'])
      expect({ id, ...judge(id, 40) }).toMatchObject({ id, mastered: 0, courses: 0 })
    expect(judge('quiz only, knows all', 40).overFloor).toBe(160)
    expect(judge('guesses', 40).overFloor).toBe(0)
  })

  it('master a metric the more often the more they know, and never more often than the floor lets them', () => {
    const results = ['knows 50 %', 'knows 70 %', 'knows 90 %'].map((id) => judge(id, 60))
    for (const { mastered, overFloor } of results) expect(mastered).toBeLessThanOrEqual(overFloor)
    const [half, more, most] = results.map(({ mastered }) => mastered) as [number, number, number]
    expect(half).toBeLessThanOrEqual(more)
    expect(more).toBeLessThan(most)
  })

  it('who know everything and pass every lab master the course', () => {
    const knowsAll = { id: 'knows all', knows: 1, answers: true, passes: true }
    expect(simulate(knowsAll, 20, { course, metrics: ALL, seed: 3 })).toMatchObject({
      mastered: 80,
      courses: 20,
    })
  })

  it('are the same for the same seed, and others for another', () => {
    const run = (seed: number) => simulate(kind('knows 70 %'), 40, { course, metrics: ALL, seed })
    expect(run(1)).toEqual(run(1))
    expect([2, 3, 4].map((seed) => run(seed).overFloor).some((each) => each !== run(1).overFloor)).toBe(true)
  })
})

describe('a guess', () => {
  const draw = drawFrom(seededEntropy(new Uint8Array(32)))

  it.each(items.map((item) => [item.id, item] as const))('%s: is worth its chance', (_id, item) => {
    expect(grade(item, rightResponse(item))).toMatchObject({ right: true, share: 1, tags: [] })
    const tries = 1_000
    let worth = 0
    for (let i = 0; i < tries; i++) {
      const { right, share } = grade(item, guess(item, draw))
      worth += item.type === 'match' ? share : right ? 1 : 0
    }
    const chance = chanceOf(item)
    expect(Math.abs(worth / tries - chance)).toBeLessThanOrEqual(within(chance, tries))
  })
})
