import type { Instant } from '../../world/clock.ts'
import type { LabDefinition, Metric } from '../lab-definition.ts'
import { competencies, type Competency, type CompetencyId } from '../words/competencies.ts'
import { lapsed, type Boxes } from './boxes.ts'
import type { Estimate } from './guess-corrected.ts'
import type { Course, LabPass, LearnerRecord } from './learner-record.ts'
import { practisedIn } from './practised.ts'

/** What passing with guidance shows: the way was given, the work was done. */
const GUIDED = 0.6
/** With a hint of each level. In a guided lab the first one costs nothing; the third one is the solution. */
const HELPED = {
  alone: { 0: 1, 1: 0.9, 2: 0.75, 3: 0 },
  guided: { 0: 1, 1: 1, 2: 0.75, 3: 0 },
} as const

export interface LabSkill {
  readonly competency: CompetencyId
  readonly critical: boolean
  /** 0 to 1, what counts today */
  readonly value: number
  /** `alone` in a challenge or a game day, `guided` in any other lab; none: not shown */
  readonly shown: 'alone' | 'guided' | 'none'
  /** What made it */
  readonly pass?: LabPass
  /** It was shown, and its review is long overdue: the evidence rests until then */
  readonly rests?: true
}

export interface LabChannel extends Estimate {
  readonly skills: readonly LabSkill[]
}

/** A challenge gives the goal alone. */
export const isChallenge = ({ mode }: LabDefinition): boolean => mode === 'unguided'

export const deepestHint = ({ hints }: LabPass): 0 | 1 | 2 | 3 =>
  Math.max(0, ...Object.values(hints)) as 0 | 1 | 2 | 3

export function passValue(lab: LabDefinition, pass: LabPass): number {
  const hint = deepestHint(pass)
  return isChallenge(lab) ? HELPED.alone[hint] : GUIDED * HELPED.guided[hint]
}

/** The best evidence of each competency of the metric; critical ones weigh double. The interval is what was not seen yet. */
export function labChannel(
  { passes }: LearnerRecord,
  { labs }: Course,
  metric: Metric,
  reviews: Boxes,
  now: Instant,
): LabChannel {
  const byId = new Map(labs.map((lab) => [lab.id, lab]))
  const skills = skillsOf(metric).map(([competency, { critical = false }]): LabSkill => {
    let best: { readonly pass: LabPass; readonly lab: LabDefinition; readonly value: number } | undefined
    for (const pass of passes) {
      const lab = byId.get(pass.labId)
      if (!lab || !practisedIn(lab, pass).includes(competency)) continue
      const value = passValue(lab, pass)
      if (value > 0 && value >= (best?.value ?? 0)) best = { pass, lab, value }
    }
    if (!best) return { competency, critical, value: 0, shown: 'none' }
    const rests = lapsed(reviews.get(competency), now)
    return {
      competency,
      critical,
      value: rests ? 0 : best.value,
      shown: isChallenge(best.lab) ? 'alone' : 'guided',
      pass: best.pass,
      ...(rests ? { rests } : {}),
    }
  })
  const weight = ({ critical }: LabSkill) => (critical ? 2 : 1)
  const total = skills.reduce((sum, skill) => sum + weight(skill), 0)
  const value = skills.reduce((sum, skill) => sum + weight(skill) * skill.value, 0) / total
  const unseen =
    skills.filter(({ shown }) => shown === 'none').reduce((sum, skill) => sum + weight(skill), 0) / total
  return { value, low: value, high: value + unseen, skills }
}

export const skillsOf = (metric: Metric): readonly (readonly [CompetencyId, Competency])[] =>
  (Object.entries(competencies) as [CompetencyId, Competency][]).filter(([, each]) => each.metric === metric)
