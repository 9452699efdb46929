import type { Item } from '../item-definition.ts'
import { slotsOf } from './variant-of.ts'

type Named = Pick<Item, 'id' | 'slots'>

/** Drawing costs much more than looking up, and every answer is asked for its name again and again. */
const known = new WeakMap<Named, Map<number, string>>()

/** Names what a learner saw: two numbers that draw the same values are the same variant, and an item without slots has one. */
export function variantName(item: Named, number: number): string {
  const names = known.get(item) ?? new Map<number, string>()
  known.set(item, names)
  const before = names.get(number)
  if (before !== undefined) return before
  const name = JSON.stringify([item.id, ...Object.entries(slotsOf(item, number)).sort()])
  names.set(number, name)
  return name
}
