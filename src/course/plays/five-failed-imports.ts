import { decodeBase64 } from '../../bytes/base64.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { decodeHex } from '../../bytes/hex.ts'
import { decodeUtf8 } from '../../bytes/utf8.ts'
import { correctOption } from '../evidence.ts'
import { patients } from '../labs/clinic-patients.ts'
import { fiveFailedImports } from '../labs/five-failed-imports.ts'
import { bring, importInto, importMistakePlays, send } from './import-moves.ts'
import type { LabPlay, Player } from './player.ts'

const file = (player: Player, name: string) => player.view.file(name) as Bytes
const caseFile = (player: Player, key: string) => decodeUtf8(file(player, `${key.toLowerCase()}-case.txt`))

/** The two files that the case file names at its end. */
function filesOfCase(player: Player, key: string): readonly [blob: string, token: string] {
  const [, blob = '', token = ''] = /with (\S+) and (\S+)\./.exec(caseFile(player, key)) ?? []
  return [blob, token]
}

async function runCase(player: Player, key: string): Promise<void> {
  const [blob, token] = filesOfCase(player, key)
  await send(player, key, file(player, token), file(player, blob))
}

const underCasesKey = async (
  player: Player,
  key: string,
  publicKey: string,
  material: Bytes,
  token: string,
) =>
  send(player, key, file(player, token), bring(player, await player.wrap(file(player, publicKey), material)))

/** The copy whose fingerprint is on the custody card. */
async function p5Original(player: Player): Promise<Bytes> {
  for (const n of [1, 2]) {
    const bytes = file(player, `p5-safe-${n}.key`)
    if (caseFile(player, 'P5').includes(await player.fingerprint(bytes))) return bytes
  }
  throw new Error('no copy has the fingerprint of the card')
}

const cures: Readonly<Record<(typeof patients)[number]['key'], (player: Player) => Promise<unknown>>> = {
  P1(player) {
    const text = decodeUtf8(file(player, 'p1-material.txt')).trim()
    const material = text.length === 64 ? decodeHex(text) : decodeBase64(text)
    return underCasesKey(player, 'P1', 'p1-public-key.bin', material, 'p1-token.bin')
  },
  P2: (player) =>
    underCasesKey(player, 'P2', 'p2-public-key.bin', file(player, 'p2-material.bin'), 'p2-token.bin'),
  P3(player) {
    const [blob, wrong] = filesOfCase(player, 'P3')
    const right = wrong === 'p3-token-1.bin' ? 'p3-token-2.bin' : 'p3-token-1.bin'
    return send(player, 'P3', file(player, right), file(player, blob))
  },
  P3b: (player) =>
    underCasesKey(player, 'P3b', 'p3b-public-key-2.bin', file(player, 'p3b-material.bin'), 'p3b-token-2.bin'),
  P4: (player) => importInto(player, 'P4', file(player, 'p4-material.bin')),
  P5: async (player) =>
    underCasesKey(player, 'P5', 'p5-public-key.bin', await p5Original(player), 'p5-token.bin'),
}

async function solve(player: Player): Promise<void> {
  for (const { key, named, cause } of patients) {
    player.answer(named.id, correctOption(named))
    await runCase(player, key)
    player.answer(cause.id, correctOption(cause))
    await cures[key](player)
  }
  for (const question of fiveFailedImports.steps.flatMap(({ questions = [] }) => questions))
    player.answer(question.id, correctOption(question))
}

const afterItsCase = (key: 'P1' | 'P5', original: (player: Player) => Promise<Bytes | undefined>) =>
  importMistakePlays(key, async (player) => {
    await runCase(player, key)
    return original(player)
  })

const onP1 = afterItsCase('P1', async () => undefined)
const onP5 = afterItsCase('P5', p5Original)

export const fiveFailedImportsPlay: LabPlay = {
  labId: fiveFailedImports.id,
  solution: solve,
  wrongMoves: {
    ...onP1.once,
    ...onP5.always,
    ...onP5.again,
    /** The case a second time: nothing about it has changed. */
    async 'old-blob-new-token'(player) {
      for (const _time of [1, 2]) await runCase(player, 'P3b')
    },
    async 'new-patient'(player) {
      await player.call('CreateKey', { Origin: 'EXTERNAL' })
    },
  },
}
