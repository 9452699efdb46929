import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { encodeBase64 } from '../../bytes/base64.ts'
import { days, hours } from '../../world/clock.ts'
import { PUBLIC_KEY, TOKEN } from '../labs/judge-wrapped-upload.ts'
import { WRAPPED } from '../labs/import-mistakes.ts'
import type { Answer, Player } from './player.ts'

export interface Set {
  readonly publicKey: Bytes
  readonly token: Bytes
}

export async function parameters(
  player: Player,
  key: string,
  algorithm = 'RSAES_OAEP_SHA_256',
  spec = 'RSA_2048',
): Promise<Set> {
  const answer = await player.call('GetParametersForImport', {
    KeyId: player.arn(key),
    WrappingAlgorithm: algorithm,
    WrappingKeySpec: spec,
  })
  if (!answer.ok) throw new Error(`no parameters for ${key}: ${answer.code}`)
  const set = { publicKey: answer.output.PublicKey as Bytes, token: answer.output.ImportToken as Bytes }
  player.putFile(PUBLIC_KEY, set.publicKey)
  player.putFile(TOKEN, set.token)
  return set
}

/** Through the drop zone where the lab has one, as the learner brings what openssl wrote; else as a file of the Bench. */
export function bring(player: Player, blob: Bytes): Bytes {
  if (!player.judges) {
    player.putFile(WRAPPED, blob)
    return blob
  }
  const verdict = player.receive(WRAPPED, blob)
  if (!verdict.accept) throw new Error(`the drop zone refused: ${verdict.id}`)
  return blob
}

export const send = (
  player: Player,
  key: string,
  token: Bytes,
  blob: Bytes,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> =>
  player.call('ImportKeyMaterial', {
    KeyId: player.arn(key),
    ImportToken: token,
    EncryptedKeyMaterial: blob,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    ...more,
  })

export async function importInto(
  player: Player,
  key: string,
  material: Bytes,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const set = await parameters(player, key)
  return send(player, key, set.token, bring(player, await player.wrap(set.publicKey, material)), more)
}

/**
 * The clinic's wrong moves on one key (labs/import-mistakes.ts).
 *
 * @param prepared brings the key to Pending import; its original bytes, or undefined if it never had any
 */
export function importMistakePlays(key: string, prepared: (player: Player) => Promise<Bytes | undefined>) {
  const afterwards =
    (play: (player: Player, original: Bytes | undefined) => Promise<unknown>) => async (player: Player) => {
      await play(player, await prepared(player))
    }
  const original = (bytes: Bytes | undefined, player: Player) => bytes ?? player.random(32)

  const always = {
    'other-hash': afterwards(async (player, bytes) => {
      const { publicKey, token } = await parameters(player, key)
      await send(
        player,
        key,
        token,
        bring(player, await player.wrap(publicKey, original(bytes, player), 'SHA-1')),
      )
    }),
    'cut-blob': afterwards(async (player, bytes) => {
      const { publicKey, token } = await parameters(player, key)
      const cut = (await player.wrap(publicKey, original(bytes, player))).slice(0, 200)
      player.putFile(WRAPPED, cut)
      await send(player, key, token, cut)
    }),
    'crossed-letters': afterwards(async (player, bytes) => {
      const { publicKey } = await parameters(player, key)
      await send(
        player,
        key,
        player.random(1200),
        bring(player, await player.wrap(publicKey, original(bytes, player))),
      )
    }),
    'after-the-weekend': afterwards(async (player, bytes) => {
      const { publicKey, token } = await parameters(player, key)
      const blob = bring(player, await player.wrap(publicKey, original(bytes, player)))
      await player.moveClock(player.view.now + hours(24))
      await send(player, key, token, blob)
    }),
    'old-blob-new-token': afterwards(async (player, bytes) => {
      const first = await parameters(player, key)
      const blob = bring(player, await player.wrap(first.publicKey, original(bytes, player)))
      const second = await parameters(player, key)
      await send(player, key, second.token, blob)
    }),
    'silence-means-expiry': afterwards(async (player, bytes) => {
      const { publicKey, token } = await parameters(player, key)
      const blob = bring(player, await player.wrap(publicKey, original(bytes, player)))
      await player.call('ImportKeyMaterial', {
        KeyId: player.arn(key),
        ImportToken: token,
        EncryptedKeyMaterial: blob,
      })
    }),
    'enable-an-empty-key': afterwards((player) => player.call('EnableKey', { KeyId: player.arn(key) })),
  }
  const once = {
    'not-32-bytes': afterwards((player, bytes) =>
      importInto(player, key, encodeUtf8(`${encodeBase64(original(bytes, player))}\n`)),
    ),
  }
  const again = {
    'other-bytes': afterwards((player) => importInto(player, key, player.random(32))),
    'known-bytes-as-new': afterwards((player, bytes) =>
      importInto(player, key, original(bytes, player), { ImportType: 'NEW_KEY_MATERIAL' }),
    ),
    'new-as-rescue': afterwards((player) =>
      importInto(player, key, player.random(32), { ImportType: 'NEW_KEY_MATERIAL' }),
    ),
  }
  return { always, once, again }
}

/** Into a key that the lab gives no name: the learner made it, or knows its ARN. */
export async function importAfterTheWeekend(player: Player, KeyId: string): Promise<Answer> {
  const set = await player.call('GetParametersForImport', {
    KeyId,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  if (!set.ok) throw new Error(`no parameters: ${set.code}`)
  const EncryptedKeyMaterial = await player.wrap(set.output.PublicKey as Bytes, player.random(32))
  await player.moveClock(player.view.now + hours(24))
  return player.call('ImportKeyMaterial', {
    KeyId,
    ImportToken: set.output.ImportToken,
    EncryptedKeyMaterial,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  })
}

/** A date that an import may carry. */
export const inHalfAYear = (player: Player) => player.view.now + days(180)
