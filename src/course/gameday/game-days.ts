import type { LabDefinition } from '../lab-definition.ts'
import { seededLab } from '../seeded-lab.ts'
import { faultOf } from './faults/index.ts'
import { compiled } from './incident-lab.ts'
import type { Level, Plan } from './incident.ts'
import { SECONDS_PER_CALL, SECONDS_PER_FORM } from './judge.ts'
import { gameDayId, labSeedOf, LEVELS } from './lab-seed.ts'
import { planOf } from './plan.ts'

const TITLES: Readonly<Record<Level, string>> = {
  1: 'Game day, one fault',
  2: 'Game day, two faults and a false lead',
  3: 'Game day, a grave night',
}

/** C4, the challenge of module 4 */
export const NIGHT_SHIFT = 'night-shift'

/** Every night asks who or what it was, and when. */
const ALWAYS = 'AVL-7'

/** A night that was about a policy shows nothing of expiry, whatever else a night may be about. */
function practisedOn({ faults }: Plan, competencies: readonly string[]): readonly string[] {
  const shown = new Set<string>([ALWAYS, ...faults.flatMap(({ fault }) => faultOf(fault).shows)])
  return competencies.filter((id) => shown.has(id))
}

/** A lab whose seed makes an incident of a level (labSeedOf). */
export const incidentLab = (
  level: Level,
  named: Pick<LabDefinition, 'id' | 'code' | 'title' | 'outcome' | 'objectives' | 'competencies'>,
): LabDefinition => {
  const practises = (labSeed: number) => practisedOn(planOf(labSeed, level), named.competencies)
  return seededLab(
    {
      ...named,
      practises,
      incident: level,
      module: 4,
      metric: 'availability-risks',
      minutes: 25,
      mode: 'unguided',
      bench: 'forms',
      recalls: ['AQ01', 'AQ02', 'AQ08', 'AQ31', 'AQ32'],
      secondsPerCall: SECONDS_PER_CALL,
      secondsPerForm: SECONDS_PER_FORM,
      reflection:
        'Next month the same app fails in the same way, from another cause. Which record would tell you so?',
    },
    ['story', 'steps', 'start', 'wrongMoves'],
    (labSeed) => ({ ...compiled(planOf(labSeed, level)), competencies: practises(labSeed) }),
    labSeedOf(1, 0),
  )
}

export const gameDays: readonly LabDefinition[] = LEVELS.map((level) =>
  incidentLab(level, {
    id: gameDayId(level),
    code: `G${level}`,
    title: TITLES[level],
    objectives: ['O4.1', 'O4.2', 'O4.3'],
    competencies: ['AVL-1', 'AVL-2', 'AVL-7'],
  }),
)
