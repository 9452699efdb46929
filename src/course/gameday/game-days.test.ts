import { describe, expect, it } from 'vitest'
import { labOfSeed } from '../lab-of-seed.ts'
import { nightShift } from '../labs/night-shift.ts'
import { labChannel } from '../mastery/lab-channel.ts'
import { practisedIn } from '../mastery/practised.ts'
import { gameDays } from './game-days.ts'
import { compiled } from './incident-lab.ts'
import { labSeedOf, levelOfGameDay } from './lab-seed.ts'
import { planOf, rootFault } from './plan.ts'

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)

describe('a game day as a lab', () => {
  it('is the plan of its level and seed', () => {
    expect([...gameDays, nightShift].map(({ incident }) => incident)).toEqual([1, 2, 3, 2])
    expect([...gameDays, nightShift].map(({ id }) => levelOfGameDay(id))).toEqual([1, 2, 3, undefined])
    for (const { secondsPerCall, secondsPerForm } of [...gameDays, nightShift])
      expect([secondsPerCall, secondsPerForm]).toEqual([60, 120])
    for (const lab of [...gameDays, nightShift])
      expect(labOfSeed(lab, 9).story).toEqual(compiled(planOf(9, lab.incident ?? 1)).story)
  })

  it('counts only what a night was about, on the page and in the progress', () => {
    const [game] = gameDays
    if (!game) throw new Error('there is no game day')
    for (const seed of SEEDS) {
      const labSeed = labSeedOf(seed, 0)
      const { shows } = rootFault(planOf(labSeed, 1))
      const asked = shows.includes('AVL-2')
      const pass = { labId: game.id, seed: labSeed, at: 0, hints: {}, event: 1 }
      const practised = practisedIn(game, pass)
      expect(practised).toEqual(
        ['AVL-1', 'AVL-2', 'AVL-7'].filter((id) => id === 'AVL-7' || shows.some((one) => one === id)),
      )
      expect(labOfSeed(game, labSeed).competencies).toEqual(practised)
      const record = { answers: [], passes: [pass], slips: [], predictions: [] }
      const { skills } = labChannel(record, { items: [], labs: [game] }, 'availability-risks', new Map(), 0)
      expect(skills.find(({ competency }) => competency === 'AVL-2')?.value).toBe(asked ? 1 : 0)
    }
  })

  it('of the night shift counts manual rotation on a night about an alias or an old key alone', () => {
    const rotations = SEEDS.map((seed) => {
      const labSeed = labSeedOf(seed, 0)
      const ids = planOf(labSeed, 2).faults.map(({ fault }) => fault)
      const practised = practisedIn(nightShift, { seed: labSeed })
      expect(practised.includes('ROT-4')).toBe(ids.some((id) => id === 'G-05' || id === 'G-06'))
      expect(practised).toContain('AVL-7')
      return practised.includes('ROT-4')
    })
    expect(new Set(rotations)).toEqual(new Set([true, false]))
  })
})
