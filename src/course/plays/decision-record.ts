import type { Bytes } from '../../bytes/bytes.ts'
import { days, minutes } from '../../world/clock.ts'
import { correctOption } from '../evidence.ts'
import { labOfSeed } from '../lab-of-seed.ts'
import { briefOfSeed } from '../labs/decision-record/index.ts'
import { decisionRecord } from '../labs/decision-record.ts'
import { importAfterTheWeekend } from './import-moves.ts'
import type { Answer, LabPlay, Player } from './player.ts'

const ALIAS = 'alias/client'
type Input = Readonly<Record<string, unknown>>

function output(answer: Answer): Input {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`)
  return answer.output
}

const asAdmin = (player: Player, operation: string, input: Input) =>
  player.call(operation, input, undefined, 'KeyAdmin')

async function create(player: Player, input: Input): Promise<string> {
  const { KeyMetadata } = output(await asAdmin(player, 'CreateKey', input))
  return (KeyMetadata as { readonly KeyId: string }).KeyId
}

/** Brings a file of the brief in; for wrong moves any 32 bytes will do. */
async function bringIn(
  player: Player,
  KeyId: string,
  name: string | undefined,
  more: Input,
): Promise<Answer> {
  const material = name === undefined ? player.random(32) : (player.view.file(name) as Bytes)
  const { PublicKey, ImportToken } = output(
    await player.call('GetParametersForImport', {
      KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    }),
  )
  const EncryptedKeyMaterial = await player.wrap(PublicKey as Bytes, material)
  return player.call('ImportKeyMaterial', { KeyId, ImportToken, EncryptedKeyMaterial, ...more })
}

async function rotate(player: Player, KeyId: string): Promise<void> {
  await player.call('RotateKeyOnDemand', { KeyId })
  await player.moveClock(player.view.now + minutes(5))
}

const daysIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1])
const FOREVER = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }

/** How each brief is built, by its id; `text` is what the task says. */
const built: Readonly<Record<string, (player: Player, text: string) => Promise<void>>> = {
  async 'dated-material'(player, text) {
    const ValidTo = player.view.startedAt + days(daysIn(text, /ends (\d+) days/))
    const until = { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo }
    const id = await create(player, { Origin: 'EXTERNAL' })
    await bringIn(player, id, 'own-1.bin', until)
    await asAdmin(player, 'CreateAlias', { AliasName: ALIAS, TargetKeyId: id })
    await bringIn(player, id, 'own-2.bin', { ...until, ImportType: 'NEW_KEY_MATERIAL' })
    await rotate(player, id)
  },
  async 'key-a-year'(player) {
    const first = await create(player, { Origin: 'EXTERNAL' })
    await bringIn(player, first, 'own-1.bin', FOREVER)
    await asAdmin(player, 'CreateAlias', { AliasName: ALIAS, TargetKeyId: first })
    const closed: unknown[] = []
    for (let i = 0; i < 3; i++)
      closed.push(
        output(await player.call('GenerateDataKey', { KeyId: ALIAS, KeySpec: 'AES_256' })).CiphertextBlob,
      )
    const second = await create(player, { Origin: 'EXTERNAL' })
    await bringIn(player, second, 'own-2.bin', FOREVER)
    await asAdmin(player, 'UpdateAlias', { AliasName: ALIAS, TargetKeyId: second })
    for (const CiphertextBlob of closed)
      output(await player.call('ReEncrypt', { CiphertextBlob, DestinationKeyId: ALIAS }))
    await player.call('DisableKey', { KeyId: first })
  },
  async 'no-hands'(player, text) {
    const id = await create(player, {})
    await asAdmin(player, 'CreateAlias', { AliasName: ALIAS, TargetKeyId: id })
    const RotationPeriodInDays = daysIn(text, /every (\d+) days/)
    output(await player.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays }))
    await rotate(player, id)
  },
}

async function guard(player: Player, effect: Input): Promise<void> {
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Action: 'kms:CreateKey', Resource: '*', ...effect }],
  })
  output(
    await player.request('iam', 'PutRolePolicy', {
      RoleName: 'KeyCustodian',
      PolicyName: 'origin',
      PolicyDocument,
    }),
  )
}
const denyAllBut = (origin: string) => ({
  Effect: 'Deny',
  Condition: { StringNotEquals: { 'kms:KeyOrigin': origin } },
})
const createAsCustodian = (player: Player, Origin: string) => player.call('CreateKey', { Origin })
const otherThan = (origin: string) => (origin === 'EXTERNAL' ? 'AWS_KMS' : 'EXTERNAL')
const briefOf = (player: Player) => briefOfSeed(player.seed).brief

export const decisionRecordPlay: LabPlay = {
  labId: decisionRecord.id,
  async solution(player) {
    const { steps } = labOfSeed(decisionRecord, player.seed)
    for (const step of steps)
      for (const each of [...(step.predictions ?? []), ...(step.questions ?? [])])
        player.answer(each.id, correctOption(each))
    player.answer('own-sentence', 'A law that keeps the bytes outside AWS would change it.')
    const { id, origin } = briefOf(player)
    await built[id]?.(player, steps[1]?.text.join(' ') ?? '')
    await guard(player, denyAllBut(origin))
    await createAsCustodian(player, otherThan(origin))
    await createAsCustodian(player, origin)
  },
  wrongMoves: {
    async 'store-for-a-level'(player) {
      await player.call('CreateCustomKeyStore', {
        CustomKeyStoreName: 'level-3',
        CloudHsmClusterId: 'cluster-2aaaaaaaaaa2',
        TrustAnchorCertificate: 'root',
        KeyStorePassword: 'kmsuser-password',
      })
    },
    async 'alias-on-another-origin'(player) {
      const TargetKeyId = await create(player, { Origin: otherThan(briefOf(player).origin) })
      await asAdmin(player, 'CreateAlias', { AliasName: ALIAS, TargetKeyId })
    },
    async 'automatic-on-imported'(player) {
      const KeyId = await create(player, { Origin: 'EXTERNAL' })
      await bringIn(player, KeyId, undefined, FOREVER)
      await player.call('EnableKeyRotation', { KeyId })
    },
    async 'silence-means-expiry'(player) {
      const KeyId = await create(player, { Origin: 'EXTERNAL' })
      await bringIn(player, KeyId, undefined, {})
    },
    async 'after-the-weekend'(player) {
      await importAfterTheWeekend(player, await create(player, { Origin: 'EXTERNAL' }))
    },
    async 'guardrail-too-tight'(player) {
      const { origin } = briefOf(player)
      await guard(player, denyAllBut(otherThan(origin)))
      await createAsCustodian(player, origin)
    },
    async 'guardrail-too-loose'(player) {
      const { origin } = briefOf(player)
      await guard(player, { Effect: 'Allow', Condition: { StringEquals: { 'kms:KeyOrigin': origin } } })
      await createAsCustodian(player, otherThan(origin))
    },
  },
}
