import { describe, expect, it } from 'vitest'
import { door } from '../door.ts'
import { firedMoves, openConditions, playHeadless } from '../headless.ts'
import { plays } from '../plays/index.ts'
import { rehearseSolution, rehearseWrongMove } from '../rehearse.ts'
import { hands } from '../testing/hands.ts'
import { labs } from './index.ts'

const SEEDS = [1, 2, 3]

const playOf = (labId: string) => {
  const play = plays.find((candidate) => candidate.labId === labId)
  if (!play) throw new Error(`no play for ${labId}`)
  return play
}

describe.each([door, ...labs])('$code $title', (lab) => {
  const play = playOf(lab.id)

  it.each(SEEDS)('is passed by its own solution, which makes no wrong move (seed %i)', async (seed) => {
    expect(await rehearseSolution(lab, play, seed, hands)).toEqual({ open: [], fired: [] })
  })

  it('holds nothing for a learner who does nothing, and says what is open and where to look', async () => {
    const player = await playHeadless(lab, 1, hands)
    const conditions = lab.steps.flatMap((step) => step.conditions)
    expect(openConditions(lab, player.view)).toHaveLength(conditions.length)
    for (const condition of conditions) {
      expect(condition.holds(player.view)).toMatchObject({
        met: false,
        now: expect.stringMatching(/\.$/),
        lookAt: expect.stringMatching(/\.$/),
      })
    }
    expect(firedMoves(lab, player.view)).toEqual([])
  })

  it('has a play for each wrong move and no other', () => {
    expect(Object.keys(play.wrongMoves).sort()).toEqual(lab.wrongMoves.map(({ id }) => id).sort())
  })

  it.each(lab.wrongMoves)('answers the wrong move $id with its sentence alone', async ({ id }) => {
    expect(await rehearseWrongMove(lab, play, id, 7, hands)).toEqual([id])
  })
})
