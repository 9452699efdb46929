import type { Bytes } from '../../bytes/bytes.ts'
import { minutes } from '../../world/clock.ts'
import { door } from '../door.ts'
import { importInto } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const KEY = 'K'
const read = (player: Player) =>
  player.call('Decrypt', { CiphertextBlob: player.view.file('visit-7.enc') as Bytes })
const at = (player: Player, minute: number) => player.moveClock(player.view.startedAt + minutes(minute))

/** One act for each step of the door, in order. */
export const doorActs: readonly ((player: Player) => Promise<unknown>)[] = [
  read,
  async (player) => player.answer('door-at-10-01', 'pending-import'),
  (player) => at(player, 61),
  read,
  async (player) => {
    await importInto(player, KEY, player.view.file('material.bin') as Bytes)
    await read(player)
  },
]

const afterTheRefusal = async (player: Player) => {
  for (const act of doorActs.slice(0, 4)) await act(player)
}

export const doorPlay: LabPlay = {
  labId: door.id,
  async solution(player) {
    for (const act of doorActs) await act(player)
  },
  wrongMoves: {
    async 'door-other-bytes'(player) {
      await afterTheRefusal(player)
      await importInto(player, KEY, player.random(32))
    },
    async 'door-new-material'(player) {
      await afterTheRefusal(player)
      await importInto(player, KEY, player.random(32), { ImportType: 'NEW_KEY_MATERIAL' })
    },
  },
}
