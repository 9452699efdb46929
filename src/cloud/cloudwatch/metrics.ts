import type { Tables } from '../../kms/tables.ts'
import type { Caller } from '../../kms/trail.ts'
import { days, minutes, type Instant } from '../../world/clock.ts'
import { newestFirst } from '../trail.ts'
import { expirationTable, type ExpirationRow, type Span } from './expiration-metric.ts'
import { countdownStatistics, joined, type Statistics } from './statistics.ts'

export interface Dimension {
  readonly Name: string
  readonly Value: string
}

export interface MetricName {
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions: readonly Dimension[]
}

export const NAMESPACE = 'AWS/KMS'
export const EXPIRATION = 'SecondsUntilKeyMaterialExpiration'
export const REQUESTS = 'SuccessfulRequest'

export type Where = Pick<Caller, 'accountId' | 'region'>

/** The dates a countdown runs to, when the metric is one: of one key, named as its only dimension. */
export function countdownOf(
  tables: Pick<Tables, 'get'>,
  { accountId, region }: Where,
  metric: MetricName,
): { readonly spans: readonly Span[] } | undefined {
  const [only, ...more] = metric.Dimensions
  if (metric.Namespace !== NAMESPACE || metric.MetricName !== EXPIRATION) return undefined
  if (only?.Name !== 'KeyId' || more.length > 0) return undefined
  return tables.get<ExpirationRow>(expirationTable(accountId, region), only.Value)
}

/** The unit a metric of KMS has; undefined for metrics nobody publishes here. */
export function unitOf({ Namespace, MetricName: name }: MetricName): 'Seconds' | 'Count' | undefined {
  if (Namespace !== NAMESPACE) return undefined
  return name === EXPIRATION ? 'Seconds' : name === REQUESTS ? 'Count' : undefined
}

/** @returns each period that has data, by its beginning, oldest first */
export function datapoints(
  tables: Tables,
  where: Where,
  metric: MetricName,
  { from, to, period }: { readonly from: Instant; readonly to: Instant; readonly period: number },
): Map<Instant, Statistics> {
  const points = new Map<Instant, Statistics>()
  const countdown = countdownOf(tables, where, metric)
  if (countdown) {
    for (let start = from; start < to; start += period) {
      const statistics = countdownStatistics(countdown.spans, start, Math.min(start + period, to))
      if (statistics) points.set(start, statistics)
    }
    return points
  }
  for (const at of requestTimes(tables, where, metric, from, to)) {
    const start = from + Math.floor((at - from) / period) * period
    points.set(start, joined(points.get(start), { SampleCount: 1, Sum: 1, Minimum: 1, Maximum: 1 }))
  }
  return new Map([...points].sort(([a], [b]) => a - b))
}

/** Successful calls are counted from the audit records: what was done is written there already. */
function* requestTimes(
  tables: Tables,
  where: Where,
  { Namespace, MetricName: name, Dimensions }: MetricName,
  from: Instant,
  to: Instant,
): IterableIterator<Instant> {
  if (Namespace !== NAMESPACE || name !== REQUESTS || Dimensions.length !== 2) return
  const value = (dimension: string) => Dimensions.find(({ Name }) => Name === dimension)?.Value
  const [arn, operation] = [value('KeyArn'), value('Operation')]
  for (const { at, keyArn, name: called } of successes(tables, where, from))
    if (at < to && keyArn === arn && called === operation) yield at
}

function* successes(tables: Tables, { accountId, region }: Where, from: Instant) {
  for (const [, event] of newestFirst(tables)) {
    const at = Date.parse(event.eventTime)
    if (at < from) return
    if (event.eventSource !== 'kms.amazonaws.com' || event.eventType !== 'AwsApiCall') continue
    if (event.errorCode !== undefined || event.awsRegion !== region) continue
    for (const { ARN, accountId: owner } of event.resources ?? [])
      if (owner === accountId && event.recipientAccountId === accountId)
        yield { at, keyArn: ARN, name: event.eventName }
  }
}

/** Metrics that had data in the last two weeks, as ListMetrics shows them. */
export function listedMetrics(tables: Tables, where: Where, now: Instant): MetricName[] {
  const since = now - days(14)
  const found: MetricName[] = []
  for (const [keyId, { spans }] of tables.rows<ExpirationRow>(expirationTable(where.accountId, where.region)))
    if (countdownStatistics(spans, since, now + minutes(1)))
      found.push(named(EXPIRATION, [{ Name: 'KeyId', Value: keyId }]))
  const seen = new Map<string, MetricName>()
  for (const { keyArn, name } of successes(tables, where, since))
    seen.set(
      `${keyArn} ${name}`,
      named(REQUESTS, [
        { Name: 'KeyArn', Value: keyArn },
        { Name: 'Operation', Value: name },
      ]),
    )
  return [...found, ...[...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, metric]) => metric)]
}

const named = (name: string, Dimensions: readonly Dimension[]): MetricName => ({
  Namespace: NAMESPACE,
  MetricName: name,
  Dimensions,
})
