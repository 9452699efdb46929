import { identityOf, isoSeconds, shown } from '../kms/audit.ts'
import type { Caller, TrailEvent } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'
import type { ServiceError, ServiceName, ServiceOperation } from './service.ts'

/** How a service names itself in records, where that is not its own name. */
const EVENT_SOURCE: Partial<Record<ServiceName, string>> = { cloudwatch: 'monitoring' }

export const eventSource = (service: ServiceName) => `${EVENT_SOURCE[service] ?? service}.amazonaws.com`

interface Request {
  readonly operation: ServiceOperation
  readonly input: Readonly<Record<string, unknown>>
  readonly caller: Caller
  readonly requestId: string
  readonly eventID: string
  readonly at: Instant
  readonly output?: Readonly<Record<string, unknown>>
  readonly error?: ServiceError
}

/**
 * The management event of a service beside KMS, in the form that KMS's own records have (F-702). IAM is one service
 * for all Regions and keeps its records in us-east-1.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
 */
export function serviceRequestRecord(request: Request): TrailEvent | undefined {
  const { operation, input, caller, output, error } = request
  if (!operation.trail) return undefined
  return {
    eventVersion: '1.11',
    userIdentity: identityOf(caller),
    eventTime: isoSeconds(request.at),
    eventSource: eventSource(operation.service),
    eventName: operation.name,
    awsRegion: operation.service === 'iam' ? 'us-east-1' : caller.region,
    sourceIPAddress: caller.sourceIPAddress,
    userAgent: caller.userAgent,
    ...(error ? { errorCode: error.code, ...(error.message ? { errorMessage: error.message } : {}) } : {}),
    requestParameters: shown(operation.input, input, operation.trail.request),
    responseElements: output ? shown(operation.output, output, operation.trail.response) : null,
    requestID: request.requestId,
    eventID: request.eventID,
    readOnly: operation.readOnly,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: caller.accountId,
    eventCategory: 'Management',
  }
}
