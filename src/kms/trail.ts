import type { Instant } from '../world/clock.ts'

/** Who calls, as CloudTrail names it (F-702). Account and Region decide which keys are in sight. */
export interface Caller {
  readonly accountId: string
  readonly region: string
  readonly principal: Principal
  readonly sourceIPAddress: string
  readonly userAgent: string
  /** The service that calls on the principal's behalf, for instance `s3`: kms:ViaService, and who invoked it */
  readonly via?: string
  /** The resource for which a service principal acts (aws:SourceArn) */
  readonly sourceArn?: string
}

export interface Principal {
  readonly type: 'Root' | 'IAMUser' | 'AssumedRole' | 'AWSService'
  readonly principalId: string
  readonly arn: string
  readonly accessKeyId?: string
  readonly userName?: string
  /** Of an assumed role: which role it is, and since when */
  readonly session?: {
    readonly role: { readonly principalId: string; readonly arn: string; readonly userName: string }
    readonly since: Instant
  }
}

/**
 * One audit record in CloudTrail's form.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/logging-using-cloudtrail.html
 */
export interface TrailEvent {
  readonly eventVersion: '1.11'
  readonly userIdentity: {
    readonly type?: string
    readonly principalId?: string
    readonly arn?: string
    readonly accountId: string
    readonly accessKeyId?: string
    readonly userName?: string
    readonly sessionContext?: Readonly<Record<string, unknown>>
    readonly invokedBy?: string
  }
  /** ISO 8601, UTC, whole seconds */
  readonly eventTime: string
  readonly eventSource: string
  readonly eventName: string
  readonly awsRegion: string
  readonly sourceIPAddress: string
  readonly userAgent: string
  readonly errorCode?: string
  readonly errorMessage?: string
  readonly requestParameters: Readonly<Record<string, unknown>> | null
  readonly responseElements: Readonly<Record<string, unknown>> | null
  readonly additionalEventData?: Readonly<Record<string, unknown>>
  readonly requestID?: string
  readonly eventID: string
  readonly readOnly: boolean
  readonly resources?: readonly { readonly accountId: string; readonly type: string; readonly ARN: string }[]
  readonly eventType: 'AwsApiCall' | 'AwsServiceEvent'
  readonly serviceEventDetails?: Readonly<Record<string, unknown>>
  readonly managementEvent: true
  readonly recipientAccountId: string
  /** The same in the records that one call left in several accounts */
  readonly sharedEventID?: string
  readonly eventCategory: 'Management'
  readonly tlsDetails?: Readonly<Record<string, string>>
}
