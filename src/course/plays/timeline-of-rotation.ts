import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { days, minutes } from '../../world/clock.ts'
import { timelineOfRotation } from '../labs/timeline-of-rotation.ts'
import type { LabPlay, Player } from './player.ts'

const on = (player: Player, operation: string, more: Readonly<Record<string, unknown>> = {}) =>
  player.call(operation, { KeyId: player.arn('K1'), ...more })

async function write(player: Player): Promise<Bytes> {
  const answer = await on(player, 'Encrypt', { Plaintext: encodeUtf8('a record') })
  if (!answer.ok) throw new Error(`no ciphertext: ${answer.code}`)
  return answer.output.CiphertextBlob as Bytes
}

const read = (player: Player, object: Bytes) => player.call('Decrypt', { CiphertextBlob: object })
const period = (player: Player) =>
  Number(/(\d+) days/.exec(decodeUtf8(player.view.file('rotation-plan.txt') as Bytes))?.[1])
const pastRotation = (player: Player) =>
  player.moveClock((player.view.key('K1')?.rotation?.nextDate ?? player.view.now) + minutes(1))
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
const switchOn = (player: Player) => on(player, 'EnableKeyRotation', { RotationPeriodInDays: period(player) })

async function solve(player: Player): Promise<void> {
  player.answer('by-itself', 'never')
  await on(player, 'GetKeyRotationStatus')
  player.answer('first-rotation', dayOf(player.view.now + days(period(player))))
  await switchOn(player)
  const objects = [player.view.file('obj-0.enc') as Bytes, await write(player)]
  for (const _rotation of [1, 2]) {
    await pastRotation(player)
    objects.push(await write(player))
  }
  player.answer('still-readable', 'all')
  for (const object of objects) await read(player, object)
  player.answer('oldest-material', player.view.key('K1')?.materials[0]?.id.slice(0, 10) ?? '')
  player.answer('plan-moves', 'stays')
  await on(player, 'RotateKeyOnDemand')
  await on(player, 'GetKeyRotationStatus')
  await player.moveClock(player.view.now + minutes(30))
  await on(player, 'DisableKey')
  await pastRotation(player)
  await on(player, 'ListKeyRotations')
  await on(player, 'EnableKey')
}

export const timelineOfRotationPlay: LabPlay = {
  labId: timelineOfRotation.id,
  solution: solve,
  wrongMoves: {
    async 'period-out-of-range'(player) {
      await on(player, 'EnableKeyRotation', { RotationPeriodInDays: 30 })
    },
    async 'too-close-to-the-plan'(player) {
      await switchOn(player)
      await player.moveClock((player.view.key('K1')?.rotation?.nextDate ?? 0) - minutes(10))
      await on(player, 'RotateKeyOnDemand')
    },
    async 'rotated-while-disabled'(player) {
      await on(player, 'DisableKey')
      await on(player, 'RotateKeyOnDemand')
    },
  },
}
