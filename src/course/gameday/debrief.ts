import { isAtHand } from '../../cloud/trail-gap.ts'
import type { Instant } from '../../world/clock.ts'
import { isByApp } from '../apps/app.ts'
import type { LabView, NumberedEvent } from '../lab-definition.ts'
import { faultOf } from './faults/index.ts'
import type { Plan } from './incident.ts'
import { failingApps, lastFailure, watchedApps } from './judge.ts'
import { rootFault } from './plan.ts'
import { services } from './services.ts'
import { signOf } from './questions.ts'

export type RowKind = 'cause' | 'alarm' | 'failure' | 'came' | 'you' | 'rang' | 'kms' | 'back' | 'down'

export interface TimelineRow {
  readonly at: Instant
  readonly kind: RowKind
  readonly says: string
  /** Number of the audit record */
  readonly event?: number
  readonly error?: string
}

/** How many of the learner's acts a debrief shows. */
const MOST_ACTS = 60

/** True causes beside the learner's acts, in the order in which they happened. */
export function timelineOf(plan: Plan, view: LabView): readonly TimelineRow[] {
  const rows: TimelineRow[] = []
  for (const { fault, service } of plan.faults) {
    const event = faultOf(fault).evidence(view, services[service])
    if (event) rows.push(rowOf(event, 'cause', faultOf(fault).cause))
  }
  for (const alarm of view.alarms())
    for (const at of alarm.rang) if (at < view.startedAt) rows.push({ at, kind: 'alarm', says: alarm.name })
  const failure = firstFailure(view, plan)
  if (failure) rows.push(rowOf(failure, 'failure', failure.eventName))
  rows.push({ at: view.startedAt, kind: 'came', says: '' })
  const acts = view.events.filter((event) => event.eventType === 'AwsApiCall' && !isByApp(event))
  for (const act of acts.slice(0, MOST_ACTS)) rows.push(rowOf(act, 'you', act.eventName))
  for (const event of view.events
    .filter(({ eventType }) => eventType === 'AwsServiceEvent')
    .slice(0, MOST_ACTS))
    rows.push(rowOf(event, 'kms', event.eventName))
  for (const { at, about } of view.rings) rows.push({ at, kind: 'rang', says: about })
  const watched = watchedApps(plan, view)
  const last = lastFailure(watched)
  if (last !== undefined && last > view.startedAt)
    rows.push({ at: last, kind: failingApps(watched).length > 0 ? 'down' : 'back', says: '' })
  return rows.sort((a, b) => a.at - b.at)
}

const rowOf = (event: NumberedEvent, kind: RowKind, says: string): TimelineRow => ({
  at: Date.parse(event.eventTime),
  kind,
  says,
  event: event.number,
  ...(event.errorCode === undefined ? {} : { error: event.errorCode }),
})

/** The first call of an app that failed with the root's error after the fault. */
const firstFailure = (view: LabView, plan: Plan): NumberedEvent | undefined =>
  view
    .scene()
    .find(
      (event) =>
        isByApp(event) &&
        event.errorCode === rootFault(plan).code &&
        Date.parse(event.eventTime) >= plan.brokenAt,
    )

/** When somebody could have known of the root first, and what told it. */
export function firstSign(
  plan: Plan,
  view: LabView,
): { readonly at: Instant; readonly event?: number; readonly hidden?: true } {
  const root = plan.faults[0]
  if (!root) return { at: plan.brokenAt }
  const fault = faultOf(root.fault)
  const service = services[root.service]
  const sign = signOf(fault)
  const dated = (event: NumberedEvent | undefined) =>
    event && {
      at: Date.parse(event.eventTime),
      event: event.number,
      ...(isAtHand(event, plan.gap) ? {} : { hidden: true as const }),
    }
  if (sign === 'import') {
    const arn = view.arnOf(service.key)
    const imported = view
      .scene()
      .find(
        (event) =>
          event.eventName === 'ImportKeyMaterial' && event.resources?.some(({ ARN }) => ARN === arn) === true,
      )
    return dated(imported) ?? { at: plan.brokenAt }
  }
  if (sign === 'failure') return dated(firstFailure(view, plan)) ?? { at: plan.brokenAt }
  return dated(fault.evidence(view, service)) ?? { at: plan.brokenAt }
}
