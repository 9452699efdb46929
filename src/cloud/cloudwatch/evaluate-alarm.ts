import type { Instant } from '../../world/clock.ts'
import { COMPARISONS, type AlarmRow, type AlarmState } from './alarm.ts'
import type { Span } from './expiration-metric.ts'
import { countdownStatistics, SAMPLED, valueOf } from './statistics.ts'

export interface Verdict {
  readonly state: AlarmState
  readonly reason: string
}

/**
 * How an alarm stands at a whole minute, by the periods that end there.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data
 */
export function verdictAt(alarm: AlarmRow, spans: readonly Span[], at: Instant): Verdict {
  const { evaluationPeriods: wanted, threshold, comparison, missingData = 'missing', state } = alarm
  const toAlarm = alarm.datapointsToAlarm ?? wanted
  const points = pointsBefore(alarm, spans, at)
  const holds = (value: number) => COMPARISONS[comparison].holds(value, threshold)
  const breaching = points.filter(({ value }) => holds(value)).length
  const missing = wanted - points.length
  const known = { alarm, points, breaching, toAlarm }

  if (missingData === 'breaching' || missingData === 'notBreaching') {
    const filled = missingData === 'breaching' ? missing : 0
    return filled + breaching >= toAlarm ? crossed(known) : notCrossed(known)
  }
  if (missingData === 'ignore') {
    if (breaching >= toAlarm) return crossed(known)
    if (points.length - breaching > wanted - toAlarm) return notCrossed(known)
    return { state, reason: alarm.stateReason }
  }
  if (points.length === 0)
    return {
      state: 'INSUFFICIENT_DATA',
      reason: `Insufficient Data: ${wanted} datapoint${wanted === 1 ? ' was' : 's were'} unknown.`,
    }
  // What is missing is left out, so that fewer data points have to breach.
  return breaching >= Math.min(toAlarm, points.length) ? crossed(known) : notCrossed(known)
}

interface Point {
  readonly start: Instant
  readonly value: number
}

/** Newest first. */
function pointsBefore(alarm: AlarmRow, spans: readonly Span[], at: Instant): Point[] {
  const { periodMs, evaluationPeriods, statistic } = alarm
  const points: Point[] = []
  for (let i = 1; i <= evaluationPeriods; i++) {
    const start = at - i * periodMs
    const statistics = countdownStatistics(spans, start, start + periodMs)
    if (statistics) points.push({ start, value: valueOf(statistics, statistic) })
  }
  return points
}

interface Known {
  readonly alarm: AlarmRow
  readonly points: readonly Point[]
  readonly breaching: number
  readonly toAlarm: number
}

const crossed = ({ alarm, points, breaching, toAlarm }: Known): Verdict => ({
  state: 'ALARM',
  reason:
    `Threshold Crossed: ${breaching} out of the last ${alarm.evaluationPeriods} datapoints ${shown(points)}` +
    `${was(breaching)} ${comparing(alarm)} (minimum ${counted(toAlarm)} for OK -> ALARM transition).`,
})

const notCrossed = ({ alarm, points, breaching, toAlarm }: Known): Verdict => {
  const calm = points.length - breaching
  const least = alarm.evaluationPeriods - toAlarm + 1
  return {
    state: 'OK',
    reason:
      `Threshold Crossed: ${calm} out of the last ${alarm.evaluationPeriods} datapoints ${shown(points)}` +
      `${was(calm)} not ${comparing(alarm)} (minimum ${counted(least)} for ALARM -> OK transition).`,
  }
}

const counted = (n: number) => `${n} datapoint${n === 1 ? '' : 's'}`
const was = (n: number) => (n === 1 ? 'was' : 'were')
const comparing = ({ comparison, threshold }: AlarmRow) =>
  `${COMPARISONS[comparison].says} the threshold (${decimal(threshold)})`
const decimal = (n: number) => (Number.isInteger(n) ? `${n}.0` : String(n))
/** A handful is enough to see why. */
const shown = (points: readonly Point[]) =>
  points.length === 0
    ? ''
    : `[${points
        .slice(0, 5)
        .map(({ start, value }) => `${decimal(value)} (${date(start)})`)
        .join(', ')}] `

function date(at: Instant): string {
  const [year, month, day] = new Date(at).toISOString().slice(2, 10).split('-')
  return `${day}/${month}/${year} ${new Date(at).toISOString().slice(11, 19)}`
}

/**
 * The first whole minute in (after, until] at which the alarm stands otherwise than its row says. Between two changes
 * of the date the countdown is a straight line: once all periods lie on it, the alarm changes at most once, and halving
 * finds where.
 */
export function nextTransition(
  alarm: AlarmRow,
  spans: readonly Span[],
  after: Instant,
  until: Instant,
): (Verdict & { readonly at: Instant }) | undefined {
  const first = (Math.floor(after / SAMPLED) + 1) * SAMPLED
  const last = Math.floor(until / SAMPLED) * SAMPLED
  const differs = (at: Instant) => verdictAt(alarm, spans, at).state !== alarm.state
  const found = (at: Instant) => ({ ...verdictAt(alarm, spans, at), at })
  const reach = alarm.periodMs * alarm.evaluationPeriods + SAMPLED

  let at = first
  while (at <= last) {
    if (differs(at)) return found(at)
    if (at <= bendBefore(spans, at) + reach) {
      at += SAMPLED
      continue
    }
    const straightTo = Math.min(last, Math.floor(bendAfter(spans, at) / SAMPLED) * SAMPLED)
    if (differs(straightTo)) {
      let [same, other] = [at, straightTo]
      while (other - same > SAMPLED) {
        const middle = same + Math.floor((other - same) / 2 / SAMPLED) * SAMPLED
        if (differs(middle)) other = middle
        else same = middle
      }
      return found(other)
    }
    at = straightTo + SAMPLED
  }
  return undefined
}

const bends = (spans: readonly Span[]) =>
  spans.flatMap(({ from, validTo }) => (validTo === null ? [from] : [from, validTo]))
const bendBefore = (spans: readonly Span[], at: Instant) =>
  Math.max(Number.NEGATIVE_INFINITY, ...bends(spans).filter((bend) => bend <= at))
/** Dates that another span overtook are no bends, but looking there does no harm. */
const bendAfter = (spans: readonly Span[], at: Instant) =>
  Math.max(at, Math.min(Number.POSITIVE_INFINITY, ...bends(spans).filter((bend) => bend > at)))
