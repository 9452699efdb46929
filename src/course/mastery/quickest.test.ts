import { describe, expect, it } from 'vitest'
import {
  answer,
  answers,
  DAY_ONE,
  itemWith,
  later,
  NO_RECORD,
  pass,
  plainCourse,
  plainLab,
} from '../testing/record.ts'
import type { Course, LearnerRecord } from './learner-record.ts'
import { judged } from './mastery.ts'
import { quickest } from './quickest.ts'

const METRIC = 'import-workflow'
const course = plainCourse(METRIC)
const steps = (record: Partial<LearnerRecord>, of: Course = course, now = DAY_ONE) =>
  quickest(METRIC, judged({ ...NO_RECORD, ...record }, of, now))

describe('the two quickest things', () => {
  it('are none when the metric is mastered', () => {
    expect(steps({ answers: answers(course.items, 20), passes: [pass('challenge')] })).toEqual([])
  })

  it('begin with one that is enough by itself, and say what it mends', () => {
    const [first, second] = steps({ answers: answers(course.items, 20), passes: [pass('guided')] })
    expect(first).toMatchObject({
      deed: { kind: 'lab', lab: { id: 'challenge' } },
      minutes: 15,
      mends: ['labs', 'challenge'],
      enough: true,
    })
    expect(first?.gain).toBeCloseTo(0.2, 12)
    expect(second?.enough ?? false).toBe(false)
  })

  it('name the questions of the competency that is missing', () => {
    const weak = course.items.find(({ competency }) => competency === 'IMP-7')?.id
    const list = course.items.map(({ id }) => answer(id, id !== weak))
    const [first] = steps({ answers: list, passes: [pass('challenge')] }, course, later(2))
    expect(first).toMatchObject({
      deed: { kind: 'questions', competency: 'IMP-7' },
      minutes: 3,
      mends: ['critical'],
      enough: true,
    })
  })

  it('clear an active belief, by a lab that watches for it or by two questions over a day', () => {
    const more: Course = {
      items: [
        ...course.items,
        itemWith('X1', METRIC, 'IMP-4', 'M-14'),
        itemWith('X2', METRIC, 'IMP-4', 'M-14'),
      ],
      labs: [
        ...course.labs,
        plainLab('watching', 'rotation-methods', [], {
          minutes: 9,
          wrongMoves: [{ id: 'base64', misconception: 'M-14', when: () => false, says: '' }],
        }),
      ],
    }
    const sure = answer('X1', false, { tags: ['M-14'], certainty: 'high' })
    const found = steps(
      { answers: [...answers(course.items, 20), sure], passes: [pass('challenge')] },
      more,
      later(0.5),
    )
    expect(found.map(({ deed }) => deed.kind)).toEqual(['belief', 'lab'])
    expect(found[0]).toMatchObject({ deed: { itemIds: ['X1', 'X2'] }, mends: ['beliefs'], enough: true })
    expect(found[1]).toMatchObject({ deed: { lab: { id: 'watching' } }, mends: ['beliefs'], enough: true })
  })

  it('are questions and labs for someone who begins', () => {
    const found = steps({})
    expect(found).toHaveLength(2)
    expect(found.every(({ gain }) => gain > 0)).toBe(true)
  })
})
