import { describe, expect, it } from 'vitest'
import type { Item } from '../item-definition.ts'
import { aq04 } from '../items/availability/aq04.ts'
import { rq12 } from '../items/rotation/rq12.ts'
import { rq14 } from '../items/rotation/rq14.ts'
import { plainItem } from '../testing/record.ts'
import { chanceOf } from './chance.ts'

describe('the worth of a guess', () => {
  it('is one of the options, one of the ways to mark several or to order, and one place of a pair', () => {
    const single = plainItem('X1', 'import-workflow', 'IMP-1')
    const three: Item = { ...single, type: 'predict', options: single.options.slice(0, 3) }
    expect(chanceOf(single)).toBe(1 / 4)
    expect(chanceOf(three)).toBe(1 / 3)
    // Two of five, six steps, four places
    expect(chanceOf(rq14)).toBeCloseTo(1 / 10, 12)
    expect(chanceOf(rq12)).toBeCloseTo(1 / 720, 12)
    expect(chanceOf(aq04)).toBe(1 / 4)
  })
})
