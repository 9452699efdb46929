import { describe, expect, it } from 'vitest'
import type { Certainty } from '../answered.ts'
import { answer, NO_RECORD } from '../testing/record.ts'
import { calibration, PAYS, WORTH } from './calibration.ts'

const given = (certainty: Certainty, right: number, wrong: number) =>
  Array.from({ length: right + wrong }, (_, i) => answer('A', i < right, { certainty }))
const row = (certainty: Certainty, right: number, wrong: number) =>
  calibration({ ...NO_RECORD, answers: given(certainty, right, wrong) }).find(
    (one) => one.certainty === certainty,
  )

describe('calibration', () => {
  it('counts 1, 2, 3 for right and 0, -2, -6 for wrong by certainty', () => {
    expect(row('low', 2, 1)).toEqual({ certainty: 'low', answers: 3, right: 2, points: 2 })
    expect(row('middle', 2, 1)?.points).toBe(2)
    expect(row('high', 2, 1)?.points).toBe(0)
    expect(row('low', 0, 1)?.points).toBe(0)
  })

  it('counts predictions of labs and leaves out what was answered without certainty', () => {
    const record = {
      ...NO_RECORD,
      answers: [answer('A', true)],
      predictions: [{ labId: 'a', right: true, certainty: 'high' } as const],
    }
    expect(calibration(record).map(({ answers }) => answers)).toEqual([0, 0, 1])
  })

  it('says from five answers on whether the learner was surer than right', () => {
    expect(row('high', 2, 2)?.fits).toBeUndefined()
    expect(row('high', 3, 2)?.fits).toBe('over')
    expect(row('high', 9, 1)?.fits).toBe('fits')
    expect(row('middle', 7, 3)?.fits).toBe('fits')
    expect(row('low', 5, 0)?.fits).toBe('under')
  })

  it('has bounds at which the next certainty begins to pay', () => {
    const worth = (certainty: Certainty, share: number) =>
      share * WORTH[certainty].right + (1 - share) * WORTH[certainty].wrong
    expect(worth('low', PAYS.low.to)).toBeCloseTo(worth('middle', PAYS.middle.from), 12)
    expect(worth('middle', PAYS.middle.to)).toBeCloseTo(worth('high', PAYS.high.from), 12)
  })
})
