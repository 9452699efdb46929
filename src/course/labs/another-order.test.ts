import { beforeAll, describe, expect, it } from 'vitest'
import { seededEntropy } from '../../world/entropy.ts'
import { door } from '../door.ts'
import type { OpenDoor } from '../door-of-play.ts'
import { firedMoves, playHeadless } from '../headless.ts'
import { labOfSeed } from '../lab-of-seed.ts'
import { plays } from '../plays/index.ts'
import { asNobody } from '../testing/as-nobody.ts'
import { handsWith } from '../testing/hands.ts'
import { inRandomOrder, inTheirOrder, tape, type NextAct, type TapedAct } from '../testing/tape.ts'
import { labs } from './index.ts'

const hands = handsWith(2)
const SEED = 1
const ORDER = 1

/** Nobody is asked, but the time of a call passes. */
const unasked: OpenDoor = async () => ({
  request: async (_, operation) => ({ ok: false, code: 'Unasked', message: operation }),
})

/** A condition's id, and the act at which it was ticked. */
type Ticks = ReadonlyMap<string, { readonly by: TapedAct | undefined; readonly done: readonly TapedAct[] }>

it('knows labs in which a prediction has to come first', () => {
  const steps = labs.flatMap((lab) => labOfSeed(lab, SEED).steps)
  expect(steps.flatMap(({ conditions }) => conditions).filter(({ foretold }) => foretold)).not.toHaveLength(0)
})

describe.each([door, ...labs])('$code $title', (lab) => {
  const variant = labOfSeed(lab, SEED)
  const conditions = variant.steps.flatMap((step) => step.conditions)
  let acts: readonly TapedAct[]
  let inOrder: Ticks

  /** Does the acts in a world of their own, and holds every verdict on the way to what may be said. */
  async function ticks(next: NextAct, from: readonly TapedAct[], openDoor?: OpenDoor): Promise<Ticks> {
    const player = await playHeadless(variant, SEED, hands, openDoor)
    const met = new Map<string, { by: TapedAct | undefined; done: readonly TapedAct[] }>()
    const done: TapedAct[] = []
    const look = (by?: TapedAct) => {
      for (const { id, holds } of conditions) {
        const verdict = holds(player.view)
        if (!verdict.met) {
          expect(verdict, id).toMatchObject({
            now: expect.stringMatching(/^[^]+\.$/),
            lookAt: expect.stringMatching(/^[^]+\.$/),
          })
          continue
        }
        if (verdict.event !== 0)
          expect(
            player.view.scene().some(({ number }) => number === verdict.event),
            id,
          ).toBe(true)
        if (!met.has(id)) met.set(id, { by, done: [...done] })
      }
      firedMoves(variant, player.view)
    }
    look()
    for await (const act of next(from, player)) {
      done.push(act)
      look(act)
    }
    return met
  }

  beforeAll(async () => {
    const recording = tape(await playHeadless(variant, SEED, hands))
    await plays.find(({ labId }) => labId === lab.id)?.solution(recording.player)
    acts = recording.acts
    inOrder = await ticks(inTheirOrder, acts)
    expect([...inOrder.keys()].sort()).toEqual(conditions.map(({ id }) => id).sort())
  })

  /** The request that a tick needs; an answer or a while of time may come in other ways. */
  const requestFor = (id: string) => {
    const by = inOrder.get(id)?.by
    return by?.is === 'request' ? by : undefined
  }

  it('ticks nothing for requests that were all refused', async () => {
    const refused = await ticks(inTheirOrder, acts, asNobody)
    const never = await ticks(inTheirOrder, acts, unasked)
    expect([...refused.keys()].sort()).toEqual([...never.keys()].sort())
  })

  it('ticks no task whose act was left out, whatever else was done', async () => {
    const needed = new Set(conditions.flatMap(({ id }) => requestFor(id) ?? []))
    for (const left of needed) {
      if (acts.some((other) => other !== left && other.says === left.says)) continue
      const met = await ticks(
        inTheirOrder,
        acts.filter((act) => act !== left),
      )
      const because = conditions.filter(({ id }) => requestFor(id) === left && met.has(id))
      expect(
        because.map(({ id }) => id),
        `without ${left.says}`,
      ).toEqual([])
    }
  })

  it('ticks a task at its act and not before, when all is done in a random order', async () => {
    const entropy = seededEntropy(new Uint8Array(32).fill(ORDER))
    const met = await ticks(inRandomOrder(entropy), acts)
    for (const [id, { done, by }] of met) {
      const act = requestFor(id)
      if (act === undefined) continue
      const so = [...done, ...(by ? [by] : [])].some(({ says }) => says === act.says)
      expect(so, `${id} without ${act.says}, at ${by?.says}`).toBe(true)
    }
  })

  it('takes no answer that came after the fact for a prediction', async () => {
    const answers = acts.filter(({ is }) => is === 'answer')
    const late = await ticks(inTheirOrder, [...acts.filter(({ is }) => is !== 'answer'), ...answers])
    const claimed = conditions.filter(({ id, foretold }) => foretold && late.has(id))
    expect(claimed.map(({ id }) => id)).toEqual([])
  })
})
