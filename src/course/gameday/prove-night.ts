import { playHeadless, type Hands } from '../headless.ts'
import { acceptedIncident } from './accept.ts'
import { compiled } from './incident-lab.ts'
import type { Level } from './incident.ts'
import { SECONDS_PER_CALL, solved } from './judge.ts'
import { seedOfLab } from './lab-seed.ts'
import { rootFault } from './plan.ts'
import { playReflex } from './reflex.ts'

export interface Proof {
  /** Calls of the best line */
  readonly calls: number
  /** Proposals of the seed that were refused before the one that became the night */
  readonly refused: number
  readonly root: string
}

/**
 * A night as every learner of this number gets it: not solved by doing nothing and solved by its best line, which the
 * generator asks for, and not solved by somebody who acts without looking.
 *
 * @throws Error that says what does not hold
 */
export async function proveNight(seed: number, level: Level, hands: Hands): Promise<Proof> {
  const { plan, labSeed, line } = await acceptedIncident(seed, level, hands)
  const night = { ...compiled(plan), secondsPerCall: SECONDS_PER_CALL }
  const player = await playHeadless(night, plan.seed, hands)
  if (solved(plan, player.view)) throw new Error('it is solved when the learner comes')
  await playReflex(plan, player)
  if (solved(plan, player.view)) throw new Error('it is solved by a reflex')
  return { calls: line.length, refused: seedOfLab(labSeed).attempt, root: rootFault(plan).id }
}
