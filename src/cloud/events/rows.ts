import type { Instant } from '../../world/clock.ts'
import type { BusEvent } from './bus-event.ts'

export interface TargetRow {
  readonly id: string
  readonly arn: string
  readonly roleArn?: string
  /** Sent instead of the event */
  readonly input?: string
}

export type RuleState = 'ENABLED' | 'DISABLED' | 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'

export interface RuleRow {
  readonly name: string
  readonly arn: string
  readonly pattern: string
  readonly state: RuleState
  readonly description?: string
  readonly roleArn?: string
  readonly targets: readonly TargetRow[]
}

/** What a target received; key: a running number. */
export interface DeliveryRow {
  readonly at: Instant
  readonly rule: string
  readonly targetId: string
  readonly targetArn: string
  readonly event: BusEvent
  readonly input?: string
}

export const RULES = 'rules/'
export const rulesTable = (accountId: string, region: string) => `${RULES}${accountId}/${region}`
export const DELIVERIES = 'deliveries/'
export const deliveriesTable = (accountId: string, region: string) => `${DELIVERIES}${accountId}/${region}`
