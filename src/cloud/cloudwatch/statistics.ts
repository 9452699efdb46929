import { minutes, type Instant } from '../../world/clock.ts'
import type { Span } from './expiration-metric.ts'

/** A metric says something once a minute, at whole minutes. */
export const SAMPLED = minutes(1)

export interface Statistics {
  readonly SampleCount: number
  readonly Sum: number
  readonly Minimum: number
  readonly Maximum: number
}

export type Statistic = keyof Statistics | 'Average'

export const valueOf = (statistics: Statistics, statistic: Statistic): number =>
  statistic === 'Average' ? statistics.Sum / statistics.SampleCount : statistics[statistic]

/**
 * All samples of a countdown in [from, to), without looking at each: on a straight line the first, the last and their
 * number say everything. @returns undefined when nothing was published
 */
export function countdownStatistics(
  spans: readonly Span[],
  from: Instant,
  to: Instant,
): Statistics | undefined {
  let all: Statistics | undefined
  for (const [i, { from: begins, validTo }] of spans.entries()) {
    if (validTo === null) continue
    const ends = Math.min(to, validTo, spans[i + 1]?.from ?? Number.POSITIVE_INFINITY)
    const first = Math.ceil(Math.max(from, begins) / SAMPLED) * SAMPLED
    const last = (Math.ceil(ends / SAMPLED) - 1) * SAMPLED
    if (last < first) continue
    const SampleCount = (last - first) / SAMPLED + 1
    const [Maximum, Minimum] = [(validTo - first) / 1000, (validTo - last) / 1000]
    all = joined(all, { SampleCount, Sum: (SampleCount * (Maximum + Minimum)) / 2, Minimum, Maximum })
  }
  return all
}

export const joined = (a: Statistics | undefined, b: Statistics): Statistics =>
  a
    ? {
        SampleCount: a.SampleCount + b.SampleCount,
        Sum: a.Sum + b.Sum,
        Minimum: Math.min(a.Minimum, b.Minimum),
        Maximum: Math.max(a.Maximum, b.Maximum),
      }
    : b
