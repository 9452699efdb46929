import { describe, expect, it } from 'vitest'
import { days } from '../../world/clock.ts'
import { answer, DAY_ONE, later, NO_RECORD, pass, plainCourse } from '../testing/record.ts'
import { boxes, INTERVAL_DAYS, lapsed } from './boxes.ts'
import type { LearnerRecord } from './learner-record.ts'

const course = plainCourse('rotation-methods')
const [first] = course.items
const id = first?.id as string
const boxOf = (record: Partial<LearnerRecord>) => boxes({ ...NO_RECORD, ...record }, course).get('ROT-1')

describe('the box of a competency', () => {
  it('goes one on with each day of right answers, to 1, 3, 8, 21 and 60 days, and stays at 60', () => {
    expect(INTERVAL_DAYS).toEqual([1, 3, 8, 21, 60])
    for (let day = 0; day < 7; day++) {
      const answers = Array.from({ length: day + 1 }, (_, i) => answer(id, true, { at: later(i) }))
      const intervalDays = INTERVAL_DAYS[Math.min(day, 4)]
      expect(boxOf({ answers })).toEqual({
        box: Math.min(day, 4) + 1,
        intervalDays,
        last: later(day),
        due: later(day) + days(intervalDays as number),
      })
    }
  })

  it('is the first after a day with a wrong answer, whatever else was right that day', () => {
    const before = [answer(id, true), answer(id, true, { at: later(1) })]
    const [right, wrong] = [answer(id, true, { at: later(2) }), answer(id, false, { at: later(2) + 1 })]
    const turned = [answer(id, false, { at: later(2) }), answer(id, true, { at: later(2) + 1 })]
    expect(boxOf({ answers: [...before, right, wrong] })?.box).toBe(1)
    expect(boxOf({ answers: [...before, ...turned] })?.box).toBe(1)
  })

  it('moves once a day, by a passed lab too, and not by a question that was tried out', () => {
    const answers = [answer(id, true), answer(id, true, { at: DAY_ONE + 1 })]
    expect(boxOf({ answers, passes: [pass('guided', { at: DAY_ONE + 2 })] })?.box).toBe(1)
    expect(boxOf({ answers, passes: [pass('guided', { at: later(1) })] })?.box).toBe(2)
    expect(boxOf({ answers: [answer(id, false, { pilot: true })] })).toBeUndefined()
  })

  it('lapses when its review is late by more than twice its interval', () => {
    const box = boxOf({ answers: [answer(id, true)] })
    expect(lapsed(box, later(3))).toBe(false)
    expect(lapsed(box, later(3) + 1)).toBe(true)
    expect(lapsed(undefined, later(99))).toBe(false)
  })
})
