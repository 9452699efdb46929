import { describe, expect, it } from 'vitest'
import { groupsOf, featuredPlace } from './operation-groups.ts'

describe('the groups of operations', () => {
  it('hold every operation the engine has, once', () => {
    const names = ['Decrypt', 'CreateKey', 'PutKeyPolicy', 'Encrypt']
    const grouped = groupsOf(names).flatMap(({ operations }) => operations)
    expect(grouped.toSorted()).toEqual(names.toSorted())
  })

  it('put what they do not know under everything', () => {
    expect(groupsOf(['PutKeyPolicy', 'Zebra'])).toEqual([
      { id: 'everything', operations: ['PutKeyPolicy', 'Zebra'] },
    ])
  })

  it('offer no group without an operation', () => {
    expect(groupsOf([])).toEqual([])
  })

  it('name the optional members that stand in the open', () => {
    expect(featuredPlace('CreateKey', 'Origin')).toBe(0)
    expect(featuredPlace('CreateKey', 'Tags')).toBe(-1)
    expect(featuredPlace('Unknown', 'Tags')).toBe(-1)
  })
})
