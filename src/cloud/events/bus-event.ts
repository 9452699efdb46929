import type { TrailEvent } from '../../kms/trail.ts'
import type { Transition } from '../cloudwatch/watch-alarms.ts'

/** An event on the default bus, in the form that patterns and targets see. */
export interface BusEvent {
  readonly version: '0'
  readonly id: string
  readonly 'detail-type': string
  readonly source: string
  readonly account: string
  readonly time: string
  readonly region: string
  readonly resources: readonly string[]
  readonly detail: Readonly<Record<string, unknown>>
}

/** An event that is not on the bus yet: ids are given to those that somebody waits for. */
export type Occurrence = Omit<BusEvent, 'id' | 'version'>

/**
 * What reaches the bus because of an audit record: the three events that KMS sends itself (F-714), and every record
 * through CloudTrail.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-events.html
 */
export function fromTrail(event: TrailEvent): Occurrence[] {
  const own = ownEvent(event)
  const service = event.eventType === 'AwsServiceEvent'
  const viaCloudTrail: Occurrence = {
    'detail-type': service ? 'AWS Service Event via CloudTrail' : 'AWS API Call via CloudTrail',
    source: `aws.${event.eventSource.replace(/\.amazonaws\.com$/, '')}`,
    account: event.recipientAccountId,
    time: event.eventTime,
    region: event.awsRegion,
    resources: [],
    detail: { ...event },
  }
  return own ? [own, viaCloudTrail] : [viaCloudTrail]
}

function ownEvent(event: TrailEvent): Occurrence | undefined {
  const { eventName, serviceEventDetails: details = {}, resources = [] } = event
  const [type, detail] = detailOf(eventName, details) ?? []
  if (event.eventType !== 'AwsServiceEvent' || type === undefined || detail === undefined) return undefined
  return {
    'detail-type': type,
    source: 'aws.kms',
    account: event.recipientAccountId,
    time: event.eventTime,
    region: event.awsRegion,
    resources: resources.map(({ ARN }) => ARN),
    detail: Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined)),
  }
}

function detailOf(
  eventName: string,
  details: Readonly<Record<string, unknown>>,
): readonly [type: string, detail: Readonly<Record<string, unknown>>] | undefined {
  const { keyId } = details
  switch (eventName) {
    case 'RotateKey':
      return [
        'KMS CMK Rotation',
        {
          'key-id': keyId,
          'key-origin': details.keyOrigin,
          'rotation-type': details.rotationType,
          'previous-key-material-id': details.previousKeyMaterialId,
          'current-key-material-id': details.currentKeyMaterialId,
        },
      ]
    case 'DeleteExpiredKeyMaterial':
      return [
        'KMS Imported Key Material Expiration',
        { 'key-id': keyId, 'key-material-id': details.keyMaterialId },
      ]
    case 'DeleteKey':
      return ['KMS CMK Deletion', { 'key-id': keyId }]
    default:
      return undefined
  }
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
export function fromAlarm({ alarm, from, at }: Transition): Occurrence {
  const shown = (value: string, reason: string, since: number) => ({
    value,
    reason,
    timestamp: new Date(since).toISOString().replace('Z', '+0000'),
  })
  return {
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: alarm.accountId,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region: alarm.region,
    resources: [alarm.arn],
    detail: {
      alarmName: alarm.name,
      state: shown(alarm.state, alarm.stateReason, at),
      previousState: shown(from.state, from.reason, from.since),
    },
  }
}
