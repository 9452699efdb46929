import type { Bytes } from '../../bytes/bytes.ts'
import { decodeHex } from '../../bytes/hex.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import { days, minutes } from '../../world/clock.ts'
import { custodyTransfer } from '../labs/custody-transfer.ts'
import { bring, importInto, importMistakePlays, parameters, send } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const KEY = 'K4'
const text = (player: Player, name: string) => decodeUtf8(player.view.file(name) as Bytes)
const sponsors = (player: Player) => decodeHex(text(player, 'sponsor-b.key').trim())
const until = (ValidTo: number) => ({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo })

function contractEnd(player: Player): number {
  const [, day] = /ends on (\S+) at/.exec(text(player, 'handover.txt')) ?? []
  return Date.parse(`${day}T12:00:00Z`)
}

async function solve(player: Player): Promise<void> {
  const { publicKey, token } = await parameters(player, KEY, 'RSAES_OAEP_SHA_256', 'RSA_4096')
  const reach = player.view.now + days(365) - minutes(1)
  const date = Math.min(contractEnd(player), reach)
  const material = sponsors(player)
  await send(player, KEY, token, bring(player, await player.wrap(publicKey, material)), until(date))
  await player.request('cloudwatch', 'PutMetricAlarm', {
    AlarmName: 'expiry',
    Namespace: 'AWS/KMS',
    MetricName: 'SecondsUntilKeyMaterialExpiration',
    Dimensions: [{ Name: 'KeyId', Value: player.view.key(KEY)?.id }],
    Statistic: 'Minimum',
    Period: 3600,
    EvaluationPeriods: 1,
    Threshold: days(14) / 1000,
    ComparisonOperator: 'LessThanThreshold',
  })
  player.answer('fingerprint', await player.fingerprint(material))
  player.answer('first-place', 'the safe in Bristol')
  player.answer('second-place', 'the vault in Leeds')
  player.answer(
    'import-again-by',
    date === contractEnd(player) ? 'none' : new Date(date - days(7)).toISOString().slice(0, 10),
  )
}

const fromTheStart = importMistakePlays(KEY, async () => undefined)
const emptied = importMistakePlays(KEY, async (player) => {
  await importInto(player, KEY, sponsors(player), until(player.view.now + days(20)))
  await player.call('DeleteImportedKeyMaterial', { KeyId: player.arn(KEY) })
  return sponsors(player)
})

export const custodyTransferPlay: LabPlay = {
  labId: custodyTransfer.id,
  solution: solve,
  wrongMoves: {
    ...fromTheStart.always,
    ...fromTheStart.once,
    ...emptied.again,
    async 'too-far'(player) {
      await importInto(player, KEY, sponsors(player), until(player.view.now + days(400)))
    },
    async 'without-a-date'(player) {
      await importInto(player, KEY, sponsors(player))
    },
    async 'not-the-sponsors'(player) {
      await importInto(player, KEY, player.random(32), until(player.view.now + days(20)))
    },
  },
}
