import { describe, expect, it } from 'vitest'
import { correctOption } from '../course/evidence.ts'
import { labs } from '../course/labs/index.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import { plays } from '../course/plays/index.ts'
import { regions } from '../lab/acting.ts'
import { standing } from '../lab/checks.ts'
import { stateHash } from '../lab/digest.ts'
import { ANSWERS, passedLabs } from '../lab/rows.ts'
import { days } from '../world/clock.ts'
import { labHands } from './lab-hands.ts'
import { sessionPlayer, type SessionPlayer } from './testing/session-player.ts'

const hands = labHands()
const SEED = 5

const playOf = (labId: string) => {
  const play = plays.find((candidate) => candidate.labId === labId)
  if (!play) throw new Error(`no play for ${labId}`)
  return play
}

describe.each(labs)('$code $title, in the session of a learner', (lab) => {
  const variant = labOfSeed(lab, SEED)

  /** The place in the lab, its ticks with their records, and what was put in. */
  const seen = ({ lab: { tables, store, trail } }: SessionPlayer) => {
    const { now, acting, current, coach, canUndo, canRedo } = store.getState()
    return {
      world: stateHash(tables.dump()),
      ticks: standing(variant, tables, now),
      answers: Array.from(tables.rows(ANSWERS)),
      records: trail().length,
      now,
      acting,
      current,
      coach,
      canUndo,
      canRedo,
    }
  }

  it('is left and opened again at every tick, with the same place and the same inputs, and is passed', async () => {
    let ticks = 0
    let refreshed = 0
    const player = await sessionPlayer(lab, SEED, hands, async (session) => {
      const met = Object.keys(session.progress().met).length
      if (met === ticks) return
      ticks = met
      const before = seen(session)
      await session.refresh()
      refreshed += 1
      expect(seen(session)).toEqual(before)
    })
    await playOf(lab.id).solution(player)
    await player.settle()
    const before = seen(player)
    await player.refresh()
    expect(seen(player)).toEqual(before)
    expect(before.ticks.filter(({ met }) => !met)).toEqual([])
    expect(player.progress()).toMatchObject({ passed: true, passes: 1 })
    expect(refreshed).toBeGreaterThan(0)
  })

  it('answers each wrong move with its sentence alone, beside its record, and still after a refresh', async () => {
    for (const { id, says, misconception } of lab.wrongMoves) {
      const player = await sessionPlayer(lab, SEED, hands)
      await playOf(lab.id).wrongMoves[id]?.(player)
      await player.settle()
      const told = player.lab.store.getState().coach
      expect(told, id).toMatchObject({
        moveId: id,
        says: labOfSeed(lab, SEED).wrongMoves.find((move) => move.id === id)?.says ?? says,
        ...(misconception === undefined ? {} : { misconception }),
      })
      const records = player.lab.trail().length
      expect(told?.eventNumber, id).toBeLessThanOrEqual(records)
      await player.refresh()
      expect(player.lab.store.getState().coach, id).toEqual(told)
    }
  })

  it('stays truthful when every key is deleted and ten years pass, and can be started over with what was earned', async () => {
    const player = await sessionPlayer(lab, SEED, hands)
    const { now } = player.lab.store.getState()
    await ruin(player)
    expect(player.lab.store.getState().now).toBeGreaterThan(now + days(3_600))
    expect(player.lab.store.getState().phase).toBe('ready')
    for (const tick of standing(variant, player.lab.tables, player.lab.store.getState().now))
      expect(tick).toMatchObject(tick.met ? {} : sentences)
    await player.refresh()
    await player.lab.startLab(lab, SEED)
    expect(player.progress()).toMatchObject({ met: {}, passed: false })

    await playOf(lab.id).solution(player)
    await player.settle()
    const earned = seen(player).ticks
    expect(earned.filter(({ met }) => !met)).toEqual([])
    await ruin(player)
    await player.refresh()
    expect(seen(player).ticks).toEqual(earned)
    await player.lab.startLab(lab, SEED)
    expect(player.progress()).toMatchObject({ met: {}, passed: false, passes: 1 })
    expect(passedLabs(player.lab.tables)).toMatchObject([{ labId: lab.id, seed: SEED }])
  })

  it('is passed by its solution also when every question was answered before, the last one first', async () => {
    const player = await sessionPlayer(lab, SEED, hands)
    for (const step of variant.steps.toReversed())
      for (const each of [...(step.questions ?? []), ...(step.predictions ?? [])].toReversed())
        await player.lab.answer(each.id, correctOption(each), 'high')
    for (const tick of standing(variant, player.lab.tables, player.lab.store.getState().now))
      expect(tick).toMatchObject(tick.met ? {} : sentences)
    await playOf(lab.id).solution(player)
    await player.settle()
    expect(seen(player).ticks.filter(({ met }) => !met)).toEqual([])
    expect(player.progress()).toMatchObject({ passed: true, passes: 1 })
  })
})

/** What is true now, what must be, and where to look */
const sentences = {
  says: expect.stringMatching(/\S/),
  now: expect.stringMatching(/\.$/),
  lookAt: expect.stringMatching(/\.$/),
}

/** Every key of the learner's is deleted, with the shortest wait, and ten years pass. */
async function ruin(player: SessionPlayer): Promise<void> {
  for (const region of regions(player.lab.tables))
    for (const { arn } of player.view.keys(region))
      await player.call('ScheduleKeyDeletion', { KeyId: arn, PendingWindowInDays: 7 }, region, 'root')
  await player.moveClock(player.view.now + days(3_652))
  expect(regions(player.lab.tables).flatMap((region) => player.view.keys(region))).toEqual([])
}
