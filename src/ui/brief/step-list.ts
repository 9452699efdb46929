import type { LabDefinition, Step } from '../../course/lab-definition.ts'

export interface ConditionStanding {
  readonly id: string
  readonly says: string
  readonly met: boolean
  /** Number of the audit record that shows it; 0 or absent: none does */
  readonly event?: number
  readonly now?: string
  readonly lookAt?: string
}

export interface StepStanding {
  readonly step: Step
  readonly number: number
  readonly is: 'done' | 'open' | 'later'
  readonly conditions: readonly ConditionStanding[]
  /** How many of them hold: in a step that comes later, what was done ahead */
  readonly holding: number
  /** The newest record among its conditions, for the line of a done step */
  readonly event?: number
}

/** The first step with a condition that was not met is open; what is done stays done, also further down. */
export function stepList(
  lab: Pick<LabDefinition, 'steps'>,
  standing: readonly ConditionStanding[],
): StepStanding[] {
  const byId = new Map(standing.map((each) => [each.id, each]))
  const steps = lab.steps.map((step, i) => {
    const conditions = step.conditions.map(({ id, says }) => byId.get(id) ?? { id, says, met: false })
    const event = Math.max(0, ...conditions.map((each) => each.event ?? 0))
    return {
      step,
      number: i + 1,
      conditions,
      holding: conditions.filter(({ met }) => met).length,
      done: conditions.every(({ met }) => met),
      ...(event > 0 ? { event } : {}),
    }
  })
  const open = steps.findIndex(({ done }) => !done)
  return steps.map(({ done, ...rest }, i) => ({ ...rest, is: done ? 'done' : i === open ? 'open' : 'later' }))
}
