import { describe, expect, it } from 'vitest'
import { encodeHex } from '../bytes/hex.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { labs } from '../course/labs/index.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import type { Answer, Player } from '../course/plays/player.ts'
import { plays } from '../course/plays/index.ts'
import { inRandomOrder, tape } from '../course/testing/tape.ts'
import { regions } from '../lab/acting.ts'
import { standing } from '../lab/checks.ts'
import { lostKeys, speaksOf } from '../lab/lost-keys.ts'
import { passedLabs, type ProgressRow } from '../lab/rows.ts'
import { days, hours } from '../world/clock.ts'
import { seededEntropy } from '../world/entropy.ts'
import { labHands } from './lab-hands.ts'
import { sessionPlayer, type SessionPlayer } from './testing/session-player.ts'

const hands = labHands(2)
const SEED = 5

const solution = (labId: string, player: Player) =>
  plays.find((play) => play.labId === labId)?.solution(player) ??
  Promise.reject(new Error(`no play for ${labId}`))

const AGAIN = /start the lab again/i
/** Those whose solution brings bytes into a key, with this seed. */
const IMPORTS = new Set([
  'L2.1',
  'L2.2',
  'L2.3',
  'C2',
  'L3.1',
  'L3.2',
  'L3.3',
  'L3.4',
  'X3.5',
  'L4.1',
  'L4.2',
  'L4.3',
])
/** What the tokens that a lab brings along were asked for with. */
const ALIKE = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }

describe.each(labs)('$code $title, for a learner who goes another way', (lab) => {
  const variant = labOfSeed(lab, SEED)
  const ticks = ({ lab: { tables, store } }: SessionPlayer) => standing(variant, tables, store.getState().now)

  /** What is ticked stays so, with its record; of the rest it is said what is true and what to do. */
  function truthful(player: SessionPlayer, before: ProgressRow['met']): void {
    const { met } = player.progress()
    expect(met).toMatchObject(before)
    const lost = lostKeys(player.progress(), player.lab.tables)
    for (const tick of ticks(player)) {
      if (tick.met) continue
      expect(tick).toMatchObject({ now: expect.stringMatching(/\.$/), lookAt: expect.stringMatching(/\.$/) })
      const { says, now, lookAt } = { now: '', lookAt: '', ...tick }
      if (lost.some((key) => speaksOf([says, now, lookAt], key))) expect(lookAt, says).toMatch(AGAIN)
    }
  }

  it('does its acts in another order, loses every key and ten years on the way, and is started over with what was earned', async () => {
    const player = await sessionPlayer(lab, SEED, hands)
    const recording = tape(player)
    await solution(lab.id, recording.player)
    await player.settle()
    expect(player.progress()).toMatchObject({ passed: true, passes: 1 })

    await player.lab.startLab(lab, SEED)
    expect(player.progress()).toMatchObject({ passed: false, passes: 1, met: {} })
    const entropy = seededEntropy(new Uint8Array(32).fill(SEED))
    const ruinAt = (entropy.bytes(1)[0] as number) % recording.acts.length
    let done = 0
    for await (const _act of inRandomOrder(entropy)(recording.acts, player)) {
      const { met } = player.progress()
      await player.settle()
      if (done++ === ruinAt) await ruin(player)
      truthful(player, met)
    }
    if (done <= ruinAt) await ruin(player)
    truthful(player, player.progress().met)
    expect(player.lab.store.getState().phase).toBe('ready')

    await player.refresh()
    await player.lab.startLab(lab, SEED)
    await solution(lab.id, player)
    await player.settle()
    expect(ticks(player).filter(({ met }) => !met)).toEqual([])
    const passes = player.progress().passes
    expect(passedLabs(player.lab.tables)).toHaveLength(passes)
    expect(passes).toBeGreaterThanOrEqual(2)
  })

  it('answers an import whose token ran out with the exception of AWS and a word about it, and goes on with new parameters', async () => {
    const player = await sessionPlayer(lab, SEED, hands)
    const late = lateImports(player, async (answer) => {
      expect(answer).toEqual({ ok: false, code: 'ExpiredImportTokenException', message: '' })
      expect(player.lab.store.getState().coach).toMatchObject({
        moveId: expect.stringMatching(/^(after-the-weekend|token-too-old)$/),
        says: expect.stringMatching(/^ExpiredImportTokenException\. .*[Aa]sk for (a )?new/),
        eventNumber: player.lab.trail().length,
      })
      for (const tick of ticks(player))
        if (!tick.met) expect(tick).toMatchObject({ lookAt: expect.stringMatching(/\.$/) })
    })
    await solution(lab.id, late.player)
    await player.settle()
    expect(late.times() > 0).toBe(IMPORTS.has(lab.code))
    // Over for good are a drill whose time is up and a case whose own token is the clue: both say so.
    for (const tick of ticks(player)) if (!tick.met) expect(JSON.stringify(tick)).toMatch(AGAIN)
  })
})

/** A day passes before each import that uses parameters of this player's; then everything about it is done anew. */
function lateImports(player: SessionPlayer, told: (answer: Answer) => Promise<void>) {
  const asked = new Map<string, Readonly<Record<string, unknown>>>()
  const wrapped = new Map<
    string,
    { readonly material: Bytes; readonly hash: 'SHA-1' | 'SHA-256' | undefined }
  >()
  let times = 0
  const late: Player = {
    ...player,
    async wrap(publicKey, material, hash) {
      const blob = await player.wrap(publicKey, material, hash)
      wrapped.set(encodeHex(blob), { material, hash })
      return blob
    },
    async call(operation, input, region, as) {
      if (operation !== 'ImportKeyMaterial') {
        const answer = await player.call(operation, input, region, as)
        if (operation === 'GetParametersForImport' && answer.ok)
          asked.set(encodeHex(answer.output.ImportToken as Bytes), input)
        return answer
      }
      const parameters = asked.get(encodeHex(input.ImportToken as Bytes))
      const inside = wrapped.get(encodeHex(input.EncryptedKeyMaterial as Bytes))
      if (parameters && inside) await player.moveClock(player.view.now + hours(24))
      const answer = await player.call(operation, input, region, as)
      if (answer.ok || answer.code !== 'ExpiredImportTokenException' || !inside) return answer
      times += 1
      await told(answer)
      const fresh = await player.call(
        'GetParametersForImport',
        parameters ?? { KeyId: input.KeyId, ...ALIKE },
        region,
        as,
      )
      if (!fresh.ok) throw new Error(fresh.code)
      const blob = await player.wrap(fresh.output.PublicKey as Bytes, inside.material, inside.hash)
      if (player.judges) player.receive('wrapped.bin', blob)
      else player.putFile('wrapped.bin', blob)
      return player.call(
        operation,
        { ...input, ImportToken: fresh.output.ImportToken, EncryptedKeyMaterial: blob },
        region,
        as,
      )
    },
  }
  return { player: late, times: () => times }
}

/** Every key of the learner's is deleted, with the shortest wait, and ten years pass. */
async function ruin(player: SessionPlayer): Promise<void> {
  for (const region of regions(player.lab.tables))
    for (const { arn } of player.view.keys(region))
      await player.call('ScheduleKeyDeletion', { KeyId: arn, PendingWindowInDays: 7 }, region, 'root')
  await player.moveClock(player.view.now + days(3_652))
}
