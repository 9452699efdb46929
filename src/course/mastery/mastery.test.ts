import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metric } from '../lab-definition.ts'
import {
  answer,
  answers,
  DAY_ONE,
  itemWith,
  later,
  NO_RECORD,
  pass,
  plainCourse,
  plainItem,
  plainItems,
  plainLab,
} from '../testing/record.ts'
import { countedAnswers } from './counted-answers.ts'
import { earned } from './earned.ts'
import { guessCorrected } from './guess-corrected.ts'
import { skillsOf } from './lab-channel.ts'
import type { Course, LearnerRecord } from './learner-record.ts'
import { judged, mastery, type RuleId } from './mastery.ts'

const METRIC: Metric = 'import-workflow'
const course = plainCourse(METRIC)
const at = (record: Partial<LearnerRecord>, of: Course = course, now = DAY_ONE) =>
  mastery(METRIC, judged({ ...NO_RECORD, ...record }, of, now))
const missing = ({ rules }: ReturnType<typeof at>): RuleId[] =>
  rules.filter(({ holds }) => !holds).map(({ id }) => id)
const whole: LearnerRecord = {
  ...NO_RECORD,
  answers: answers(course.items, 20),
  passes: [pass('challenge')],
}

describe('the worked example of the course', () => {
  it('gives 20 questions of four options with 17 right 0.80', () => {
    expect(at({ answers: answers(course.items, 17) }).quiz.value).toBeCloseTo((17 - 5) / (20 - 5), 12)
  })

  it('with 0.75 from labs is 0.775: nearly, and the estimate alone is missing', () => {
    // Critical competencies weigh 2, the others 1, together 12: 6 alone, 5 guided and 1 not seen make 9 of 12.
    const labs = [
      plainLab('guided', METRIC, ['IMP-3', 'IMP-5', 'IMP-6', 'IMP-7']),
      plainLab('challenge', METRIC, ['IMP-1', 'IMP-2', 'IMP-4'], { mode: 'unguided' }),
    ]
    const wrong = ['IMP-3', 'IMP-5', 'IMP-6'].map(
      (id) => course.items.find(({ competency }) => competency === id)?.id,
    )
    const result = at(
      {
        answers: course.items.map(({ id }) => answer(id, !wrong.includes(id))),
        passes: [pass('guided'), pass('challenge')],
      },
      { items: course.items, labs },
    )
    expect(result.quiz.value).toBeCloseTo(0.8, 12)
    expect(result.labs.value).toBeCloseTo(0.75, 12)
    expect(result.labs.high).toBeCloseTo(10 / 12, 12)
    expect(result.estimate.value).toBeCloseTo(0.775, 12)
    expect(missing(result)).toEqual(['estimate'])
    expect(result.word).toBe('nearly')
  })
})

describe('a metric', () => {
  it('is mastered when all seven rules hold', () => {
    expect(at(whole)).toMatchObject({ word: 'mastered', estimate: { value: 1 } })
    expect(missing(at(whole))).toEqual([])
  })

  it('has not enough evidence with fewer than 12 answers or without a lab, whatever the rest says', () => {
    expect(at({}).word).toBe('not-enough')
    expect(at({ ...whole, answers: answers(course.items.slice(0, 11), 11) }).word).toBe('not-enough')
    expect(at({ ...whole, passes: [] }).word).toBe('not-enough')
  })

  it('misses each rule for its own reason', () => {
    const guided = at({ ...whole, passes: [pass('guided')] })
    expect(missing(guided)).toEqual(['labs', 'challenge'])
    expect(guided.estimate.value).toBeCloseTo(0.8, 12)
    expect(guided.word).toBe('not-yet')

    const twice = course.items
      .slice(0, 12)
      .filter(({ competency }) => competency === 'IMP-1' || competency === 'IMP-2')
    const narrow = { ...course, items: plainItems(METRIC, 16) }
    const few = narrow.items.filter(({ competency }) => /IMP-[1-6]/.test(competency))
    expect(twice.length).toBeGreaterThan(0)
    expect(few).toHaveLength(12)
    const uncovered = at({ ...whole, answers: answers(few, 12) }, narrow)
    expect(uncovered.covered).toBe(6)
    expect(missing(uncovered)).toEqual(['answers', 'critical'])

    const weak = course.items.map(({ id, competency }) => answer(id, competency !== 'IMP-7'))
    expect(missing(at({ ...whole, answers: weak }))).toEqual(['critical'])
    expect(at({ ...whole, answers: weak }).word).toBe('nearly')
    const minor = course.items.map(({ id, competency }) => answer(id, competency !== 'IMP-5'))
    expect(missing(at({ ...whole, answers: minor }))).toEqual([])

    const hinted = at({ ...whole, passes: [pass('challenge', { hints: { one: 2 } })] })
    expect(missing(hinted)).toEqual(['challenge'])
    expect(missing(at({ ...whole, passes: [pass('challenge', { hints: { one: 1 } })] }))).toEqual([])
  })

  it('is held up by an active belief on a critical competency, and by no other', () => {
    const more: Course = {
      ...course,
      items: [
        ...course.items,
        itemWith('X1', METRIC, 'IMP-4', 'M-14'),
        itemWith('X2', METRIC, 'IMP-5', 'M-15'),
      ],
    }
    const sure = { tags: ['M-14'], certainty: 'high' } as const
    const held = at({ ...whole, answers: [...answers(course.items, 20), answer('X1', false, sure)] }, more)
    expect(missing(held)).toContain('beliefs')
    expect(held.blocking).toMatchObject([{ id: 'M-14', state: 'active' }])
    const other = { tags: ['M-15'], certainty: 'high' } as const
    const minor = at({ ...whole, answers: [...answers(course.items, 20), answer('X2', false, other)] }, more)
    expect(missing(minor)).toEqual([])
  })

  it('shows an interval that becomes narrower with answers and wider with what no lab has shown', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low
    const few = at({ answers: answers(course.items.slice(0, 5), 4) })
    const many = at({ answers: answers(course.items, 16) })
    expect(width(few.quiz)).toBeGreaterThan(width(many.quiz))
    expect(at({}).labs).toMatchObject({ value: 0, low: 0, high: 1 })
    expect(width(at(whole).labs)).toBe(0)
  })

  it('lets a lab rest when the review of what it showed is late by more than twice its interval', () => {
    const passes = [pass('challenge')]
    expect(at({ passes }, course, later(3)).labs.value).toBe(1)
    const late = at({ passes }, course, later(3) + 1)
    expect(late.labs.value).toBe(0)
    expect(late.labs.skills[0]).toMatchObject({ shown: 'alone', rests: true })
    expect(late.overdue).toHaveLength(skillsOf(METRIC).length)
  })
})

describe('what was earned', () => {
  it('keeps its day when the estimate falls later, and is not there before all rules held', () => {
    const [day1, day2, day9] = [later(0), later(1), later(9)]
    const record: LearnerRecord = {
      ...NO_RECORD,
      answers: [
        ...answers(course.items, 20, { at: day1 }),
        ...answers(course.items, 0, { at: day9, variant: 2 }),
      ],
      passes: [pass('guided', { at: day1 }), pass('challenge', { at: day2 })],
    }
    expect(at(record, course, day9).word).toBe('not-yet')
    expect(earned(METRIC, record, course)?.at).toBe(day2)
    expect(earned(METRIC, { ...record, passes: [pass('guided')] }, course)).toBeUndefined()
  })
})

describe('an answer', () => {
  const counted = (list: LearnerRecord['answers'], items = course.items) =>
    countedAnswers({ ...NO_RECORD, answers: list }, { ...course, items })

  it('weighs by difficulty and place', () => {
    const items = ([1, 2, 3] as const).map((difficulty) =>
      plainItem(`D${difficulty}`, METRIC, 'IMP-1', { difficulty }),
    )
    expect(counted(answers(items, 3), items).map(({ weight }) => weight)).toEqual([0.8, 1, 1.2])
    const exam = answers(items, 3, { mode: 'exam' })
    expect(counted(exam, items).map(({ weight }) => weight)).toEqual([0.8 * 1.5, 1.5, 1.2 * 1.5])
  })

  it('counts once for each variant, and half within a day of the same question', () => {
    const [one] = course.items
    const id = one?.id as string
    const list = [
      answer(id, false),
      answer(id, true, { at: later(0) + 1 }),
      answer(id, true, { variant: 2, at: later(0.5) }),
      answer(id, true, { variant: 3, at: later(2) }),
    ]
    expect(counted(list).map(({ weight, score }) => [weight, score])).toEqual([
      [1, 0],
      [0.5, 1],
      [1, 1],
    ])
  })

  it('does not count when it was tried out, or when its question is gone', () => {
    const list = [answer('gone', true), answer(course.items[0]?.id as string, true, { pilot: true })]
    expect(counted(list)).toEqual([])
  })

  it('counts among the latest twenty', () => {
    const items = plainItems(METRIC, 30)
    const list = items.map(({ id }, i) => answer(id, i >= 10, { at: DAY_ONE + i }))
    expect(at({ answers: list }, { ...course, items }).quiz).toMatchObject({ value: 1 })
  })
})

describe('no trick', () => {
  const some = fc.array(
    fc.record({
      item: fc.nat(19),
      right: fc.boolean(),
      day: fc.integer({ min: 0, max: 3 }),
      exam: fc.boolean(),
      variant: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 40 },
  )
  type Some = typeof some extends fc.Arbitrary<infer T> ? T : never
  const listOf = (list: Some) =>
    list.map(({ item, right, day, exam, variant }, i) =>
      answer(course.items[item]?.id as string, right, {
        at: later(day) + i,
        variant,
        mode: exam ? 'exam' : 'practice',
      }),
    )
  const passes = [pass('challenge'), pass('guided')]

  it('lets questions alone, or labs alone, reach the line', () => {
    fc.assert(
      fc.property(some, (list) => {
        const quizOnly = at({ answers: listOf(list) }, course, later(3))
        expect(quizOnly.estimate.value).toBeLessThanOrEqual(0.5)
        expect(quizOnly.word).toBe('not-enough')
      }),
    )
    const labsOnly = at({ passes: [...passes, pass('challenge')] })
    expect(labsOnly.estimate.value).toBeLessThanOrEqual(0.5)
    expect(labsOnly.word).toBe('not-enough')
  })

  it('makes the estimate higher by answering wrong instead of right', () => {
    fc.assert(
      fc.property(some, fc.nat(), (list, which) => {
        fc.pre(list.length > 0)
        const flipped = list.map((one, i) => (i === which % list.length ? { ...one, right: true } : one))
        const value = (given: Some) => at({ answers: listOf(given), passes }, course, later(5)).estimate.value
        expect(value(flipped)).toBeGreaterThanOrEqual(value(list) - 1e-12)
      }),
    )
  })

  it('lies in the order of a day’s answers to different questions', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(course.items as never[]),
        fc.func(fc.boolean()),
        (shuffled: (typeof course.items)[number][], right) => {
          const list = shuffled.map(({ id }) => ({ id, right: right(id) }))
          const told = (order: typeof list) => {
            const { estimate, word, covered } = at(
              { answers: order.map((one, i) => answer(one.id, one.right, { at: DAY_ONE + i })), passes },
              course,
              later(1),
            )
            return { low: estimate.low.toFixed(9), value: estimate.value.toFixed(9), word, covered }
          }
          const sorted = [...list].sort((one, two) => one.id.localeCompare(two.id))
          expect(told(list)).toEqual(told(sorted))
        },
      ),
    )
  })
})

describe('a guesser on twenty questions of four options', () => {
  /** Exactly, by the binomial distribution: so many or more right of `n` */
  const atLeast = (k: number, n: number, p: number) => {
    let sum = 0
    for (let i = k; i <= n; i++) {
      let ways = 1
      for (let j = 0; j < i; j++) ways = (ways * (n - j)) / (j + 1)
      sum += ways * p ** i * (1 - p) ** (n - i)
    }
    return sum
  }
  const needed = Array.from({ length: 21 }, (_, right) => right).find(
    (right) => at({ answers: answers(course.items, right) }).quiz.value >= 0.7,
  ) as number

  it('needs 16 right for the floor of 0.70, which chance gives four times in ten million', () => {
    expect(needed).toBe(16)
    expect(atLeast(needed, 20, 0.25)).toBeGreaterThan(3.5e-7)
    expect(atLeast(needed, 20, 0.25)).toBeLessThan(4.5e-7)
  })

  it('who knows a share gets there as the course says', () => {
    const known = { 0.5: 0.08, 0.6: 0.24, 0.7: 0.52, 0.8: 0.83, 0.9: 0.99 }
    for (const [share, expected] of Object.entries(known)) {
      const right = Number(share) + (1 - Number(share)) * 0.25
      expect(atLeast(needed, 20, right), share).toBeCloseTo(expected, 1.9)
    }
  })

  it('has 0 when right as often as chance, and not less when right more rarely', () => {
    const quarter = Array.from({ length: 20 }, (_, i) => ({ weight: 1, score: i < 5 ? 1 : 0, chance: 0.25 }))
    expect(guessCorrected(quarter).value).toBe(0)
    expect(guessCorrected(quarter.map((one) => ({ ...one, score: 0 })))).toMatchObject({ value: 0, low: 0 })
  })
})
