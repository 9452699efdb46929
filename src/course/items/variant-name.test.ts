import { describe, expect, it } from 'vitest'
import { items } from './index.ts'
import { rq12 } from './rotation/rq12.ts'
import { variantName } from './variant-name.ts'

describe('the name of a variant', () => {
  it('is the same for numbers that draw the same values, and another for others', () => {
    const seen = new Set(Array.from({ length: 50 }, (_, n) => variantName(rq12, n)))
    expect(seen.size).toBeGreaterThan(1)
    expect(seen.size).toBeLessThan(50)
  })

  it('is one where the item has no slots, whatever the number', () => {
    const plain = items.filter(({ slots }) => slots === undefined)
    expect(plain.length).toBeGreaterThan(0)
    for (const item of plain) expect(variantName(item, 1)).toBe(variantName(item, 2))
  })
})
