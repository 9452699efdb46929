import { expect, it } from 'vitest'
import { commercialRegions, isCommercialRegion } from './regions.ts'

it('every Region has a name of the commercial partition, once', () => {
  expect(commercialRegions.filter((name) => !/^(?!cn-|us-gov-)[a-z]{2}-[a-z]+-[1-9]$/.test(name))).toEqual([])
  expect(new Set(commercialRegions).size).toBe(34)
  expect(['eu-west-1', 'cn-north-1', 'us-gov-west-1', ''].map(isCommercialRegion)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
