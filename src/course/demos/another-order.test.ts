import { describe, expect, it } from 'vitest'
import { seededEntropy } from '../../world/entropy.ts'
import { engineDoor, type OpenDoor } from '../door-of-play.ts'
import { playHeadless } from '../headless.ts'
import type { Player } from '../plays/player.ts'
import { asNobody } from '../testing/as-nobody.ts'
import { handsWith } from '../testing/hands.ts'
import { OTHER } from './deliver.ts'
import { DELIVERED, type Act, type Demo, type Puzzle, type Shown } from './demo-definition.ts'
import { demos } from './index.ts'
import { theCourierPuzzle } from './the-courier-puzzle.ts'

const hands = handsWith(2)
const puzzle = theCourierPuzzle.puzzle as Puzzle
const ORDER = ['create', 'ask', 'decode', 'bytes', 'fingerprint', 'wrap', 'send']
const RIGHT = { form: 'raw', lock: 'kms', load: 'both' }

type Lines = readonly Shown[]
const codes = (lines: Lines) => lines.map(({ refused }) => refused?.code)
const opened = (lines: Lines) => lines.at(-1)?.refused === undefined
const stateOf = (lines: Lines) => lines.at(-1)?.refused?.message

/** What each text of an act states, asked of its answer and of the world in which it was given. */
const STATED: Readonly<Record<string, (lines: Lines, player: Player) => boolean>> = {
  root: ([line]) => line?.refused?.code === 'UnknownOperationException',
  public: ([line], { view }) => line?.refused !== undefined && view.key('K')?.keySpec === 'SYMMETRIC_DEFAULT',
  support: ([line]) => line?.output?.some((name) => /material/i.test(name)) === false,
  download: ([description, first, second]) =>
    description?.output?.length === 3 && String(first?.output) !== String(second?.output),
  snapshot: (lines) => lines.every(({ note, claim }) => note && claim !== undefined),

  eve: (lines, { view }) =>
    codes(lines).every((code) => code !== undefined) && view.state(OTHER) === 'PendingImport',
  mallory: (lines, { view }) =>
    lines.at(-1)?.refused !== undefined &&
    view.keys().filter(({ arn }) => arn !== view.arnOf(OTHER)).length === 2 &&
    view.state(OTHER) === 'PendingImport',

  'day-90': (lines, { view }) => codes(lines).every((code) => code === undefined) && rotations(view) === 1,
  'day-365': ([left, right], { view }) =>
    left?.refused === undefined && right?.refused !== undefined && view.state('I') === 'PendingImport',
  'day-366': ([left, right], { view }) =>
    left?.refused === undefined && right?.refused !== undefined && view.state('I') === 'PendingImport',
  switch: ([line]) => line?.refused?.code === 'UnsupportedOperationException',
  bring: (lines) => codes(lines).every((code) => code === undefined),

  disable: (lines, { view }) =>
    codes(lines).at(-1) === 'DisabledException' &&
    view.state('Ka') === 'Disabled' &&
    (view.key('Ka')?.materials.length ?? 0) > 0,
  delete: (lines, { view }) =>
    /pending import/i.test(stateOf(lines) ?? '') && view.state('Kb') === 'PendingImport',
  expire: (lines, { view }) =>
    /pending import/i.test(stateOf(lines) ?? '') &&
    view.state('Kc') === 'PendingImport' &&
    view.events.some(
      ({ eventName, eventType, resources }) =>
        eventName === 'DeleteExpiredKeyMaterial' &&
        eventType === 'AwsServiceEvent' &&
        resources?.some(({ ARN }) => ARN === view.arnOf('Kc')),
    ),
  schedule: (lines, { view }) => !opened(lines) && view.state('Kd') === 'PendingDeletion',
  'undo-disable': (lines, { view }) => opened(lines) && lines.length === 2 && view.state('Ka') === 'Enabled',
  'undo-delete': (lines, { view }) => opened(lines) && view.state('Kb') === 'Enabled',
  'undo-expire': (lines, { view }) => opened(lines) && view.state('Kc') === 'Enabled',
  'undo-schedule': (lines, { view }) => opened(lines) && lines.length === 3 && view.state('Kd') === 'Enabled',
}

const rotations = (view: Player['view']) => (view.key('G')?.materials.length ?? 0) - 1

type Pick = (ready: readonly Act[]) => Act
const lastFirst: Pick = (ready) => ready.at(-1) as Act
/** An undo as soon as there is one: nothing waits until all were pressed. */
const byPairs: Pick = (ready) => (ready.find(({ needs }) => needs !== undefined) ?? ready.at(-1)) as Act
const byChance = (seed: number): Pick => {
  const entropy = seededEntropy(new Uint8Array(32).fill(seed))
  return (ready) => ready[new DataView(entropy.bytes(4).buffer).getUint32(0) % ready.length] as Act
}
const WAYS: readonly (readonly [string, Pick])[] = [
  ['the last button first', lastFirst],
  ['each stop undone at once', byPairs],
  ['a random order', byChance(1)],
  ['another random order', byChance(2)],
]

async function opens(demo: Demo, seed: number, door?: OpenDoor) {
  const player = await playHeadless(demo, seed, hands, door)
  const done = new Map<string, Lines>()
  if (demo.puzzle) done.set(DELIVERED, (await demo.puzzle.deliver(ORDER, RIGHT, player)).shown)
  return { player, done }
}

describe.each(demos)('$code $title', (demo) => {
  it.each(WAYS)('says what came, and settles each bet as it came, in %s', async (_, pick) => {
    const { player, done } = await opens(demo, 1)
    const came = new Map<string, string>()
    const look = (at: string) => {
      for (const bet of demo.bets) {
        const option = bet.settled(done, player)
        if (option === undefined) {
          expect(came.has(bet.id), `${bet.id} is open again at ${at}`).toBe(false)
          continue
        }
        const right = bet.options.find(({ correct }) => correct)
        expect({ bet: bet.id, at, option }).toEqual({ bet: bet.id, at, option: right?.id })
        came.set(bet.id, option)
      }
    }
    look('the start')
    while (done.size < demo.acts.length + (demo.puzzle ? 1 : 0)) {
      const act = pick(
        demo.acts.filter(({ id, needs }) => !done.has(id) && (needs === undefined || done.has(needs))),
      )
      const lines = await act.run(player)
      done.set(act.id, lines)
      expect(STATED[act.id]?.(lines, player), `${act.id}: ${act.says}`).toBe(true)
      look(act.id)
    }
    expect(came.size).toBe(demo.bets.length)
  })

  it('speaks of what an act met, never of what is so now or of a button that may not have been pressed', () => {
    for (const { id, label, says } of demo.acts) {
      expect(/\b(burns?|is out|from now on|opens?|stays empty)\b/.exec(says), id).toBeNull()
      for (const [key] of says.matchAll(/\bK[a-d]\b/g)) expect(label, id).toContain(key)
    }
  })

  it('begins again as it began, whatever was done before', async () => {
    const first = await opens(demo, 1)
    for (const act of demo.acts) await act.run(first.player)
    const { player, done } = await opens(demo, 2)
    expect(demo.bets.flatMap((bet) => bet.settled(done, player) ?? [])).toEqual([])
    const act = demo.acts[0] as Act
    expect(STATED[act.id]?.(await act.run(player), player)).toBe(true)
  })
})

/** Some operations are answered otherwise than the engine does. */
const answering =
  (other: Readonly<Record<string, object>>): OpenDoor =>
  async (cloud) => {
    const open = await engineDoor(cloud)
    return {
      request: async (service, operation, input, caller) =>
        operation in other
          ? { ok: true, output: { ...other[operation] } }
          : open.request(service, operation, input, caller),
    }
  }

describe('a bet', () => {
  it('would come true otherwise, had the engine answered otherwise', async () => {
    const [d1, , d3] = demos as [Demo, Demo, Demo]
    const gives = await opens(d1, 1, answering({ ExportKeyMaterial: { KeyMaterial: 'bytes' } }))
    for (const act of d1.acts) gives.done.set(act.id, await act.run(gives.player))
    expect(d1.bets[0]?.settled(gives.done, gives.player)).toBe('root')

    const dark = await opens(d3, 1, asNobody)
    const [day90] = d3.acts as [Act]
    dark.done.set(day90.id, await day90.run(dark.player))
    expect(d3.bets[0]?.settled(dark.done, dark.player)).toBe('both')
  })
})

describe('the cards of D2', () => {
  const delivered = async (order: readonly string[], chosen: Readonly<Record<string, string>>, seed = 1) => {
    const player = await playHeadless(theCourierPuzzle, seed, hands)
    return { player, ...(await puzzle.deliver(order, chosen, player)) }
  }

  it('have arrived only when the key has its material, with every choice', async () => {
    for (const form of ['raw', 'text'])
      for (const lock of ['kms', 'other'])
        for (const load of ['both', 'box', 'plain']) {
          const { player, arrived, stopped } = await delivered(ORDER, { form, lock, load })
          const key = theCourierPuzzle.keys[0]?.find(player)
          const says = JSON.stringify({ form, lock, load })
          expect(key?.arn, says).not.toBe(player.arn(OTHER))
          expect((key?.materials.length ?? 0) > 0, says).toBe(arrived)
          expect(arrived, says).toBe(form === 'raw' && lock === 'kms' && load === 'both')
          if (load === 'plain') expect(stopped?.says, says).toMatch(/^No box came/)
          else if (load === 'box') expect(stopped?.says, says).toMatch(/^The token stayed behind/)
          else if (lock === 'other') expect(stopped?.says, says).toMatch(/^The box did not open/)
          else if (form === 'text') expect(stopped?.says, says).toMatch(/letters were inside/)
        }
  })

  it('have not arrived when the last one was never carried out', async () => {
    expect((await delivered(ORDER.slice(0, -1), RIGHT)).arrived).toBe(false)
  })

  it('stop at the place where one lacked something', async () => {
    for (const [at, card] of ORDER.entries()) {
      const order = [card, ...ORDER.filter((each) => each !== card)]
      const { stopped, arrived } = await delivered(order, RIGHT)
      expect(arrived || stopped?.place === 1, `${card} first, not at ${at + 1}`).toBe(true)
    }
  })

  it.each([1, 2, 3, 4])('show the key of the sponsor, not that of a forger (world %i)', async (seed) => {
    const { player } = await delivered(ORDER, RIGHT, seed)
    const find = theCourierPuzzle.keys[0]?.find
    const arn = find?.(player)?.arn
    for (const act of theCourierPuzzle.acts) await act.run(player)
    expect(find?.(player)?.arn).toBe(arn)
    expect(find?.(player)?.materials).toHaveLength(1)
    expect(player.arn(OTHER)).not.toBe(arn)
  })
})
