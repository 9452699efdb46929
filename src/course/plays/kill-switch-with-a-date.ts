import type { Bytes } from '../../bytes/bytes.ts'
import { days, minutes, seconds } from '../../world/clock.ts'
import { correctOption } from '../evidence.ts'
import { dateOf, killSwitchWithADate } from '../labs/kill-switch-with-a-date.ts'
import { importInto, importMistakePlays } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const KEY = 'K6'
const file = (player: Player, name: string) => player.view.file(name) as Bytes
const on = (player: Player, operation: string, more: Readonly<Record<string, unknown>> = {}) =>
  player.call(operation, { KeyId: player.arn(KEY), ...more })

async function throwTheSwitch(player: Player): Promise<void> {
  await player.moveClock((dateOf(player.view) ?? 0) + seconds(4))
}

async function solve(player: Player): Promise<void> {
  for (const step of killSwitchWithADate.steps)
    for (const each of [...(step.predictions ?? []), ...(step.questions ?? [])])
      player.answer(each.id, correctOption(each))
  await player.request('cloudwatch', 'PutMetricAlarm', {
    AlarmName: 'k6-expiry',
    Namespace: 'AWS/KMS',
    MetricName: 'SecondsUntilKeyMaterialExpiration',
    Dimensions: [{ Name: 'KeyId', Value: player.view.key(KEY)?.id }],
    Statistic: 'Minimum',
    Period: 3600,
    EvaluationPeriods: 1,
    Threshold: days(7) / 1000,
    ComparisonOperator: 'LessThanThreshold',
  })
  await throwTheSwitch(player)
  await player.moveClock(player.view.now + minutes(6))
  await importInto(player, KEY, file(player, 'k6-material.bin'))
  await player.moveClock(player.view.now + minutes(1))
  await on(player, 'DeleteImportedKeyMaterial')
  player.answer('copy-bristol', 'yes')
  player.answer('copy-leeds', 'yes')
  await on(player, 'ScheduleKeyDeletion', { PendingWindowInDays: 7 })
  await on(player, 'GetParametersForImport', {
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_3072',
  })
}

const mistakes = importMistakePlays(KEY, async (player) => {
  await throwTheSwitch(player)
  return file(player, 'k6-material.bin')
})

export const killSwitchWithADatePlay: LabPlay = {
  labId: killSwitchWithADate.id,
  solution: solve,
  wrongMoves: {
    ...mistakes.always,
    ...mistakes.again,
    async 'before-the-date'(player) {
      await on(player, 'DisableKey')
    },
    async 'new-key-instead'(player) {
      await throwTheSwitch(player)
      await player.call('CreateKey', { Origin: 'EXTERNAL' })
    },
    async 'deleted-before-the-proof'(player) {
      await throwTheSwitch(player)
      await on(player, 'ScheduleKeyDeletion', { PendingWindowInDays: 7 })
    },
  },
}
