import { whoDidIt } from '../labs/who-did-it.ts'
import type { NumberedEvent } from '../lab-definition.ts'
import type { LabPlay, Player } from './player.ts'

const about = (player: Player, key: string) =>
  player.view.scene().filter((event) => event.resources?.some(({ ARN }) => ARN === player.arn(key)))
const number = (event: NumberedEvent | undefined) => String(event?.number ?? 0)
const ok = (name: string) => (event: NumberedEvent) =>
  event.eventName === name && event.errorCode === undefined

export const whoDidItPlay: LabPlay = {
  labId: whoDidIt.id,
  async solution(player) {
    const [k7, k8] = [about(player, 'K7'), about(player, 'K8')]
    player.answer('removal', number(k7.findLast(ok('DeleteImportedKeyMaterial'))))
    player.answer('who-removed', 'custodian')
    const expiry = k8.find(ok('DeleteExpiredKeyMaterial'))
    player.answer('expiry', number(expiry))
    player.answer('date-set', number(k8.find(ok('ImportKeyMaterial'))))
    player.answer('in-order', 'right')
    const failed = k8.find(
      (event) => event.eventName === 'Decrypt' && event.errorCode === 'KMSInvalidStateException',
    )
    player.answer('failure', number(failed))
    player.answer('plan-or-hand', 'hand')
    await player.call('ListKeys', {})
  },
  wrongMoves: {
    async 'looking-is-not-doing'(player) {
      player.answer('who-removed', 'auditor')
      await player.call('ListKeys', {})
    },
    async 'refused-is-not-done'(player) {
      const refused = about(player, 'K7').find(
        (event) => event.eventName === 'DeleteImportedKeyMaterial' && event.errorCode !== undefined,
      )
      player.answer('removal', number(refused))
      await player.call('ListKeys', {})
    },
  },
}
