import { describe, expect, it } from 'vitest'
import { filterIn, queryOf } from './filter.ts'
import { variantIn } from './variant-in.ts'
import { wayBack } from './way-back.ts'

describe('an address of practice', () => {
  it('has a filter that is read as it was written', () => {
    const filter = {
      metric: 'availability-risks',
      competency: 'AVL-2',
      type: 'log',
      difficulty: 2,
      due: true,
      wrong: true,
    } as const
    expect(filterIn(queryOf(filter).slice(1))).toEqual(filter)
    expect(queryOf({})).toBe('')
    expect(filterIn('metric=nothing&type=essay&difficulty=9&due=no&competency=X')).toEqual({})
  })

  it('names a variant that the tests of the bank have tried, or none', () => {
    expect(['variant=0', 'variant=999', 'variant=1000', 'variant=-1', ''].map(variantIn)).toEqual([
      0,
      999,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('leads back to the quizzes and nowhere else', () => {
    expect(wayBack(`back=${encodeURIComponent('/practice/exam/a?n=3')}`, '/x')).toBe('/practice/exam/a?n=3')
    for (const back of ['/lab/L2.1', 'https://example.com/practice', '//practice', ''])
      expect(wayBack(`back=${encodeURIComponent(back)}`, '/x')).toBe('/x')
  })
})
