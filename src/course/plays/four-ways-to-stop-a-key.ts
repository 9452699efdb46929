import type { Bytes } from '../../bytes/bytes.ts'
import { days } from '../../world/clock.ts'
import { earliestValidTo } from '../../kms/key.ts'
import { correctOption } from '../evidence.ts'
import { allPredictions, fourWaysToStopAKey } from '../labs/four-ways-to-stop-a-key.ts'
import { importInto, importMistakePlays } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const file = (player: Player, name: string) => player.view.file(name) as Bytes
const on = (player: Player, operation: string, key: string, more: Readonly<Record<string, unknown>> = {}) =>
  player.call(operation, { KeyId: player.arn(key), ...more })
const read = (player: Player, key: string) =>
  player.call('Decrypt', { CiphertextBlob: file(player, `${key.toLowerCase()}-object.enc`) })

const emptied = importMistakePlays('Kb', async (player) => {
  await on(player, 'DeleteImportedKeyMaterial', 'Kb')
  return file(player, 'kb-material.bin')
})

async function solve(player: Player): Promise<void> {
  for (const prediction of allPredictions) player.answer(prediction.id, correctOption(prediction) as string)

  await on(player, 'DisableKey', 'Ka')
  await read(player, 'Ka')
  await on(player, 'EnableKey', 'Ka')
  await read(player, 'Ka')

  await on(player, 'DeleteImportedKeyMaterial', 'Kb')
  await read(player, 'Kb')
  await importInto(player, 'Kb', file(player, 'kb-material.bin'))
  await read(player, 'Kb')

  const key = player.view.key('Kc')
  await player.moveClock((key && earliestValidTo(key)) ?? player.view.now)
  await read(player, 'Kc')
  await importInto(player, 'Kc', file(player, 'kc-material.bin'))
  await read(player, 'Kc')

  await on(player, 'ScheduleKeyDeletion', 'Kd', { PendingWindowInDays: 7 })
  await read(player, 'Kd')
  await on(player, 'CancelKeyDeletion', 'Kd')
  await on(player, 'EnableKey', 'Kd')
  await read(player, 'Kd')

  for (const step of fourWaysToStopAKey.steps)
    for (const question of step.questions ?? []) player.answer(question.id, correctOption(question) as string)
}

export const fourWaysToStopAKeyPlay: LabPlay = {
  labId: fourWaysToStopAKey.id,
  solution: solve,
  wrongMoves: {
    ...emptied.always,
    ...emptied.again,
    async 'import-into-disabled'(player) {
      await on(player, 'DisableKey', 'Ka')
      await importInto(player, 'Ka', file(player, 'ka-material.bin'))
    },
    async 'cancelled-but-disabled'(player) {
      await on(player, 'ScheduleKeyDeletion', 'Kd', { PendingWindowInDays: 7 })
      await on(player, 'CancelKeyDeletion', 'Kd')
      await read(player, 'Kd')
    },
    async 'delete-generated-material'(player) {
      await on(player, 'DeleteImportedKeyMaterial', 'Kg')
    },
    async 'new-key-instead'(player) {
      await on(player, 'DeleteImportedKeyMaterial', 'Kb')
      await player.call('CreateKey', { Origin: 'EXTERNAL' })
    },
    async 'waited-too-long'(player) {
      await on(player, 'ScheduleKeyDeletion', 'Kd', { PendingWindowInDays: 7 })
      await player.moveClock(player.view.now + days(7))
    },
  },
}
