import { isAtHand } from '../../cloud/trail-gap.ts'
import type { LabView, NumberedEvent } from '../lab-definition.ts'
import { importsBy } from './custodian.ts'
import { firstSign } from './debrief.ts'
import { faultOf } from './faults/index.ts'
import type { Plan } from './incident.ts'
import { services } from './services.ts'

/** Records that a learner has to have, or to be told of: the cause of each fault, and the first sign of the root. */
export function needed(plan: Plan, view: LabView): readonly NumberedEvent[] {
  const causes = plan.faults.flatMap(
    ({ fault, service }) => faultOf(fault).evidence(view, services[service]) ?? [],
  )
  const sign = firstSign(plan, view).event
  const first = sign === undefined ? undefined : view.scene()[sign - 1]
  return first && !causes.some(({ number }) => number === sign) ? [...causes, first] : causes
}

/**
 * What a gap takes away that nothing else tells: none of it may be needed. Imports have a second source, the custodian,
 * who made them and tells their day and their end on the phone.
 */
export const missing = (plan: Plan, view: LabView): readonly NumberedEvent[] =>
  needed(plan, view).filter((event) => !isAtHand(event, plan.gap) && !toldByPhone(plan, view, event))

const toldByPhone = (plan: Plan, view: LabView, { number }: NumberedEvent): boolean =>
  plan.faults.some(({ service }) => importsBy(view, services[service]).some((each) => each.number === number))
