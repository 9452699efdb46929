import type { TrailGap } from '../../cloud/trail-gap.ts'
import { days, hours, type Instant } from '../../world/clock.ts'

/** The part of the quiet days whose records are not at hand: Monday to Wednesday begin one, and it ends by Friday. */
export const gapBefore = (
  saturday: Instant,
  draw: { whole(least: number, most: number): number },
): TrailGap => {
  const from = saturday - days(draw.whole(3, 5)) + hours(draw.whole(6, 14))
  return { from, until: from + hours(draw.whole(20, 34)) }
}
