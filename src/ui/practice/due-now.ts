import type { AnsweredItem } from '../../course/answered.ts'
import type { CompetencyId } from '../../course/words/competencies.ts'
import type { Instant } from '../../world/clock.ts'

/** Competencies that the review schedule brings back today. */
export function dueNow(_answered: readonly AnsweredItem[], _now: Instant): ReadonlySet<CompetencyId> {
  return new Set()
}
