import type { Bytes } from '../../bytes/bytes.ts'
import { encodeBase64 } from '../../bytes/base64.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { parameters } from '../plays/import-moves.ts'
import type { Player } from '../plays/player.ts'
import type { Delivery, Puzzle, Shown } from './demo-definition.ts'
import { shown } from './shown.ts'

/** A second key, whose parameters the listener and the forger can ask for. */
export const OTHER = 'E'
const BOX = 'wrapped.bin'
const SPEC = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }

/** What the cards have brought about so far. */
interface Desk {
  arn?: string
  answer?: { readonly publicKey: Bytes; readonly token: Bytes }
  decoded?: true
  material?: Bytes
  box?: Bytes
}

interface Turn {
  readonly desk: Desk
  readonly chosen: Readonly<Record<string, string>>
  readonly player: Player
  readonly eveHas: string[]
}

type Card = (turn: Turn) => Promise<Shown | { readonly missing: string }>

const missing = (says: string) => ({ missing: says })
const size = (name: string, bytes: Bytes) => `${name}, ${bytes.length} bytes`

const cards: Readonly<Record<string, Card>> = {
  async create({ desk, player }) {
    const answer = await player.call('CreateKey', { Origin: 'EXTERNAL' })
    if (answer.ok) desk.arn = (answer.output.KeyMetadata as { readonly Arn: string }).Arn
    return shown('aws kms create-key --origin EXTERNAL', answer, () => ['KeyState: PendingImport'])
  },
  async ask({ desk, player, eveHas }) {
    if (desk.arn === undefined) return missing('There is no key yet for which you could ask.')
    const answer = await player.call('GetParametersForImport', { KeyId: desk.arn, ...SPEC })
    if (answer.ok) {
      const publicKey = answer.output.PublicKey as Bytes
      const token = answer.output.ImportToken as Bytes
      desk.answer = { publicKey, token }
      eveHas.push(size('The public key', publicKey), size('The token', token))
    }
    return shown('aws kms get-parameters-for-import --key-id K …', answer, () => ['PublicKey, ImportToken'])
  },
  async decode({ desk, player }) {
    if (!desk.answer) return missing('There is no answer of KMS yet to decode.')
    desk.decoded = true
    player.putFile('token.bin', desk.answer.token)
    return { line: 'base64 -d, twice', output: [size('public-key.bin', desk.answer.publicKey)] }
  },
  async bytes({ desk, chosen, player }) {
    const raw = player.random(32)
    desk.material = chosen.form === 'raw' ? raw : encodeUtf8(encodeBase64(raw))
    return {
      line:
        chosen.form === 'raw'
          ? 'openssl rand -out material.bin 32'
          : 'openssl rand -base64 32 > material.bin',
      output: [size('material.bin', desk.material)],
    }
  },
  async fingerprint({ desk, player }) {
    if (!desk.material) return missing('There are no bytes yet to take a fingerprint of.')
    const digits = await player.fingerprint(desk.material)
    return { line: 'sha256sum material.bin', output: [`${digits.slice(0, 16)}…`] }
  },
  async wrap({ desk, chosen, player }) {
    if (!desk.material) return missing('There are no bytes yet to close in the box.')
    let publicKey = desk.decoded ? desk.answer?.publicKey : undefined
    if (chosen.lock === 'other') publicKey = (await parameters(player, OTHER)).publicKey
    if (!publicKey) return missing('There is no file with the public key yet, to close the box.')
    desk.box = await player.wrap(publicKey, desk.material)
    player.putFile(BOX, desk.box)
    return { line: 'openssl pkeyutl -encrypt …', output: [size(BOX, desk.box)] }
  },
  async send({ desk, chosen, player, eveHas }) {
    if (desk.arn === undefined) return missing('There is no key yet that could take it.')
    const load = chosen.load === 'plain' ? desk.material : desk.box
    if (!load) return missing('There is nothing closed yet to send.')
    const token = chosen.load === 'box' ? undefined : desk.decoded && desk.answer?.token
    if (chosen.load !== 'box' && !token) return missing('There is no file with the token yet.')
    eveHas.push(chosen.load === 'plain' ? size('The material itself', load) : size('The closed box', load))
    const answer = await player.call('ImportKeyMaterial', {
      KeyId: desk.arn,
      EncryptedKeyMaterial: load,
      ...(token ? { ImportToken: token } : {}),
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    })
    return shown('aws kms import-key-material --key-id K …', answer, () => ['KeyState: Enabled'])
  },
}

/** What an exception tells about the choices. */
const REASONS: Readonly<Record<string, string>> = {
  ValidationException: 'The token stayed behind. KMS needs the box and its label.',
  InvalidCiphertextException:
    'The box did not open. Only what was closed under the public key of this very answer opens.',
  IncorrectKeyMaterialException: 'The box opened, and letters were inside. The material is 32 raw bytes.',
}

const NO_BOX = 'No box came, only the bytes as they are. KMS takes what was closed under its public key.'

/** Carries the cards out in order, on the engine, until one does not work. */
export const deliver: Puzzle['deliver'] = async (order, chosen, player): Promise<Delivery> => {
  const turn: Turn = { desk: {}, chosen, player, eveHas: [] }
  const lines: Shown[] = []
  const { eveHas } = turn
  for (const [at, id] of order.entries()) {
    const stoppedHere = (says: string): Delivery => ({
      shown: lines,
      arrived: false,
      stopped: { card: id, place: at + 1, says },
      eveHas,
    })
    const done = await (cards[id] as Card)(turn)
    if ('missing' in done) return stoppedHere(done.missing)
    lines.push(done)
    if (done.refused) {
      const reason = chosen.load === 'plain' ? NO_BOX : REASONS[done.refused.code]
      return stoppedHere(reason ?? done.refused.message)
    }
    if (id === 'send') return { shown: lines, arrived: true, eveHas }
  }
  return { shown: lines, arrived: false, eveHas }
}

export async function eveTries(player: Player): Promise<readonly Shown[]> {
  const box = player.view.file(BOX) as Bytes
  const decrypt = await player.call('Decrypt', { CiphertextBlob: box }, undefined, 'root')
  const send = await player.call('ImportKeyMaterial', {
    KeyId: player.arn(OTHER),
    ImportToken: player.view.file('token.bin') as Bytes,
    EncryptedKeyMaterial: box,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  })
  return [
    shown(`aws kms decrypt --ciphertext-blob fileb://${BOX}`, decrypt),
    shown('aws kms import-key-material --key-id E, with your box and your token', send),
  ]
}

/** The whole way once more for a new key, with the token of another one beside the box. */
export async function swapToken(player: Player): Promise<readonly Shown[]> {
  const created = await player.call('CreateKey', { Origin: 'EXTERNAL' })
  if (!created.ok) return [shown('aws kms create-key --origin EXTERNAL', created)]
  const { Arn } = created.output.KeyMetadata as { readonly Arn: string }
  const own = await player.call('GetParametersForImport', { KeyId: Arn, ...SPEC })
  if (!own.ok) return [shown('aws kms get-parameters-for-import …', own)]
  const box = await player.wrap(own.output.PublicKey as Bytes, player.random(32))
  const { token } = await parameters(player, OTHER)
  const answer = await player.call('ImportKeyMaterial', {
    KeyId: Arn,
    ImportToken: token,
    EncryptedKeyMaterial: box,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  })
  return [shown('aws kms import-key-material, with the token of key E', answer)]
}
