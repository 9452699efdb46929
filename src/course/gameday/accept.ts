import { minutes } from '../../world/clock.ts'
import { playHeadless, type Hands } from '../headless.ts'
import { custodian } from './custodian.ts'
import { playBestLine, type LineAct } from './best-line.ts'
import type { Level, Plan } from './incident.ts'
import { SECONDS_PER_CALL, solved } from './judge.ts'
import { ATTEMPTS, labSeedOf } from './lab-seed.ts'
import { missing } from './partial-log.ts'
import { planOf } from './plan.ts'
import { setUp } from './world.ts'

export interface Accepted {
  readonly plan: Plan
  /** What a lab is started with */
  readonly labSeed: number
  readonly line: readonly LineAct[]
}

/** How long the world is watched without anybody doing anything. */
const NOTHING_DONE = minutes(30)

/**
 * Why a proposal is no incident: its gap hides what nothing else tells, it solves itself, or its own best line does not
 * solve it.
 *
 * @param waits how long nobody does anything before the best line begins
 */
export async function faultOfProposal(
  plan: Plan,
  hands: Hands,
  waits = NOTHING_DONE,
): Promise<{ readonly rejected: string } | { readonly line: readonly LineAct[] }> {
  const start = {
    start: (stage: Parameters<typeof setUp>[0]) => setUp(stage, plan),
    secondsPerCall: SECONDS_PER_CALL,
    phone: custodian,
  }
  const player = await playHeadless(start, plan.seed, hands)
  const hidden = missing(plan, player.view)
  if (hidden.length > 0)
    return { rejected: `nothing tells of ${hidden.map(({ eventName }) => eventName).join(', ')}` }
  await player.moveClock(player.view.now + waits)
  if (solved(plan, player.view)) return { rejected: 'it is solved by waiting' }
  try {
    const line = await playBestLine(plan, player)
    return solved(plan, player.view) ? { line } : { rejected: 'its best line does not solve it' }
  } catch (error) {
    return { rejected: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * The incident of a seed: the first of its proposals that is unsolved while nobody acts and solved by its best line,
 * both on the engine.
 *
 * @throws Error when none is, which is a fault of ours
 */
export async function acceptedIncident(seed: number, level: Level, hands: Hands): Promise<Accepted> {
  const reasons: string[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const labSeed = labSeedOf(seed, attempt)
    const plan = planOf(labSeed, level)
    const verdict = await faultOfProposal(plan, hands)
    if ('line' in verdict) return { plan, labSeed, line: verdict.line }
    reasons.push(verdict.rejected)
  }
  throw new Error(`no incident for seed ${seed}, level ${level}: ${reasons.join('; ')}`)
}
