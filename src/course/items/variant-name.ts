import type { Item } from '../item-definition.ts'
import { slotsOf } from './variant-of.ts'

/** Names what a learner saw: two numbers that draw the same values are the same variant, and an item without slots has one. */
export const variantName = (item: Pick<Item, 'id' | 'slots'>, number: number): string =>
  JSON.stringify([item.id, ...Object.entries(slotsOf(item, number)).sort()])
