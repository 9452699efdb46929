import { playHeadless, type Hands } from '../headless.ts'
import type { Player } from '../plays/player.ts'
import { acceptedIncident } from './accept.ts'
import { compiled } from './incident-lab.ts'
import type { Level, Plan } from './incident.ts'
import { SECONDS_PER_CALL, solved } from './judge.ts'
import { needed } from './partial-log.ts'
import { seedOfLab } from './lab-seed.ts'
import { rootFault } from './plan.ts'
import { playReflex } from './reflex.ts'
import { services } from './services.ts'

export interface Proof {
  /** Calls of the best line */
  readonly calls: number
  /** Proposals of the seed that were refused before the one that became the night */
  readonly refused: number
  readonly root: string
  /** Records that the night needs and that its gap hides: the custodian told of each */
  readonly told: number
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
  const told = await proveRecords(plan, player)
  return { calls: line.length, refused: seedOfLab(labSeed).attempt, root: rootFault(plan).id, told }
}

/**
 * Asks for each record that the night needs as a learner can: in the event history, or else the custodian.
 *
 * @returns of how many the custodian had to tell
 * @throws Error that names one of which nothing tells
 */
export async function proveRecords(plan: Plan, player: Player): Promise<number> {
  let told = 0
  for (const event of needed(plan, player.view)) {
    const byId = { LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue: event.eventID }] }
    const found = await player.request('cloudtrail', 'LookupEvents', byId, 'Auditor', event.awsRegion)
    if (found.ok && (found.output.Events as readonly unknown[]).length === 1) continue
    for (const { service } of plan.faults) await player.ring(services[service].bucket)
    const said = player.view.rings.flatMap((ring) => ring.said)
    const [day, end] = [event.eventTime.slice(0, 10), String(event.requestParameters?.validTo)]
    if (
      event.eventName !== 'ImportKeyMaterial' ||
      !said.some((text) => text.includes(day) && text.includes(end))
    )
      throw new Error(`neither the trail nor the custodian tells of ${event.eventName}`)
    told++
  }
  return told
}
