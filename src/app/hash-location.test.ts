import { describe, expect, it } from 'vitest'
import { decoded, placeIn } from './hash-location.ts'

describe('an address of the lab', () => {
  it.each([
    ['', '/', ''],
    ['#', '/', ''],
    ['#/practice', '/practice', ''],
    ['#/practice?type=log&due=1', '/practice', 'type=log&due=1'],
    ['#practice/AQ05?a=b?c', '/practice/AQ05', 'a=b?c'],
  ])('%j has its path and its query', (hash, path, query) => {
    expect(placeIn(hash)).toEqual({ path, query })
  })

  it('that was edited to what is no text is taken as it stands', () => {
    expect(decoded('P-1%20a')).toBe('P-1 a')
    expect(decoded('%E0%A4%A')).toBe('%E0%A4%A')
  })
})
