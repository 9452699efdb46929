import { integer, list, optional, structure, text, timestamp } from '../../kms/shapes.ts'
import type { TrailEvent } from '../../kms/trail.ts'
import { days } from '../../world/clock.ts'
import { ServiceError, serviceOperation } from '../service.ts'
import { newestFirst, trailLength } from '../trail.ts'
import { gapOf, isAtHand } from '../trail-gap.ts'

/** How long the event history keeps what happened. */
const KEPT = days(90)
const MOST = 50

/** What an event can be found by, and where it is written in its record. */
const ATTRIBUTES: Readonly<Record<string, (event: TrailEvent, value: string) => boolean>> = {
  EventId: ({ eventID }, value) => eventID === value,
  EventName: ({ eventName }, value) => eventName === value,
  ReadOnly: ({ readOnly }, value) => String(readOnly) === value,
  Username: (event, value) => userName(event) === value,
  ResourceType: ({ resources = [] }, value) => resources.some(({ type }) => type === value),
  ResourceName: ({ resources = [] }, value) => resources.some(({ ARN }) => ARN === value),
  EventSource: ({ eventSource }, value) => eventSource === value,
  AccessKeyId: ({ userIdentity }, value) => userIdentity.accessKeyId === value,
}

/**
 * The event history of an account in one Region, newest first. Walks the trail from its end, so that the first page
 * costs the same however long the trail is.
 */
export const lookupEvents = serviceOperation({
  service: 'cloudtrail',
  name: 'LookupEvents',
  docs: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html',
  readOnly: true,
  input: {
    LookupAttributes: optional(
      list(structure({ AttributeKey: text(), AttributeValue: text({ min: 1, max: 2000 }) })),
    ),
    StartTime: optional(timestamp()),
    EndTime: optional(timestamp()),
    EventCategory: optional(text()),
    MaxResults: optional(integer()),
    NextToken: optional(text()),
  },
  output: {
    Events: optional(
      list(
        structure({
          EventId: optional(text()),
          EventName: optional(text()),
          ReadOnly: optional(text()),
          AccessKeyId: optional(text()),
          EventTime: optional(timestamp()),
          EventSource: optional(text()),
          Username: optional(text()),
          Resources: optional(
            list(structure({ ResourceType: optional(text()), ResourceName: optional(text()) })),
          ),
          CloudTrailEvent: optional(text()),
        }),
      ),
    ),
    NextToken: optional(text()),
  },
  trail: {
    request: ['LookupAttributes', 'StartTime', 'EndTime', 'EventCategory', 'MaxResults'],
    response: [],
  },
  run({ input, caller, tables, world }) {
    const { MaxResults: most = MOST, EventCategory } = input
    if (most < 1 || most > MOST)
      throw new ServiceError(
        'InvalidMaxResultsException',
        `The max results value of ${most} is invalid. Specify max results between 1 and ${MOST}.`,
      )
    const wanted = wantedBy(input.LookupAttributes ?? [])
    const now = world.clock.now()
    const from = Math.max(input.StartTime ?? 0, now - KEPT)
    const to = input.EndTime ?? now
    if ((input.StartTime ?? 0) > to)
      throw new ServiceError('InvalidTimeRangeException', 'The start time is later than the end time')
    const at = placeOf(input.NextToken, trailLength(tables))
    // Insights are not simulated, and there are none.
    if (EventCategory !== undefined && EventCategory !== 'insight')
      throw new ServiceError('InvalidEventCategoryException', 'The only category to name is insight')
    if (EventCategory === 'insight') return { Events: [] }

    const gap = gapOf(tables)
    const found: TrailEvent[] = []
    for (const [number, event] of newestFirst(tables, at)) {
      if (event.recipientAccountId !== caller.accountId || event.awsRegion !== caller.region) continue
      const time = Date.parse(event.eventTime)
      // Times of records have whole seconds.
      if (time + 999 < from) break
      if (time > to || !isAtHand(event, gap) || !wanted(event)) continue
      if (found.length === most) return { Events: found.map(shown), NextToken: `from-${number}` }
      found.push(event)
    }
    return { Events: found.map(shown) }
  },
})

function wantedBy(
  attributes: readonly { readonly AttributeKey: string; readonly AttributeValue: string }[],
): (event: TrailEvent) => boolean {
  const [first, ...more] = attributes
  if (!first) return () => true
  const test = Object.hasOwn(ATTRIBUTES, first.AttributeKey) ? ATTRIBUTES[first.AttributeKey] : undefined
  if (more.length > 0 || !test)
    throw new ServiceError(
      'InvalidLookupAttributesException',
      more.length > 0
        ? 'One attribute can be looked up at a time'
        : `There is no attribute ${first.AttributeKey}`,
    )
  return (event) => test(event, first.AttributeValue)
}

function placeOf(token: string | undefined, length: number): number {
  if (token === undefined) return length
  const [, digits] = /^from-(\d{1,15})$/.exec(token) ?? []
  if (digits === undefined || Number(digits) > length)
    throw new ServiceError('InvalidNextTokenException', 'Invalid token')
  return Number(digits)
}

/** The name as the event history has it: of the session for a role, `root` for the account itself. */
function userName({ userIdentity: { type, arn, userName: name } }: TrailEvent): string | undefined {
  if (type === 'Root') return 'root'
  return name ?? (type === 'AssumedRole' ? arn?.split('/').at(-1) : undefined)
}

function shown(event: TrailEvent) {
  const { resources = [] } = event
  return {
    EventId: event.eventID,
    EventName: event.eventName,
    ReadOnly: String(event.readOnly),
    AccessKeyId: event.userIdentity.accessKeyId,
    EventTime: Date.parse(event.eventTime),
    EventSource: event.eventSource,
    Username: userName(event),
    Resources: resources.map(({ type, ARN }) => ({ ResourceType: type, ResourceName: ARN })),
    CloudTrailEvent: JSON.stringify(event),
  }
}
