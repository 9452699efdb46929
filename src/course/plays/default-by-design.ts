import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { days, hours } from '../../world/clock.ts'
import { defaultByDesign } from '../labs/default-by-design.ts'
import { inbox } from '../labs/intake-files.ts'
import type { LabPlay, Player } from './player.ts'

const ALIAS = 'alias/trial-records'

async function key(player: Player): Promise<string> {
  const made = await player.call('CreateKey', {})
  if (!made.ok) throw new Error(made.code)
  const { KeyId } = made.output.KeyMetadata as { readonly KeyId: string }
  await player.call('CreateAlias', { AliasName: ALIAS, TargetKeyId: KeyId })
  return KeyId
}

async function store(player: Player, id: string, says: string): Promise<void> {
  const made = await player.call('GenerateDataKey', {
    KeyId: ALIAS,
    KeySpec: 'AES_256',
    EncryptionContext: { record: id },
  })
  if (!made.ok) throw new Error(made.code)
  player.putFile(`${id}.key`, made.output.CiphertextBlob as Bytes)
  player.putFile(`${id}.enc`, player.closeLocally(made.output.Plaintext as Bytes, encodeUtf8(`${says}\n`)))
}

const read = (player: Player, id: string, context: Readonly<Record<string, string>> = { record: id }) =>
  player.call('Decrypt', {
    CiphertextBlob: player.view.file(`${id}.key`) as Bytes,
    EncryptionContext: context,
  })

async function solve(player: Player): Promise<void> {
  const KeyId = await key(player)
  const period = Number(/every (\d+) days/.exec(decodeUtf8(player.view.file('assignment.txt') as Bytes))?.[1])
  await player.call('EnableKeyRotation', { KeyId, RotationPeriodInDays: period })
  const records = inbox(player.view)
  for (const [id, says] of records) await store(player, id, says)
  await player.moveClock(player.view.now + days(2 * period) + hours(1))
  for (const [id] of records) {
    await read(player, id)
    if (id === 'r-0007') player.answer('who-read', String(player.view.events.at(-1)?.number))
  }
}

export const defaultByDesignPlay: LabPlay = {
  labId: defaultByDesign.id,
  solution: solve,
  wrongMoves: {
    async 'context-forgotten'(player) {
      await key(player)
      await store(player, 'r-0001', 'a record')
      await read(player, 'r-0001', {})
    },
    async 'plaintext-beside-data'(player) {
      const KeyId = await key(player)
      player.putFile('dk.bin', player.random(32))
      await player.call('EnableKeyRotation', { KeyId })
    },
    async 'imported-instead'(player) {
      await player.call('CreateKey', { Origin: 'EXTERNAL' })
    },
  },
}
