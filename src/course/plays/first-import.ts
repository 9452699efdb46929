import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { firstImport } from '../labs/first-import.ts'
import { bring, importInto, importMistakePlays, parameters, send } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const KEY = 'K2'
const fromTheStart = importMistakePlays(KEY, async () => undefined)
const emptied = importMistakePlays(KEY, async (player) => {
  const material = player.random(32)
  await importInto(player, KEY, material)
  await player.call('DeleteImportedKeyMaterial', { KeyId: player.arn(KEY) })
  return material
})

async function solve(player: Player): Promise<void> {
  const { publicKey, token } = await parameters(player, KEY, 'RSAES_OAEP_SHA_256', 'RSA_3072')
  const material = player.random(32)
  player.putFile('material.bin', material)
  player.answer('fingerprint', (await player.fingerprint(material)).slice(0, 16))
  player.answer('first-place', 'the safe in Bristol')
  player.answer('second-place', 'the vault in Leeds')
  await send(player, KEY, token, bring(player, await player.wrap(publicKey, material)))
  const note = await player.call('Encrypt', { KeyId: player.arn(KEY), Plaintext: encodeUtf8('a note') })
  if (note.ok) await player.call('Decrypt', { CiphertextBlob: note.output.CiphertextBlob as Bytes })
  player.answer('never-on-this-disk', 'private')
}

export const firstImportPlay: LabPlay = {
  labId: firstImport.id,
  solution: solve,
  wrongMoves: { ...fromTheStart.always, ...fromTheStart.once, ...emptied.again },
}
