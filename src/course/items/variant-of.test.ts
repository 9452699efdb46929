import { describe, expect, it } from 'vitest'
import type { ChoiceItem } from '../item-definition.ts'
import { aq05 } from './availability/aq05.ts'
import { aq07 } from './availability/aq07.ts'
import { items } from './index.ts'
import { rq07 } from './rotation/rq07.ts'
import { rq12 } from './rotation/rq12.ts'
import { offeredSteps, variantOf } from './variant-of.ts'

const shown = (item: ChoiceItem, number: number) => {
  const { asked } = variantOf(item, number)
  return 'options' in asked ? asked.options.map(({ id }) => id) : []
}
const numbers = Array.from({ length: 400 }, (_, i) => i)

describe('a variant of a question', () => {
  it('is the same each time it is asked for', () => {
    for (const item of items) expect(variantOf(item, 7)).toEqual(variantOf(item, 7))
  })

  it('has no open slot in any text', () => {
    for (const item of items) {
      const { asked } = variantOf(item, 3)
      expect(
        JSON.stringify(asked, (key, value: unknown) => (key === 'slots' ? undefined : value)),
      ).not.toMatch(/\{\w+\}/)
    }
  })

  it('has the right answer at each place about equally often', () => {
    const counts = [0, 0, 0, 0]
    for (const number of numbers) counts[shown(aq05, number).indexOf('KeyCustodian')]! += 1
    for (const count of counts) expect(count).toBeGreaterThan(numbers.length / 4 / 1.5)
  })

  it('leaves options with an order of their own, and areas of a picture, where they are', () => {
    const ordered: ChoiceItem = { ...aq05, ordered: true }
    for (const number of numbers.slice(0, 20)) {
      expect(shown(ordered, number)).toEqual(aq05.options.map(({ id }) => id))
      const { asked } = variantOf(aq07, number)
      expect('options' in asked && asked.options.map(({ id }) => id)).toEqual(
        aq07.options.map(({ id }) => id),
      )
    }
  })

  it('never offers steps in the right order, and mixes the right column of a match', () => {
    const right = rq12.steps.map(({ id }) => id)
    const columns = new Set<string>()
    for (const number of numbers) {
      const offered = offeredSteps(variantOf(rq12, number))
      expect(offered).not.toEqual(right)
      expect([...offered].sort()).toEqual([...right].sort())
      const { asked } = variantOf(rq07, number)
      if (asked.type === 'match') columns.add(asked.right.map(({ id }) => id).join())
    }
    expect(columns.size).toBe(24)
  })

  it('draws the values that the same number draws elsewhere', () => {
    const { slots, asked } = variantOf(aq05, 3)
    expect(asked.stem).toContain(`Key ${slots.key} stopped at 0${slots.h}:00:00.`)
  })
})
