import type { Instant } from '../world/clock.ts'
import type { KmsError } from './errors.ts'
import type { KeyRecord } from './key.ts'
import { usedKeyStore } from './key-store.ts'
import type { Operation, Output } from './operation.ts'
import type { Happening } from './timed.ts'
import type { Members, Shape } from './shapes.ts'
import type { Caller, TrailEvent } from './trail.ts'
import { lowerCamel } from './validate.ts'

export interface ApiCall {
  readonly operation: Operation
  readonly input: Readonly<Record<string, unknown>>
  readonly caller: Caller
  readonly requestId: string
  readonly eventID: string
  readonly at: Instant
  readonly keys: readonly KeyRecord[]
  readonly notes: Readonly<Record<string, unknown>>
  readonly output?: Output
  readonly error?: KmsError
}

/**
 * The record of a call, also of a refused one (F-701, F-702). Only members that the operation names are
 * shown, so that nothing secret can slip in by default (F-703).
 */
export function apiRecord(call: ApiCall): TrailEvent {
  const { operation, caller, notes, output, error } = call
  const record: Mutable<TrailEvent> = {
    eventVersion: '1.11',
    userIdentity: identityOf(caller),
    eventTime: isoSeconds(call.at),
    eventSource: 'kms.amazonaws.com',
    eventName: operation.name,
    awsRegion: caller.region,
    ...originOf(caller),
    requestParameters: requestOf(call),
    responseElements: output ? answerOf(call, output) : null,
    requestID: call.requestId,
    eventID: call.eventID,
    readOnly: operation.readOnly,
    resources: resourcesOf(call),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: caller.accountId,
    eventCategory: 'Management',
  }
  if (error) {
    record.errorCode = error.code
    if (error.message) record.errorMessage = error.message
  }
  const extra = usesKey(operation) ? { ...usedKeyStore(call.keys), ...notes } : notes
  if (Object.keys(extra).length > 0) record.additionalEventData = extra
  return record
}

/** Cryptographic operations are those that can find their key unavailable. */
const usesKey = ({ errors }: Operation) => errors.includes('KeyUnavailableException')

function requestOf({ operation, input }: ApiCall): TrailEvent['requestParameters'] {
  const fields = shown(operation.input, input, operation.trail.request, operation.trail.defaults)
  if (!fields || !('cloudHsmClusterId' in fields)) return fields
  const { cloudHsmClusterId: clusterId, ...rest } = fields
  return { ...rest, clusterId }
}

const answerOf = ({ operation: { output, trail }, keys }: ApiCall, answer: Output) =>
  trail.keyArn ? { keyId: keys[0]?.arn } : shown(output, answer, trail.response)

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const identities = new WeakMap<Caller, TrailEvent['userIdentity']>()

export function identityOf(caller: Caller): TrailEvent['userIdentity'] {
  const known = identities.get(caller)
  if (known) return known
  const { type, principalId, arn, accessKeyId, userName, session } = caller.principal
  const fresh =
    type === 'AWSService'
      ? { type, accountId: caller.accountId, invokedBy: arn }
      : {
          type,
          principalId,
          arn,
          accountId: caller.accountId,
          ...(accessKeyId === undefined ? {} : { accessKeyId }),
          ...(userName === undefined ? {} : { userName }),
          ...(session ? { sessionContext: sessionContextOf(session, caller.accountId) } : {}),
          ...(caller.via === undefined ? {} : { invokedBy: servicePrincipalOf(caller.via) }),
        }
  identities.set(caller, fresh)
  return fresh
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
const sessionContextOf = (
  { role, since }: NonNullable<Caller['principal']['session']>,
  accountId: string,
) => ({
  sessionIssuer: { type: 'Role', ...role, accountId },
  attributes: { creationDate: isoSeconds(since), mfaAuthenticated: 'false' },
})

const servicePrincipalOf = (service: string) => `${service}.amazonaws.com`

/** A service that calls for somebody, or for itself, stands in the record where the address would be. */
function originOf(caller: Caller): Pick<TrailEvent, 'sourceIPAddress' | 'userAgent'> {
  const { via, principal, sourceIPAddress, userAgent } = caller
  const service =
    via === undefined
      ? principal.type === 'AWSService'
        ? principal.arn
        : undefined
      : servicePrincipalOf(via)
  return service === undefined
    ? { sourceIPAddress, userAgent }
    : { sourceIPAddress: service, userAgent: service }
}

/**
 * The same call in the record of another account, whose key was used: of the caller it tells the account alone.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function ownersRecord(own: TrailEvent, accountId: string, eventID: string): TrailEvent {
  const { type, principalId, accountId: callers, invokedBy } = own.userIdentity
  return {
    ...own,
    userIdentity:
      type === 'AWSService'
        ? own.userIdentity
        : {
            type: 'AWSAccount',
            ...(principalId === undefined ? {} : { principalId }),
            accountId: callers,
            ...(invokedBy === undefined ? {} : { invokedBy }),
          },
    eventID,
    recipientAccountId: accountId,
  }
}

const resourcesOf = ({ keys }: ApiCall) =>
  uniqueByArn(keys).map(({ accountId, arn }) => ({ accountId, type: 'AWS::KMS::Key', ARN: arn }))

/** The record of something nobody called (F-713). */
export function serviceRecord(event: {
  key: KeyRecord
  happening: Happening
  at: Instant
  newId: () => string
}): TrailEvent {
  const { key, happening, at, newId } = event
  // The page's sample of this one alone looks like a call, with a request of its own.
  const likeACall = happening.eventName === 'SynchronizeMultiRegionKey'
  const namesKey = likeACall || happening.eventName === 'DeleteKey'
  return {
    eventVersion: '1.11',
    userIdentity: { accountId: key.accountId, invokedBy: 'AWS Internal' },
    eventTime: isoSeconds(at),
    eventSource: 'kms.amazonaws.com',
    eventName: happening.eventName,
    awsRegion: key.region,
    sourceIPAddress: 'AWS Internal',
    userAgent: 'AWS Internal',
    requestParameters: null,
    responseElements: namesKey ? { keyId: key.arn } : null,
    ...(likeACall ? { requestID: newId() } : {}),
    eventID: newId(),
    readOnly: false,
    resources: [{ accountId: key.accountId, type: 'AWS::KMS::Key', ARN: key.arn }],
    eventType: likeACall ? 'AwsApiCall' : 'AwsServiceEvent',
    ...(likeACall ? {} : { serviceEventDetails: happening.details }),
    managementEvent: true,
    recipientAccountId: key.accountId,
    eventCategory: 'Management',
  }
}

/** The named members of a request or an answer, as records write them: null when there is none. */
export function shown(
  members: Members,
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  defaults: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> | null {
  let fields: Record<string, unknown> | null = null
  for (const name of names) {
    const present = (Object.hasOwn(value, name) ? value[name] : undefined) ?? defaults[name]
    const shape = members[name]?.shape
    if (present === undefined || present === null || !shape) continue
    fields ??= {}
    fields[lowerCamel(name)] = asLogged(shape, present)
  }
  return fields
}

/** Members of structures are in lower camel case; the names in an encryption context stay as they are. */
function asLogged(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'timestamp':
      return trailDate(value as Instant)
    case 'list':
      return (value as readonly unknown[]).map((entry) => asLogged(shape.member, entry))
    case 'structure': {
      const fields = value as Readonly<Record<string, unknown>>
      return shown(shape.members, fields, Object.keys(fields))
    }
    case 'string':
      // A refused value may be of any length; the record keeps what the member could hold.
      return shape.max === undefined ? value : String(value).slice(0, shape.max)
    case 'blob':
      throw new TypeError('bytes never go to the trail')
    default:
      return value
  }
}

const uniqueByArn = (keys: readonly KeyRecord[]) =>
  keys.length < 2 ? keys : [...new Map(keys.map((key) => [key.arn, key])).values()]

let lastSecond = Number.NaN
let lastText = ''

export function isoSeconds(at: Instant): string {
  const second = Math.floor(at / 1000)
  if (second !== lastSecond) {
    lastSecond = second
    lastText = `${new Date(second * 1000).toISOString().slice(0, 19)}Z`
  }
  return lastText
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Dates inside parameters are texts such as "May 21, 2025, 5:47:45 AM" (F-704). */
export function trailDate(at: Instant): string {
  const date = new Date(at)
  const hour = date.getUTCHours()
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = `${hour % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}, ${clock}`
}
