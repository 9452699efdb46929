import type { Instant } from '../../world/clock.ts'
import type { MetricName } from './metrics.ts'
import type { Statistic } from './statistics.ts'

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'
export type Comparison =
  | 'GreaterThanOrEqualToThreshold'
  | 'GreaterThanThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold'
export type MissingData = 'breaching' | 'notBreaching' | 'ignore' | 'missing'

/** An alarm on one metric: what it watches, and how it stands. */
export interface AlarmRow {
  readonly name: string
  readonly arn: string
  readonly accountId: string
  readonly region: string
  readonly description?: string
  readonly actionsEnabled: boolean
  readonly okActions: readonly string[]
  readonly alarmActions: readonly string[]
  readonly insufficientDataActions: readonly string[]
  readonly metric: MetricName
  readonly statistic: Statistic
  readonly unit?: string
  readonly periodMs: number
  readonly evaluationPeriods: number
  readonly datapointsToAlarm?: number
  readonly threshold: number
  readonly comparison: Comparison
  readonly missingData?: MissingData
  readonly configuredAt: Instant
  readonly state: AlarmState
  readonly stateReason: string
  readonly stateUpdatedAt: Instant
  readonly transitionedAt: Instant
}

/** What happened to an alarm; key: a running number. */
export interface AlarmHistoryRow {
  readonly alarmName: string
  readonly at: Instant
  readonly type: 'ConfigurationUpdate' | 'StateUpdate'
  readonly summary: string
  readonly data: string
}

export const ALARMS = 'alarms/'
export const alarmsTable = (accountId: string, region: string) => `${ALARMS}${accountId}/${region}`
export const ALARM_HISTORY = 'alarm-history/'
export const alarmHistoryTable = (accountId: string, region: string) =>
  `${ALARM_HISTORY}${accountId}/${region}`

/** How each comparison reads, and holds. */
export const COMPARISONS: Readonly<
  Record<Comparison, { readonly says: string; holds(value: number, threshold: number): boolean }>
> = {
  GreaterThanOrEqualToThreshold: { says: 'greater than or equal to', holds: (a, b) => a >= b },
  GreaterThanThreshold: { says: 'greater than', holds: (a, b) => a > b },
  LessThanThreshold: { says: 'less than', holds: (a, b) => a < b },
  LessThanOrEqualToThreshold: { says: 'less than or equal to', holds: (a, b) => a <= b },
}
