import { minutes } from '../../world/clock.ts'
import type { Player } from '../plays/player.ts'
import { faultOf } from './faults/index.ts'
import type { Plan } from './incident.ts'
import { PROOF } from './judge.ts'
import { services } from './services.ts'

/**
 * What somebody does who does not look: a fresh key behind every alias. Where a wrong alias is all that is wrong this
 * would be a repair, so there each key is enabled instead, which all of them are. Then the time of proof.
 */
export async function playReflex(plan: Plan, player: Player): Promise<void> {
  const aliasAlone = plan.faults.every(({ fault }) => faultOf(fault).family === 'alias')
  for (const { key, alias } of Object.values(services)) {
    if (aliasAlone) {
      await player.call('EnableKey', { KeyId: player.arn(key) })
      continue
    }
    const made = await player.call('CreateKey', {})
    if (!made.ok) throw new Error(`no key could be made: ${made.code}`)
    const { Arn } = made.output.KeyMetadata as { readonly Arn: string }
    await player.call('UpdateAlias', { AliasName: alias, TargetKeyId: Arn })
  }
  await player.moveClock(player.view.now + PROOF + minutes(10))
}
