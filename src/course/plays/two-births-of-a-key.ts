import { encodeUtf8 } from '../../bytes/utf8.ts'
import { twoBirthsOfAKey } from '../labs/two-births-of-a-key.ts'
import type { Answer, LabPlay, Player } from './player.ts'

const idOf = (answer: Answer) => {
  if (!answer.ok) throw new Error(`no key: ${answer.code}`)
  return (answer.output.KeyMetadata as { readonly KeyId: string }).KeyId
}
const note = encodeUtf8('a note')
const empty = async (player: Player) => idOf(await player.call('CreateKey', { Origin: 'EXTERNAL' }))

async function solve(player: Player): Promise<void> {
  const full = idOf(await player.call('CreateKey', {}))
  await player.call('CreateAlias', { AliasName: 'alias/trial-records', TargetKeyId: full })
  await player.call('Encrypt', {
    KeyId: 'alias/trial-records',
    Plaintext: note,
    EncryptionContext: { study: 'FT-01' },
  })
  const waiting = await empty(player)
  player.answer('empty-key-answer', 'invalid-state')
  await player.call('Encrypt', { KeyId: waiting, Plaintext: note })
  for (const KeyId of [full, waiting]) await player.call('DescribeKey', { KeyId })
  player.answer('four-fields', 'Origin,KeyState,Enabled,CurrentKeyMaterialId')
}

export const twoBirthsOfAKeyPlay: LabPlay = {
  labId: twoBirthsOfAKey.id,
  solution: solve,
  wrongMoves: {
    async 'parameters-for-generated'(player) {
      const KeyId = idOf(await player.call('CreateKey', {}))
      await player.call('GetParametersForImport', {
        KeyId,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      })
    },
    async 'enable-the-empty-key'(player) {
      await player.call('EnableKey', { KeyId: await empty(player) })
    },
  },
}
