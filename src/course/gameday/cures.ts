import { decodeUtf8 } from '../../bytes/utf8.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { days } from '../../world/clock.ts'
import type { KeyRecord } from '../../kms/key.ts'
import type { Player } from '../plays/player.ts'
import type { Service } from './incident.ts'
import { custodyCard, safeFile } from './scene-keys.ts'

type Input = Readonly<Record<string, unknown>>

/** A call that the reference line counts on. */
export async function must(
  player: Player,
  operation: string,
  input: Input,
  region?: string,
  as?: Parameters<Player['call']>[3],
): Promise<Input> {
  const answer = await player.call(operation, input, region, as)
  if (!answer.ok) throw new Error(`the best line fails at ${operation}: ${answer.code}`)
  return answer.output
}

export async function mustRequest(player: Player, ...asked: Parameters<Player['request']>): Promise<Input> {
  const answer = await player.request(...asked)
  if (!answer.ok) throw new Error(`the best line fails at ${asked[1]}: ${answer.code}`)
  return answer.output
}

/** The file whose fingerprint is on the custody card; when no file at hand is it, the custodian is rung for it. */
export async function rightFile(player: Player, service: Service, line = 0): Promise<Bytes> {
  const card = decodeUtf8(player.view.file(custodyCard(service)) ?? new Uint8Array(0))
  const wanted = card.match(/[0-9a-f]{64}/g)?.[line]
  for (let rung = false; ; rung = true) {
    for (let number = 1; number <= 3; number++) {
      const bytes = player.view.file(safeFile(service, number))
      if (bytes && (await player.fingerprint(bytes)) === wanted) return bytes
    }
    if (rung) break
    await player.ring(service.bucket)
  }
  throw new Error(`no safe of ${service.id} holds what the card says`)
}

/** The import once more, with the same bytes and a date that leaves time. */
export async function importAgain(
  player: Player,
  arn: string,
  material: Bytes,
  { region, dated = true }: { readonly region?: string; readonly dated?: boolean } = {},
): Promise<void> {
  const parameters = await must(
    player,
    'GetParametersForImport',
    { KeyId: arn, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
    region,
  )
  await must(
    player,
    'ImportKeyMaterial',
    {
      KeyId: arn,
      ImportToken: parameters.ImportToken,
      EncryptedKeyMaterial: await player.wrap(parameters.PublicKey as Bytes, material),
      ImportType: 'EXISTING_KEY_MATERIAL',
      ...(dated
        ? { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: player.view.now + days(300) }
        : { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }),
    },
    region,
  )
}

/** One alarm for the key, two weeks ahead. */
export const alarmBeforeExpiry = (player: Player, key: KeyRecord) =>
  mustRequest(player, 'cloudwatch', 'PutMetricAlarm', {
    AlarmName: `${key.id}-material-ends`,
    Namespace: 'AWS/KMS',
    MetricName: 'SecondsUntilKeyMaterialExpiration',
    Dimensions: [{ Name: 'KeyId', Value: key.id }],
    Statistic: 'Minimum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: days(14) / 1_000,
    ComparisonOperator: 'LessThanThreshold',
  })

export const keyOf = (player: Player, name: string): KeyRecord => {
  const key = player.view.key(name)
  if (!key) throw new Error(`${name} is gone`)
  return key
}
