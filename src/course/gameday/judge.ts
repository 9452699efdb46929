import { minutes } from '../../world/clock.ts'
import type { AppView } from '../apps/app-view.ts'
import { isByApp } from '../apps/app.ts'
import type { LabView, NumberedEvent } from '../lab-definition.ts'
import { faultOf } from './faults/index.ts'
import type { Plan } from './incident.ts'
import { services, STANDBY } from './services.ts'

/** For how long everything has to work before it counts as repaired. */
export const PROOF = minutes(10)
/** What a call costs on such a night, typed or from the forms. */
export const SECONDS_PER_CALL = 60
export const SECONDS_PER_FORM = 120

const partsOf = (plan: Plan) =>
  plan.faults.map(({ fault, service }) => ({ fault: faultOf(fault), service: services[service] }))

/** Apps that have to work: all but the nightly one, which comes once a day, and those of records that are lost. */
export function watchedApps(plan: Plan, view: LabView): readonly AppView[] {
  const parts = partsOf(plan)
  const names = Object.values(services).flatMap((service) => {
    const fault = parts.find((part) => part.service === service)?.fault
    return fault?.watched?.(service) ?? [service.writer, service.reader]
  })
  return view.apps().filter(({ name }) => names.includes(name) || name === STANDBY.reader)
}

/** When the last record failed; undefined: none did. */
export function lastFailure(apps: readonly AppView[]): number | undefined {
  const failures = apps.flatMap(({ results }) =>
    results.filter(({ failed }) => failed > 0).map(({ at }) => at),
  )
  return failures.length > 0 ? Math.max(...failures) : undefined
}

export const failingApps = (apps: readonly AppView[]) =>
  apps.filter(({ last }) => last === undefined || last.failed > 0 || last.ok === 0)

/** Everything works and has done so for as long as it takes to believe it. */
export function worksSince(
  plan: Plan,
  view: LabView,
): { readonly works: boolean; readonly quietFor: number } {
  const apps = watchedApps(plan, view)
  const since = Math.max(view.startedAt, lastFailure(apps) ?? 0)
  const quietFor = view.now - since
  return { works: failingApps(apps).length === 0 && quietFor >= PROOF, quietFor }
}

/** Records that a good repair opens again and that do not open now. */
export function closedRecords(plan: Plan, view: LabView) {
  const lost = partsOf(plan).flatMap(({ fault, service }) => (fault.lost ? [view.arnOf(service.key)] : []))
  const saveable = view.objects().filter(({ keyArn }) => keyArn !== undefined && !lost.includes(keyArn))
  const closed = saveable.filter(({ readable }) => !readable)
  const ofDeletedKeys = closed.filter(({ keyArn = '' }) => view.keyAt(keyArn) === undefined).length
  return { closed: closed.length, of: saveable.length, ofDeletedKeys }
}

export const causesGone = (plan: Plan, view: LabView): boolean =>
  partsOf(plan).every(({ fault, service }) => fault.repaired(view, service))

/** What the learner did, as far as it is on record. */
export const learnersActs = (view: LabView): readonly NumberedEvent[] =>
  view.events.filter((event) => event.eventType === 'AwsApiCall' && !isByApp(event))

export const solved = (plan: Plan, view: LabView): boolean =>
  worksSince(plan, view).works && closedRecords(plan, view).closed === 0 && causesGone(plan, view)
