import type { Bytes } from '../../bytes/bytes.ts'
import { correctOption } from '../evidence.ts'
import { playBestLine } from '../gameday/best-line.ts'
import { EVIDENCE, evidenceOf } from '../gameday/evidence-entry.ts'
import { planOf } from '../gameday/plan.ts'
import { questionsOf } from '../gameday/questions.ts'
import { BILLING } from '../gameday/services.ts'
import { ACCOUNT } from '../account-view.ts'
import type { LabPlay, Player } from './player.ts'

const LEVEL = 2

/** An imported key of the player's own, so that a slip needs no key of the story. */
async function ownImport(player: Player, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const made = await player.call('CreateKey', { Origin: 'EXTERNAL' })
  const KeyId = made.ok ? (made.output.KeyMetadata as { readonly Arn: string }).Arn : ''
  const parameters = await player.call('GetParametersForImport', {
    KeyId,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  if (!parameters.ok) throw new Error(parameters.code)
  await player.call('ImportKeyMaterial', {
    KeyId,
    ImportToken: parameters.output.ImportToken,
    EncryptedKeyMaterial: await player.wrap(parameters.output.PublicKey as Bytes, player.random(32)),
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    ...more,
  })
  return KeyId
}

export const nightShiftPlay: LabPlay = {
  labId: 'night-shift',
  async solution(player) {
    const plan = planOf(player.seed, LEVEL)
    await playBestLine(plan, player)
    for (const question of questionsOf(plan)) player.answer(question.id, correctOption(question))
    player.answer(EVIDENCE, String(evidenceOf(plan, player.view)?.number))
  },
  wrongMoves: {
    'schedules-deletion': async (player) =>
      void (await player.call('ScheduleKeyDeletion', { KeyId: player.arn(BILLING) })),
    'new-material': async (player) => void (await ownImport(player, { ImportType: 'NEW_KEY_MATERIAL' })),
    async 'deletes-material'(player) {
      const KeyId = await ownImport(player)
      await player.call('DeleteImportedKeyMaterial', { KeyId })
    },
    'opens-to-all': async (player) =>
      void (await player.call('PutKeyPolicy', {
        KeyId: player.arn(BILLING),
        Policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:root`] },
              Action: 'kms:*',
              Resource: '*',
            },
            { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
          ],
        }),
      })),
    'new-key': async (player) => void (await player.call('CreateKey', {})),
  },
}
