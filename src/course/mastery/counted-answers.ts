import { days } from '../../world/clock.ts'
import type { AnsweredItem } from '../answered.ts'
import type { Item } from '../item-definition.ts'
import { variantName } from '../items/variant-name.ts'
import { chanceOf } from './chance.ts'
import type { Course, LearnerRecord } from './learner-record.ts'

/** An answer that counts, with what goes into the estimate. */
export interface Counted {
  readonly answer: AnsweredItem
  readonly item: Item
  readonly weight: number
  /** 0 to 1: pairs of a match count each, everything else is right or not */
  readonly score: number
  readonly chance: number
}

const OF_DIFFICULTY = { 1: 0.8, 2: 1, 3: 1.2 } as const
const IN_EXAM = 1.5
const SAME_QUESTION_SAME_DAY = 0.5

/**
 * Every answer that counts, oldest first. A variant counts once: nobody gains by answering it again. The same question
 * in another variant within a day counts half.
 */
export function countedAnswers({ answers }: LearnerRecord, { items }: Course): readonly Counted[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const seen = new Set<string>()
  const last = new Map<string, number>()
  return [...answers]
    .sort((one, two) => one.at - two.at)
    .flatMap((answer): Counted[] => {
      const item = byId.get(answer.itemId)
      if (!item) return []
      const before = last.get(item.id)
      last.set(item.id, answer.at)
      const variant = variantName(item, answer.variant)
      if (seen.has(variant)) return []
      seen.add(variant)
      if (answer.pilot) return []
      const repeat = before !== undefined && answer.at - before < days(1) ? SAME_QUESTION_SAME_DAY : 1
      const context = answer.mode === 'exam' ? IN_EXAM : 1
      return [
        {
          answer,
          item,
          weight: OF_DIFFICULTY[item.difficulty] * context * repeat,
          score: item.type === 'match' ? answer.share : answer.right ? 1 : 0,
          chance: chanceOf(item),
        },
      ]
    })
}
