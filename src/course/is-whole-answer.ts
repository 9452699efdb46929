import type { Item, Response } from './item-definition.ts'

/** Whether everything that is asked for is given, right or not: the number of marks, every pair, an order. */
export function isWholeAnswer(item: Item, response: Response | undefined): boolean {
  switch (item.type) {
    case 'order':
      return response?.kind === 'order'
    case 'match':
      return response?.kind === 'pairs' && item.left.every(({ id }) => response.pairs[id] !== undefined)
    default:
      return response?.kind === 'marked' && response.ids.length === (item.choose ?? 1)
  }
}
