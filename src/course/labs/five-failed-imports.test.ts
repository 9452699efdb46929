import { describe, expect, it } from 'vitest'
import { labOfSeed } from '../lab-of-seed.ts'
import { fiveFailedImports } from './five-failed-imports.ts'

const order = (seed: number) => labOfSeed(fiveFailedImports, seed).steps.map(({ id }) => id)

describe('the waiting room of L2.3', () => {
  it('has every patient, whatever the seed, the second visit of P3 after the first, and the tree at the end', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect([...order(seed)].sort()).toEqual(['p1', 'p2', 'p3', 'p3b', 'p4', 'p5', 'tree'])
      expect(order(seed)[order(seed).indexOf('p3') + 1]).toBe('p3b')
      expect(order(seed).at(-1)).toBe('tree')
    }
  })

  it('begins with each of the five for some seed', () => {
    const first = new Set(Array.from({ length: 50 }, (_, seed) => order(seed)[0]))
    expect([...first].sort()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
  })
})
