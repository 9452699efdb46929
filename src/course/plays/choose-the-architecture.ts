import { correctOption } from '../evidence.ts'
import { labOfSeed } from '../lab-of-seed.ts'
import { chooseTheArchitecture } from '../labs/choose-the-architecture.ts'
import { architectureProofs, storeOf } from './architecture-proofs.ts'
import { importAfterTheWeekend } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const createAsAdmin = (player: Player, input: Readonly<Record<string, unknown>>) =>
  player.call('CreateKey', input, undefined, 'KeyAdmin')

export const chooseTheArchitecturePlay: LabPlay = {
  labId: chooseTheArchitecture.id,
  async solution(player) {
    for (const step of labOfSeed(chooseTheArchitecture, player.seed).steps) {
      for (const each of [...(step.predictions ?? []), ...(step.questions ?? [])])
        player.answer(each.id, correctOption(each))
      await architectureProofs[step.id]?.(player, step.text.join(' '))
    }
  },
  wrongMoves: {
    async 'import-into-a-store'(player) {
      const CustomKeyStoreId = await storeOf(player, 'AWS_CLOUDHSM')
      await createAsAdmin(player, { Origin: 'EXTERNAL', CustomKeyStoreId })
    },
    async 'rotate-in-a-store'(player) {
      await player.call('EnableKeyRotation', { KeyId: player.arn('Kx') })
    },
    async 'more-than-a-store-holds'(player) {
      const CustomKeyStoreId = await storeOf(player, 'AWS_CLOUDHSM')
      await createAsAdmin(player, { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId, MultiRegion: true })
    },
    async 'after-the-weekend'(player) {
      const made = await player.call('CreateKey', { Origin: 'EXTERNAL' })
      if (!made.ok) throw new Error(made.code)
      await importAfterTheWeekend(player, (made.output.KeyMetadata as { readonly KeyId: string }).KeyId)
    },
    async 'deletion-is-no-stop'(player) {
      await player.call('ScheduleKeyDeletion', { KeyId: player.arn('Kg'), PendingWindowInDays: 7 })
    },
  },
}
