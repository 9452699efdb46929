import type { Item } from '../item-definition.ts'

/**
 * What an answer by chance is worth on average: one mark of four options 1/4, two of five 1/10, an order of k steps
 * 1/k!, pairs 1/n each.
 */
export function chanceOf(item: Item): number {
  switch (item.type) {
    case 'order':
      return 1 / factorial(item.steps.length)
    case 'match':
      return 1 / item.right.length
    default:
      return (
        1 /
        choose(item.options.length, item.type === 'hotspot' || item.type === 'multi' ? (item.choose ?? 1) : 1)
      )
  }
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
const choose = (n: number, k: number): number => (k === 0 ? 1 : (n * choose(n - 1, k - 1)) / k)
