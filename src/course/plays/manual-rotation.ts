import type { Bytes } from '../../bytes/bytes.ts'
import { manualRotation } from '../labs/manual-rotation.ts'
import { importAfterTheWeekend } from './import-moves.ts'
import type { Answer, LabPlay, Player } from './player.ts'

const KEY = 'K2'
const ALIAS = 'alias/sponsor-b'
const file = (player: Player, name: string) => player.view.file(name) as Bytes

const output = (answer: Answer) => {
  if (!answer.ok) throw new Error(`refused: ${answer.code}`)
  return answer.output
}

async function emptyKey(player: Player): Promise<string> {
  const { KeyMetadata } = output(await player.call('CreateKey', { Origin: 'EXTERNAL' }))
  return (KeyMetadata as { readonly KeyId: string }).KeyId
}

/** A second imported key, and the alias on it. @returns its ID */
async function secondKey(player: Player): Promise<string> {
  const KeyId = await emptyKey(player)
  const { PublicKey, ImportToken } = output(
    await player.call('GetParametersForImport', {
      KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    }),
  )
  const EncryptedKeyMaterial = await player.wrap(PublicKey as Bytes, player.random(32))
  output(
    await player.call('ImportKeyMaterial', {
      KeyId,
      ImportToken,
      EncryptedKeyMaterial,
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    }),
  )
  output(await player.call('UpdateAlias', { AliasName: ALIAS, TargetKeyId: KeyId }))
  return KeyId
}

export const manualRotationPlay: LabPlay = {
  labId: manualRotation.id,
  async solution(player) {
    player.answer('automatic-answer', 'unsupported')
    await player.call('EnableKeyRotation', { KeyId: player.arn(KEY) })
    await secondKey(player)
    let written: unknown
    for (let i = 0; i < 5; i++)
      written = output(
        await player.call('GenerateDataKey', { KeyId: ALIAS, KeySpec: 'AES_256' }),
      ).CiphertextBlob
    for (const CiphertextBlob of [file(player, 'object-01.key'), written])
      output(await player.call('Decrypt', { CiphertextBlob }))
    await player.call('GetKeyLastUsage', { KeyId: player.arn(KEY) })
    player.answer('ben-asks', 'keep')
    for (let i = 1; ; i++) {
      const CiphertextBlob = player.view.file(`object-${String(i).padStart(2, '0')}.key`)
      if (!CiphertextBlob) break
      output(await player.call('ReEncrypt', { CiphertextBlob, DestinationKeyId: ALIAS }))
    }
    await player.call('DisableKey', { KeyId: player.arn(KEY) })
  },
  wrongMoves: {
    async 'old-key-gone'(player) {
      await secondKey(player)
      await player.call('ScheduleKeyDeletion', { KeyId: player.arn(KEY), PendingWindowInDays: 7 })
    },
    async 'pointer-is-no-rotation'(player) {
      await player.call('ListKeyRotations', { KeyId: await secondKey(player) })
    },
    async 'after-the-weekend'(player) {
      await importAfterTheWeekend(player, await emptyKey(player))
    },
    async 'old-data-new-key'(player) {
      await secondKey(player)
      await player.call('Decrypt', { CiphertextBlob: file(player, 'object-01.key'), KeyId: ALIAS })
    },
  },
}
