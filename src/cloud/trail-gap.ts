import type { TableReader } from '../kms/tables.ts'
import type { TrailEvent } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'

/**
 * A time whose records nobody gets to see. It is a device of exercises and nothing that CloudTrail does: the records are
 * there, and only who reads goes without. Kept with the world, where an exercise put it.
 */
export interface TrailGap {
  readonly from: Instant
  /** The first moment after it */
  readonly until: Instant
}

export const TRAIL_GAP = 'trail-gap'

export const gapOf = (reader: TableReader): TrailGap | undefined => reader.get<TrailGap>(TRAIL_GAP, 'only')

export const gapRow = (gap: TrailGap) => [TRAIL_GAP, 'only', gap] as const

export function isAtHand({ eventTime }: Pick<TrailEvent, 'eventTime'>, gap: TrailGap | undefined): boolean {
  const at = Date.parse(eventTime)
  return gap === undefined || at < gap.from || at >= gap.until
}
