import type { Bytes } from '../../bytes/bytes.ts'
import { correctOption } from '../evidence.ts'
import { proveItCannotLeave } from '../labs/prove-it-cannot-leave.ts'
import type { LabPlay, Player } from './player.ts'

const onK1 = (player: Player, operation: string, more: Readonly<Record<string, unknown>> = {}) =>
  player.call(operation, { KeyId: player.arn('K1'), ...more })
const read = (player: Player, name: string) =>
  player.call('Decrypt', { CiphertextBlob: player.view.file(name) as Bytes })

async function solve(player: Player): Promise<void> {
  await onK1(player, 'GetPublicKey')
  await onK1(player, 'GetParametersForImport', {
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  await onK1(player, 'DeleteImportedKeyMaterial')
  const number = player.view.events.at(-1)?.number
  await onK1(player, 'GenerateDataKey', { KeySpec: 'AES_256' })
  const described = await onK1(player, 'DescribeKey')
  if (!described.ok) throw new Error(described.code)
  player.answer('pack-origin', (described.output.KeyMetadata as { readonly Origin: string }).Origin)
  player.answer('pack-record', String(number))
  for (const { predictions = [], questions = [] } of proveItCannotLeave.steps)
    for (const each of [...predictions, ...questions]) player.answer(each.id, correctOption(each))
  await player.regionFailure()
  await read(player, 'k2-object.enc')
  await read(player, 'object-1.enc')
}

export const proveItCannotLeavePlay: LabPlay = {
  labId: proveItCannotLeave.id,
  solution: solve,
  wrongMoves: {
    async 'as-somebody-else'(player) {
      for (const role of ['KeyCustodian', 'KeyAdmin'] as const)
        await player.call('DeleteImportedKeyMaterial', { KeyId: player.arn('K1') }, undefined, role)
    },
    async 'import-into-generated'(player) {
      await onK1(player, 'ImportKeyMaterial', {
        ImportToken: player.random(1_200),
        EncryptedKeyMaterial: player.random(256),
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      })
    },
    async 'deletes-the-key'(player) {
      await player.call('ScheduleKeyDeletion', { KeyId: player.arn('K1') }, undefined, 'KeyAdmin')
    },
  },
}
