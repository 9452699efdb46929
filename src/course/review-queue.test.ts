import { describe, expect, it } from 'vitest'
import { days } from '../world/clock.ts'
import type { AnsweredItem } from './answered.ts'
import { items } from './items/index.ts'
import { boxes } from './mastery/boxes.ts'
import { dueNow, nextDue, REVIEW_LENGTH, reviewQueue } from './review-queue.ts'

const MONDAY = Date.UTC(2026, 10, 23, 18)
const answered = (itemId: string, right: boolean, at = MONDAY): AnsweredItem => ({
  itemId,
  variant: 1,
  at,
  mode: 'practice',
  response: { kind: 'marked', ids: [] },
  right,
  share: right ? 1 : 0,
  tags: [],
  seconds: 30,
})
const boxesOf = (answers: readonly AnsweredItem[]) =>
  boxes({ answers, passes: [], slips: [], predictions: [] }, { items, labs: [] })

describe('the review', () => {
  it('has nothing for who has answered nothing, and nothing on the same day', () => {
    expect(dueNow(boxesOf([]), MONDAY)).toEqual([])
    expect(nextDue(boxesOf([]), MONDAY)).toBeUndefined()
    const one = boxesOf([answered('AQ01', true)])
    expect(dueNow(one, MONDAY)).toEqual([])
    expect(nextDue(one, MONDAY)).toBe(MONDAY + days(1))
  })

  it('brings a competency back when its day comes, the longest overdue first', () => {
    const two = boxesOf([answered('AQ01', true), answered('RQ01', false, MONDAY + days(2))])
    expect(dueNow(two, MONDAY + days(1))).toEqual(['AVL-2'])
    expect(dueNow(two, MONDAY + days(4))).toEqual(['AVL-2', 'ROT-1'])
  })

  it('asks what was wrong the last time, else what was not asked for longest', () => {
    const [one, two, ...others] = items.filter(({ competency }) => competency === 'AVL-2')
    if (!one || !two) throw new TypeError('AVL-2 has too few questions')
    const seen = others.map(({ id }) => answered(id, true))
    const asked = (...answers: AnsweredItem[]) => reviewQueue(items, answers, ['AVL-2']).map(({ id }) => id)
    expect(asked(answered(one.id, true), ...seen)).toEqual([two.id])
    expect(asked(answered(one.id, false), answered(two.id, true), ...seen)).toEqual([one.id])
    expect(asked(answered(one.id, true, MONDAY - days(3)), answered(two.id, true), ...seen)).toEqual([one.id])
  })

  it('takes five minutes at most', () => {
    const every = [...new Set(items.map(({ competency }) => competency))]
    expect(every.length).toBeGreaterThan(REVIEW_LENGTH)
    expect(reviewQueue(items, [], every)).toHaveLength(REVIEW_LENGTH)
  })
})
