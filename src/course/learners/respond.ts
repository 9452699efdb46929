import type { Draw, Item, Response } from '../item-definition.ts'
import { shuffled } from '../items/variant-of.ts'

/** What somebody gives who knows the answer. */
export function rightResponse(item: Item): Response {
  if (item.type === 'order') return { kind: 'order', ids: item.steps.map(({ id }) => id) }
  if (item.type === 'match')
    return { kind: 'pairs', pairs: Object.fromEntries(item.left.map(({ id, right }) => [id, right])) }
  return { kind: 'marked', ids: item.options.flatMap(({ id, correct }) => (correct ? id : [])) }
}

/** What somebody gives who does not: as many marks as are asked for, any order, any partner. */
export function guess(item: Item, draw: Draw): Response {
  if (item.type === 'order')
    return {
      kind: 'order',
      ids: shuffled(
        item.steps.map(({ id }) => id),
        draw,
      ),
    }
  if (item.type === 'match')
    return {
      kind: 'pairs',
      pairs: Object.fromEntries(item.left.map(({ id }) => [id, draw.oneOf(item.right).id])),
    }
  const ids = item.options.map(({ id }) => id)
  return { kind: 'marked', ids: shuffled(ids, draw).slice(0, item.choose ?? 1) }
}
