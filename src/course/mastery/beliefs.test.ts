import { describe, expect, it } from 'vitest'
import { answer, itemWith, later, NO_RECORD, pass, plainLab } from '../testing/record.ts'
import { beliefs } from './beliefs.ts'
import type { Course, LearnerRecord } from './learner-record.ts'

const METRIC = 'import-workflow'
const course: Course = {
  items: [itemWith('A', METRIC, 'IMP-4', 'M-14'), itemWith('B', METRIC, 'IMP-4', 'M-14')],
  labs: [
    plainLab('watching', METRIC, ['IMP-4'], {
      wrongMoves: [{ id: 'base64', misconception: 'M-14', when: () => false, says: '' }],
    }),
    plainLab('other', METRIC, ['IMP-4']),
  ],
}
const of = (record: Partial<LearnerRecord>) => beliefs({ ...NO_RECORD, ...record }, course).get('M-14')
const wrong = (id: string, day = 0, more = {}) =>
  answer(id, false, { at: later(day), tags: ['M-14'], ...more })
const right = (id: string, day: number) => answer(id, true, { at: later(day) })
const slip = (day: number, moveId = 'base64') => ({
  labId: 'watching',
  moveId,
  misconception: 'M-14',
  at: later(day),
})

describe('a belief', () => {
  it('is unseen without a sign of it', () => {
    expect(of({})).toMatchObject({ state: 'unseen', hits: [] })
    expect(beliefs(NO_RECORD, course).size).toBe(36)
  })

  it('is suspected at one hit, and at more of the same place', () => {
    expect(of({ answers: [wrong('A')] })?.state).toBe('suspected')
    expect(of({ answers: [wrong('A'), wrong('A', 1)] })?.state).toBe('suspected')
    expect(of({ slips: [slip(0)] })?.state).toBe('suspected')
  })

  it('is active at two hits in different places, or at one of which the learner was sure', () => {
    expect(of({ answers: [wrong('A'), wrong('B')] })?.state).toBe('active')
    expect(of({ answers: [wrong('A')], slips: [slip(0)] })?.state).toBe('active')
    expect(of({ answers: [wrong('A', 0, { certainty: 'high' })] })?.state).toBe('active')
    expect(of({ answers: [wrong('A', 0, { certainty: 'middle' })] })?.state).toBe('suspected')
    expect(of({ slips: [{ ...slip(0, 'answer:q:a'), certainty: 'high' }] })?.state).toBe('active')
  })

  it('is cleared by two later right answers to questions that offer it, one of them a day later', () => {
    const hit = wrong('A')
    expect(of({ answers: [hit, right('A', 0.1), right('B', 0.2)] })?.state).toBe('suspected')
    expect(of({ answers: [hit, right('A', 1)] })?.state).toBe('suspected')
    const done = of({ answers: [hit, right('A', 0.1), right('B', 1)] })
    expect(done).toMatchObject({ state: 'cleared', cleared: { at: later(1), context: 'item:B' } })
    expect(done?.hits).toHaveLength(1)
    expect(of({ answers: [right('A', -3), right('B', -2), hit] })?.state).toBe('suspected')
  })

  it('begins anew with a hit after it was cleared, and before', () => {
    const clear = [wrong('A'), right('A', 0.1), right('B', 1)]
    expect(of({ answers: [...clear, wrong('B', 2)] })).toMatchObject({
      state: 'suspected',
      hits: [{ context: 'item:B' }],
    })
    expect(of({ answers: [wrong('A'), right('A', 0.1), wrong('A', 0.5), right('B', 1.4)] })?.state).toBe(
      'suspected',
    )
  })

  it('is cleared by a lab that watches for it and was begun after the last hit, and by no other', () => {
    const answers = [wrong('A', 1)]
    const passes = (labId: string, began?: number) => [
      pass(labId, { at: later(2), ...(began === undefined ? {} : { began: later(began) }) }),
    ]
    expect(of({ answers, passes: passes('watching', 1.5) })).toMatchObject({
      state: 'cleared',
      cleared: { context: 'lab:watching' },
    })
    expect(of({ answers, passes: passes('watching', 0.5) })?.state).toBe('suspected')
    expect(of({ answers, passes: passes('other', 1.5) })?.state).toBe('suspected')
    const { began: _, ...old } = pass('watching', { at: later(2) })
    expect(of({ answers, passes: [old] })?.state).toBe('suspected')
  })

  it('that never showed is ruled out by two right answers a day apart, and by nothing sooner', () => {
    expect(of({ answers: [right('A', 0), right('B', 0.5)] })?.state).toBe('unseen')
    expect(of({ answers: [right('A', 0), right('B', 1)] })).toMatchObject({ state: 'cleared', hits: [] })
    expect(of({ passes: [pass('watching')] })?.state).toBe('unseen')
  })
})
