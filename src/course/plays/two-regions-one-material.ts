import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { days, hours, seconds } from '../../world/clock.ts'
import { twoRegionsOneMaterial } from '../labs/two-regions-one-material.ts'
import { importInto, importMistakePlays } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const OTHER = 'eu-central-1'
const file = (player: Player, name: string) => player.view.file(name) as Bytes

/** The same hands, in the other Region. */
const inFrankfurt = (player: Player): Player => ({
  ...player,
  call: (operation, input) => player.call(operation, input, OTHER),
})

async function replicate(player: Player): Promise<Player> {
  await player.call('ReplicateKey', { KeyId: player.arn('Km'), ReplicaRegion: OTHER })
  await player.moveClock(player.view.now + seconds(5))
  return inFrankfurt(player)
}

const encryptThere = (there: Player) =>
  there.call('Encrypt', { KeyId: there.arn('Kf'), Plaintext: encodeUtf8('a note') })

const read = (player: Player) =>
  player.call('Decrypt', {
    CiphertextBlob: file(player, 'km-object.enc'),
    EncryptionContext: { 'closed-in': 'eu-west-1' },
  })

async function solve(player: Player): Promise<void> {
  player.answer('before-import', 'invalid-state')
  const there = await replicate(player)
  await encryptThere(there)
  const end = player.view.now + days(21)
  await importInto(there, 'Kf', file(player, 'km-material.bin'), {
    ImportType: 'EXISTING_KEY_MATERIAL',
    ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    ValidTo: end,
  })
  await read(there)
  player.answer('after-expiry', 'goes-on')
  await player.moveClock(end + seconds(1))
  await read(there)
  await read(player)
}

const mistakes = importMistakePlays('Kf', async (player) => file(player, 'km-material.bin'))
const onAReplica = (plays: Readonly<Record<string, (player: Player) => Promise<void>>>) =>
  Object.fromEntries(
    Object.entries(plays).map(
      ([id, play]) => [id, async (player: Player) => play(await replicate(player))] as const,
    ),
  )

export const twoRegionsOneMaterialPlay: LabPlay = {
  labId: twoRegionsOneMaterial.id,
  solution: solve,
  wrongMoves: {
    ...onAReplica(mistakes.always),
    ...onAReplica({ 'other-bytes': mistakes.again['other-bytes'] }),
    async 'waits-for-a-copy'(player) {
      const there = await replicate(player)
      await player.moveClock(player.view.now + hours(1))
      await encryptThere(there)
    },
    async 'new-bytes-in-the-replica'(player) {
      const there = await replicate(player)
      await importInto(there, 'Kf', player.random(32), { ImportType: 'NEW_KEY_MATERIAL' })
    },
  },
}
