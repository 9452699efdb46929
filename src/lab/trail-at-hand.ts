import { trailEvent, trailLength } from '../cloud/trail.ts'
import { gapOf, isAtHand, type TrailGap } from '../cloud/trail-gap.ts'
import type { NumberedEvent } from '../course/lab-definition.ts'
import type { Tables } from '../kms/tables.ts'

export interface TrailAtHand {
  readonly records: readonly NumberedEvent[]
  /** What an exercise keeps back */
  readonly away?: TrailGap & { readonly count: number }
}

/** The trail as the learner may read it, oldest first, with the numbers of the whole. */
export function trailAtHand(tables: Tables): TrailAtHand {
  const gap = gapOf(tables)
  const records: NumberedEvent[] = []
  for (let number = 1; number <= trailLength(tables); number++) {
    const event = trailEvent(tables, number)
    if (event && isAtHand(event, gap)) records.push({ ...event, number })
  }
  const count = trailLength(tables) - records.length
  return { records, ...(gap && count > 0 ? { away: { ...gap, count } } : {}) }
}
