import type { Item } from '../../course/item-definition.ts'
import { words } from '../quiz/words.ts'

/** The line above a question: "Question 7 of 12. Predict the result. Skill IMP-4." */
export function metaOf(item: Item, n: number, of: number): string {
  const choose =
    item.type === 'multi'
      ? words.choose(item.choose ?? 2)
      : item.type === 'hotspot'
        ? words.mark(item.choose ?? 1)
        : words.types[item.type]
  return words.meta([words.item(n, of), choose, words.competency(item.competency)])
}
