import { ALARM_HISTORY, ALARMS, COMPARISONS } from '../cloud/cloudwatch/alarm.ts'
import type { AlarmHistoryRow, AlarmRow } from '../cloud/cloudwatch/alarm.ts'
import { EXPIRATIONS, MOST_SPANS } from '../cloud/cloudwatch/expiration-metric.ts'
import type { ExpirationRow, Span } from '../cloud/cloudwatch/expiration-metric.ts'
import type { BusEvent } from '../cloud/events/bus-event.ts'
import { readPattern } from '../cloud/events/pattern.ts'
import { DELIVERIES, RULES } from '../cloud/events/rows.ts'
import type { DeliveryRow, RuleRow, TargetRow } from '../cloud/events/rows.ts'
import { BUCKETS, HELD, OBJECTS, STORE } from '../cloud/s3/rows.ts'
import type { BucketDefault, BucketRow, HeldKeyRow, ObjectRow } from '../cloud/s3/rows.ts'
import { isPlain } from './codec.ts'
import {
  bytes,
  bytesOf,
  count,
  flag,
  instant,
  listOf,
  mapOf,
  maybe,
  number,
  oneOf,
  record,
  startingWith,
  text,
  type Check,
  type Shapes,
} from './value-checks.ts'

const bucket = record({
  name: text,
  accountId: text,
  region: text,
  creationDate: instant,
  encryption: record({
    algorithm: oneOf('AES256', 'aws:kms'),
    keyId: maybe(text),
    bucketKey: flag,
  } satisfies Record<keyof BucketDefault, Check>),
} satisfies Record<keyof BucketRow, Check>)

const plainObject = record({ algorithm: oneOf('AES256') })
const kmsObject = record({
  algorithm: oneOf('aws:kms'),
  keyArn: text,
  context: mapOf(text),
  wrapped: bytes,
  iv: bytes,
  under: maybe(record({ bucketKeyId: text, key: bytes })),
})
const object = record({
  key: text,
  size: count,
  eTag: text,
  lastModified: instant,
  contentType: text,
  metadata: mapOf(text),
  encryption: (value) => plainObject(value) || kmsObject(value),
  body: bytes,
} satisfies Record<keyof ObjectRow, Check>)

const heldKey = record({
  bucketKeyId: text,
  keyArn: text,
  requester: text,
  named: maybe(text),
  wrapped: bytes,
  sealed: bytes,
  until: instant,
} satisfies Record<keyof HeldKeyRow, Check>)

const state = oneOf('OK', 'ALARM', 'INSUFFICIENT_DATA')
const names = listOf(text)
const upTo =
  (most: number): Check =>
  (value) =>
    count(value) && (value as number) >= 1 && (value as number) <= most

/** Every period of an alarm is looked at, so their number and length have an end. */
const alarm = record({
  name: text,
  arn: text,
  accountId: text,
  region: text,
  description: maybe(text),
  actionsEnabled: flag,
  okActions: names,
  alarmActions: names,
  insufficientDataActions: names,
  metric: record({
    Namespace: text,
    MetricName: text,
    Dimensions: listOf(record({ Name: text, Value: text })),
  }),
  statistic: oneOf('SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'),
  unit: maybe(text),
  periodMs: upTo(7 * 86_400_000),
  evaluationPeriods: upTo(1440 * 7),
  datapointsToAlarm: maybe(upTo(1440 * 7)),
  threshold: number,
  comparison: oneOf(...Object.keys(COMPARISONS)),
  missingData: maybe(oneOf('breaching', 'notBreaching', 'ignore', 'missing')),
  configuredAt: instant,
  state,
  stateReason: text,
  stateUpdatedAt: instant,
  transitionedAt: instant,
} satisfies Record<keyof AlarmRow, Check>)

const alarmHistory = record({
  alarmName: text,
  at: instant,
  type: oneOf('ConfigurationUpdate', 'StateUpdate'),
  summary: text,
  data: text,
} satisfies Record<keyof AlarmHistoryRow, Check>)

const span = record({
  from: instant,
  validTo: (value) => value === null || instant(value),
} satisfies Record<keyof Span, Check>)
const expirations = record({
  keyId: text,
  spans: (value) => listOf(span)(value) && (value as unknown[]).length <= MOST_SPANS,
} satisfies Record<keyof ExpirationRow, Check>)

function pattern(value: unknown): boolean {
  try {
    return text(value) && readPattern(value as string) !== undefined
  } catch {
    return false
  }
}
const rule = record({
  name: text,
  arn: text,
  pattern,
  state: oneOf('ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'),
  description: maybe(text),
  roleArn: maybe(text),
  targets: listOf(
    record({
      id: text,
      arn: text,
      roleArn: maybe(text),
      input: maybe(text),
    } satisfies Record<keyof TargetRow, Check>),
  ),
} satisfies Record<keyof RuleRow, Check>)

const delivery = record({
  at: instant,
  rule: text,
  targetId: text,
  targetArn: text,
  event: record({
    version: oneOf('0'),
    id: text,
    'detail-type': text,
    source: text,
    account: text,
    time: text,
    region: text,
    resources: names,
    detail: isPlain,
  } satisfies Record<keyof BusEvent, Check>),
  input: maybe(text),
} satisfies Record<keyof DeliveryRow, Check>)

/** What stands beside KMS. */
export const serviceShapes: Shapes = [
  [BUCKETS, bucket],
  [startingWith(OBJECTS), object],
  [startingWith(HELD), heldKey],
  [startingWith(ALARMS), alarm],
  [startingWith(ALARM_HISTORY), alarmHistory],
  [startingWith(EXPIRATIONS), expirations],
  [startingWith(RULES), rule],
  [startingWith(DELIVERIES), delivery],
  [STORE, bytesOf(32)],
]
