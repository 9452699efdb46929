import type { Instant } from '../../world/clock.ts'
import type { Player } from '../plays/player.ts'
import { faultOf } from './faults/index.ts'
import type { Plan } from './incident.ts'
import { PROOF } from './judge.ts'
import { services } from './services.ts'

/** One act of the best line, as it went. */
export interface LineAct {
  readonly at: Instant
  readonly operation: string
  readonly error?: string
}

/** How a phone call is named among operations. */
const PHONE = 'phone'

/**
 * Plays the shortest safe repair on the engine: the root first, then the other fault, then the time of proof.
 *
 * @returns what was done, in order
 */
export async function playBestLine(plan: Plan, player: Player): Promise<readonly LineAct[]> {
  const acts: LineAct[] = []
  const noted = (at: Instant, operation: string, answer: Awaited<ReturnType<Player['call']>>) => {
    acts.push({ at, operation, ...(answer.ok ? {} : { error: answer.code }) })
    return answer
  }
  const watched: Player = {
    ...player,
    async call(operation, ...asked) {
      const at = player.view.now
      return noted(at, operation, await player.call(operation, ...asked))
    },
    async request(service, operation, ...asked) {
      const at = player.view.now
      return noted(at, `${service}:${operation}`, await player.request(service, operation, ...asked))
    },
    async ring(about) {
      const at = player.view.now
      await player.ring(about)
      acts.push({ at, operation: `${PHONE}:${about}` })
    },
  }
  for (const { fault, service } of plan.faults) await faultOf(fault).cure(watched, services[service])
  // An app acts every five minutes; the last failure may lie just before the first success.
  await player.moveClock(player.view.now + PROOF + PROOF / 2)
  return acts
}
