import { describe, expect, it } from 'vitest'
import { moved } from './moved.ts'

const ids = ['a', 'b', 'c', 'd']

describe('a step that moves', () => {
  it.each([
    ['a', 2, 'bcad'],
    ['d', 0, 'dabc'],
    ['b', 1, 'abcd'],
    ['c', 9, 'abdc'],
    ['c', -1, 'cabd'],
  ])('%s to place %d', (id, place, order) => {
    expect(moved(ids, id, place).join('')).toBe(order)
  })

  it('is the same list when nothing changes, so that nothing is drawn or said again', () => {
    expect(moved(ids, 'b', 1)).toBe(ids)
    expect(moved(ids, 'x', 1)).toBe(ids)
  })
})
