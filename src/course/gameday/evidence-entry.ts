import type { Entry, LabView } from '../lab-definition.ts'
import { faultOf } from './faults/index.ts'
import type { Plan } from './incident.ts'
import { rootOf } from './plan.ts'
import { services } from './services.ts'

export const EVIDENCE = 'evidence'

export const evidenceEntry: Entry = {
  id: EVIDENCE,
  kind: 'text',
  asks: 'Number of the record that shows the cause',
  pattern: '\\d{1,5}',
  refuses: 'Write the number of the record, as the trail shows it.',
}

/** The record of the cause, which was there before the learner came. */
export const evidenceOf = (plan: Plan, view: LabView) =>
  faultOf(rootOf(plan).fault).evidence(view, services[rootOf(plan).service])

export function isEvidence(plan: Plan, view: LabView, typed: string | undefined): boolean {
  const event = evidenceOf(plan, view)
  if (event === undefined || typed === undefined) return false
  const named = view.scene()[Number(typed) - 1]
  // What shows a changed context is each of the calls that failed of it.
  if (named?.eventName === 'Decrypt' && event.eventName === 'Decrypt')
    return named.errorCode === event.errorCode && named.userIdentity.arn === event.userIdentity.arn
  return event.number === Number(typed)
}
