import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import { correctOption } from '../evidence.ts'
import { recoveryDrill } from '../labs/recovery-drill.ts'
import { bring, importInto, importMistakePlays, inHalfAYear, send } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const KEY = 'K3'
const file = (player: Player, name: string) => player.view.file(name) as Bytes
const read = (player: Player) =>
  player.call('Decrypt', { CiphertextBlob: file(player, 'intake-visit-412.enc') })

/** As the learner does it: the fingerprint of each file against the card. */
async function rightBytes(player: Player): Promise<Bytes> {
  const card = decodeUtf8(file(player, 'custody-card-K3.txt'))
  for (const name of ['safe-1.key', 'safe-2.key', 'safe-3.key']) {
    const bytes = file(player, name)
    if (card.includes(await player.fingerprint(bytes))) return bytes
  }
  throw new Error('no file has the fingerprint of the card')
}

const expired = importMistakePlays(KEY, rightBytes)

async function solve(player: Player): Promise<void> {
  await player.call('DescribeKey', { KeyId: player.arn(KEY) })
  for (const step of recoveryDrill.steps)
    for (const question of step.questions ?? []) player.answer(question.id, correctOption(question) as string)
  await importInto(player, KEY, await rightBytes(player), {
    ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    ValidTo: inHalfAYear(player),
  })
  await read(player)
}

export const recoveryDrillPlay: LabPlay = {
  labId: recoveryDrill.id,
  solution: solve,
  wrongMoves: {
    ...expired.always,
    ...expired.again,
    async 'after-the-weekend'(player) {
      await send(
        player,
        KEY,
        file(player, 'ImportToken-old.bin'),
        bring(player, file(player, 'wrapped-old.bin')),
      )
    },
    async 'new-key'(player) {
      await player.call('CreateKey', { Origin: 'EXTERNAL' })
    },
    async 'decrypt-too-early'(player) {
      await read(player)
    },
  },
}
