import type { Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import { earliestValidTo } from '../../kms/key.ts'
import { minutes } from '../../world/clock.ts'
import { newBytesSameKey } from '../labs/new-bytes-same-key.ts'
import { importInto, importMistakePlays } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const KEY = 'K5'
const NEW = { ImportType: 'NEW_KEY_MATERIAL' }
const file = (player: Player, name: string) => player.view.file(name) as Bytes
const on = (player: Player, operation: string, more: Readonly<Record<string, unknown>> = {}) =>
  player.call(operation, { KeyId: player.arn(KEY), ...more })

const emptied = importMistakePlays(KEY, async (player) => {
  await on(player, 'DeleteImportedKeyMaterial')
  return file(player, 'k5-material-a.bin')
})

async function solve(player: Player): Promise<void> {
  await on(player, 'RotateKeyOnDemand')
  await importInto(player, KEY, player.random(32), NEW)
  player.answer('which-writes', 'old')
  await on(player, 'GenerateDataKey', { KeySpec: 'AES_256' })
  await on(player, 'RotateKeyOnDemand')
  await player.moveClock(player.view.now + minutes(5))
  const fresh = await on(player, 'Encrypt', { Plaintext: encodeUtf8('a new record') })
  if (!fresh.ok) throw new Error(`no ciphertext: ${fresh.code}`)
  for (const CiphertextBlob of [file(player, 'k5-object-old.enc'), fresh.output.CiphertextBlob])
    await player.call('Decrypt', { CiphertextBlob })
  player.answer('day-after', 'pending-import')
  const key = player.view.key(KEY)
  await player.moveClock(((key && earliestValidTo(key)) ?? player.view.now) + minutes(1))
  await importInto(player, KEY, file(player, 'k5-material-a.bin'))
}

export const newBytesSameKeyPlay: LabPlay = {
  labId: newBytesSameKey.id,
  solution: solve,
  wrongMoves: {
    ...emptied.always,
    ...emptied.again,
    async 'automatic-on-imported'(player) {
      await on(player, 'EnableKeyRotation')
    },
    async 'one-at-a-time'(player) {
      await importInto(player, KEY, player.random(32), NEW)
      await importInto(player, KEY, player.random(32), NEW)
    },
    async 'deleted-the-old'(player) {
      await on(player, 'DeleteImportedKeyMaterial')
    },
  },
}
