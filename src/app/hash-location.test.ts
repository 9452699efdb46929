import { describe, expect, it } from 'vitest'
import { placeIn } from './hash-location.ts'

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
})
