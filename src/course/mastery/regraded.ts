import type { AnsweredItem } from '../answered.ts'
import { grade } from '../grade.ts'
import type { Item } from '../item-definition.ts'

/**
 * Answers with what they are worth by the questions as they are now. What is written beside an answer came from a
 * file that anybody may have made, so it is never believed. An answer to a question that is not there stays as it is,
 * and counts nowhere.
 */
export function regraded(answers: readonly AnsweredItem[], items: readonly Item[]): readonly AnsweredItem[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return answers.map((answer) => {
    const item = byId.get(answer.itemId)
    return item ? { ...answer, ...grade(item, answer.response) } : answer
  })
}
