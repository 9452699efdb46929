import { encodeUtf8 } from '../../bytes/utf8.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { wrapWithYourOwnOpenssl } from '../labs/wrap-with-your-own-openssl.ts'
import { bring, importInto, importMistakePlays, parameters, send } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const KEY = 'K3'

const emptyFromTheStart = importMistakePlays(KEY, async () => undefined)

/** Imported and emptied again: only then can bytes be the wrong ones. */
const emptied = importMistakePlays(KEY, async (player) => {
  const material = player.random(32)
  await importInto(player, KEY, material)
  await player.call('DeleteImportedKeyMaterial', { KeyId: player.arn(KEY) })
  return material
})

async function solve(player: Player): Promise<void> {
  const { publicKey, token } = await parameters(player, KEY)
  player.answer('blob-size', '384')
  for (const [id, value] of [
    ['padding-mode', 'oaep'],
    ['oaep-md', 'sha256'],
    ['mgf1-md', 'sha256'],
  ] as const)
    player.answer(id, value)
  const material = player.random(32)
  const blob = bring(player, await player.wrap(publicKey, material))
  await send(player, KEY, token, blob)
  const note = await player.call('Encrypt', { KeyId: player.arn(KEY), Plaintext: encodeUtf8('a note') })
  if (note.ok) await player.call('Decrypt', { CiphertextBlob: note.output.CiphertextBlob as Bytes })
  player.answer('material-kept', 'yes')
  player.answer('fingerprint', (await player.fingerprint(material)).slice(0, 8))
}

export const wrapWithYourOwnOpensslPlay: LabPlay = {
  labId: wrapWithYourOwnOpenssl.id,
  solution: solve,
  wrongMoves: {
    ...emptyFromTheStart.always,
    ...emptyFromTheStart.once,
    ...emptied.again,
    async 'two-step-wrap'(player) {
      await player.call('GetParametersForImport', {
        KeyId: player.arn(KEY),
        WrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256',
        WrappingKeySpec: 'RSA_4096',
      })
    },
  },
}
