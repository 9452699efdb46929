import { describe, expect, it } from 'vitest'
import { rows } from '../../course/table/rows/index.ts'
import { isRight, place, setsOf, slotsOf, unplaced, type Placing } from './quiz-sets.ts'

const slots = slotsOf(rows.slice(0, 6), ['G', 'I'], 'today')

describe('the quiz over the table', () => {
  it('asks for six rows at a time, and for every row once', () => {
    const sets = setsOf(rows)
    expect(sets.map((set) => set.length)).toEqual([6, 6, 6, 1])
    expect(sets.flat()).toEqual(rows)
  })

  it('holds each claim in one place, and gives back what is taken out', () => {
    let placing: Placing = {}
    expect(unplaced(slots, placing)).toHaveLength(12)
    placing = place(placing, 'origin-G', 'origin-I')
    placing = place(placing, 'rotation-G', 'origin-I')
    expect(placing).toEqual({ 'rotation-G': 'origin-I' })
    placing = place(placing, 'rotation-G', 'rotation-G')
    expect(placing).toEqual({ 'rotation-G': 'rotation-G' })
    expect(place(placing, 'rotation-G', undefined)).toEqual({})
  })

  it('lists claims so that their order gives nothing away', () => {
    const claims = unplaced(slots, {}).map(({ claim }) => claim)
    expect(claims).toEqual([...claims].sort((a, b) => a.localeCompare(b)))
  })

  it('takes a claim as right in its own cell, and in one that says the same', () => {
    const [left, right] = slotsOf(
      rows.filter(({ id }) => id === 'multi-region'),
      ['H', 'X'],
      'today',
    )
    const swapped = { 'multi-region-H': 'multi-region-X', 'multi-region-X': 'multi-region-H' }
    for (const slot of [left, right])
      expect(slot && isRight(slot, [left, right] as never, swapped)).toBe(true)
    const [origin] = slots
    expect(origin && isRight(origin, slots, { 'origin-G': 'origin-I' })).toBe(false)
    expect(origin && isRight(origin, slots, {})).toBe(false)
  })
})
