import { describe, expect, it } from 'vitest'
import { hands } from '../testing/hands.ts'
import { items } from './index.ts'
import { itemRules } from './rules/index.ts'

describe('the bank', () => {
  it.each(itemRules)('$says', async (rule) => {
    const { looked, faults } = await rule.judge(items, { hands, engineVariants: 3 })
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(0)
  })
})
