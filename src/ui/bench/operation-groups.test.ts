import { describe, expect, it } from 'vitest'
import { operations } from '../../kms/operations/index.ts'
import { groupsOf, featuredPlace } from './operation-groups.ts'

describe('the groups of operations', () => {
  it('hold every operation the engine has, once', () => {
    const names = [...operations.keys()]
    const grouped = groupsOf(names).flatMap((group) => group.operations)
    expect(grouped.toSorted()).toEqual(names.toSorted())
    expect(groupsOf(names).map(({ id }) => id)).not.toContain('everything')
  })

  it('put what they do not know under everything', () => {
    expect(groupsOf(['Zebra', 'Aardvark'])).toEqual([{ id: 'everything', operations: ['Aardvark', 'Zebra'] }])
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
