import type { Bytes } from '../../bytes/bytes.ts'
import { correctOption } from '../evidence.ts'
import { allVerdicts, permanentLoss } from '../labs/permanent-loss.ts'
import { importMistakePlays, parameters } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const file = (player: Player, name: string) => player.view.file(name) as Bytes

const expired = importMistakePlays('P1', async (player) => file(player, 'p1-material.bin'))

async function solve(player: Player): Promise<void> {
  for (const each of allVerdicts) player.answer(each.id, correctOption(each))
  const made = await player.call('CreateKey', { Origin: 'EXTERNAL' })
  if (!made.ok) throw new Error(made.code)
  const { KeyId } = made.output.KeyMetadata as { readonly KeyId: string }
  const set = await player.call('GetParametersForImport', {
    KeyId,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  if (!set.ok) throw new Error(set.code)
  await player.call('ImportKeyMaterial', {
    KeyId,
    ImportToken: set.output.ImportToken,
    EncryptedKeyMaterial: await player.wrap(set.output.PublicKey as Bytes, file(player, 'p3-material.bin')),
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  })
  await player.call('Decrypt', { CiphertextBlob: file(player, 'p3-object.enc'), KeyId })
  await player.call('Decrypt', { CiphertextBlob: file(player, 'p6-object-new.enc') })
}

export const permanentLossPlay: LabPlay = {
  labId: permanentLoss.id,
  solution: solve,
  wrongMoves: {
    ...expired.always,
    ...expired.again,
    async 'expects-it-back'(player) {
      await parameters(player, 'P6')
    },
    async 'replicate-to-rescue'(player) {
      await player.call('ReplicateKey', { KeyId: player.arn('P1'), ReplicaRegion: 'eu-central-1' })
    },
  },
}
