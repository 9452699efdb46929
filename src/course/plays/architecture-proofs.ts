import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { days, minutes } from '../../world/clock.ts'
import { importInto } from './import-moves.ts'
import type { Answer, Player } from './player.ts'

const file = (player: Player, name: string) => player.view.file(name) as Bytes
const decrypt = (player: Player, name: string, more: Readonly<Record<string, unknown>> = {}) =>
  player.call('Decrypt', { CiphertextBlob: file(player, name), ...more })
const asAdmin = (player: Player, operation: string, input: Readonly<Record<string, unknown>>) =>
  player.call(operation, input, undefined, 'KeyAdmin')

function output(answer: Answer): Readonly<Record<string, unknown>> {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`)
  return answer.output
}

/** The ID of Fernhill's key store of this type. */
export async function storeOf(player: Player, type: 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE'): Promise<string> {
  const { CustomKeyStores } = output(await player.call('DescribeCustomKeyStores', {}))
  const stores = CustomKeyStores as readonly {
    readonly CustomKeyStoreId: string
    readonly CustomKeyStoreType: string
  }[]
  return stores.find(({ CustomKeyStoreType }) => CustomKeyStoreType === type)?.CustomKeyStoreId as string
}

async function cutOff(player: Player): Promise<void> {
  const CustomKeyStoreId = await storeOf(player, 'EXTERNAL_KEY_STORE')
  await player.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
  await decrypt(player, 'kx-object.enc')
}

/** The number a case's text names: in a sentence of its task. */
const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1])

/** How each case of the bank is proved, by its id; `text` is what the task says. */
export const architectureProofs: Readonly<
  Record<string, (player: Player, text: string) => Promise<unknown>>
> = {
  'forty-services': (player) => player.call('DeleteImportedKeyMaterial', { KeyId: player.arn('Kg') }),
  'rotation-without-work': (player, text) =>
    player.call('EnableKeyRotation', {
      KeyId: player.arn('Kg'),
      RotationPeriodInDays: numberIn(text, /every (\d+) days/),
    }),
  async 'cheapest-that-passes'(player) {
    const { KeyMetadata } = output(await asAdmin(player, 'CreateKey', {}))
    const { KeyId } = KeyMetadata as { readonly KeyId: string }
    await player.call('Encrypt', { KeyId, Plaintext: encodeUtf8('note') })
  },
  'proved-entropy': (player, text) =>
    importInto(player, 'Ki', file(player, 'own-entropy.bin'), {
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: player.view.startedAt + days(numberIn(text, /ends in (\d+) days/)),
    }),
  async 'two-regions'(player) {
    output(await asAdmin(player, 'ReplicateKey', { KeyId: player.arn('Km'), ReplicaRegion: 'eu-central-1' }))
    await player.moveClock(player.view.now + minutes(5))
    const KeyId = player.arn('Km').replace('eu-west-1', 'eu-central-1')
    await player.call('Encrypt', { KeyId, Plaintext: encodeUtf8('note') }, 'eu-central-1')
  },
  'signing-key-that-exists': (player) =>
    player.call('CreateKey', {
      Origin: 'EXTERNAL',
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
    }),
  'own-entropy-and-automatic': (player) => player.call('EnableKeyRotation', { KeyId: player.arn('Kr') }),
  async 'end-without-waiting'(player) {
    await player.call('DeleteImportedKeyMaterial', { KeyId: player.arn('Ks') })
    await decrypt(player, 'ks-object.enc')
  },
  async 'data-centre-may-be-down'(player) {
    await cutOff(player)
    await decrypt(player, 'kt-object.enc')
  },
  async 'only-own-entropy'(player) {
    await player.call('CreateKey', {})
    await player.call('CreateKey', { Origin: 'EXTERNAL' })
  },
  async 'single-tenant'(player) {
    const CustomKeyStoreId = await storeOf(player, 'AWS_CLOUDHSM')
    output(await asAdmin(player, 'CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }))
  },
  'outside-the-provider': cutOff,
  'import-into-a-cluster': (player) =>
    player.call('GetParametersForImport', {
      KeyId: player.arn('Kh'),
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_3072',
    }),
  'read-on-premises': (player) => decrypt(player, 'kp-object.enc', { KeyId: player.arn('Kq') }),
}
