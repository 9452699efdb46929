import type { Instant } from '../world/clock.ts'
import type { AnsweredItem } from './answered.ts'
import type { Item } from './item-definition.ts'
import type { Boxes } from './mastery/boxes.ts'
import type { CompetencyId } from './words/competencies.ts'

/** Five minutes. */
export const REVIEW_LENGTH = 5

/** Competencies whose day has come, the longest overdue first. @param now by the learner's own clock */
export const dueNow = (boxes: Boxes, now: Instant): readonly CompetencyId[] =>
  [...boxes]
    .filter(([, { due }]) => due <= now)
    .sort(([, one], [, two]) => one.due - two.due)
    .map(([id]) => id)

/** When the next one comes; undefined where none waits. */
export const nextDue = (boxes: Boxes, now: Instant): Instant | undefined => {
  const later = [...boxes.values()].map(({ due }) => due).filter((due) => due > now)
  return later.length > 0 ? Math.min(...later) : undefined
}

/**
 * One question for each competency that is due: one that was wrong the last time, else the one that was not asked for
 * longest.
 */
export function reviewQueue(
  items: readonly Item[],
  answered: readonly AnsweredItem[],
  due: readonly CompetencyId[],
): readonly Item[] {
  const latest = new Map(answered.map((each) => [each.itemId, each]))
  const rank = ({ id }: Item): number => {
    const last = latest.get(id)
    return last === undefined ? 0 : last.right ? last.at : -1
  }
  return due
    .flatMap((competency) => {
      const [first] = items
        .filter((item) => item.competency === competency)
        .toSorted((one, two) => rank(one) - rank(two))
      return first ? [first] : []
    })
    .slice(0, REVIEW_LENGTH)
}
