import { describe, expect, it } from 'vitest'
import { plays } from '../../plays/index.ts'
import { rehearseSolution } from '../../rehearse.ts'
import { hands } from '../../testing/hands.ts'
import { decisionRecord } from '../decision-record.ts'
import { briefOfSeed, briefs } from './index.ts'

const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1)
const seedOf = (id: string) => SEEDS.find((seed) => briefOfSeed(seed).brief.id === id)
const play = plays.find(({ labId }) => labId === decisionRecord.id)

describe.each(briefs)('the brief $id', (brief) => {
  const seed = seedOf(brief.id) ?? 0

  it('has six demands, one that decides and another that lures', () => {
    expect(seed).toBeGreaterThan(0)
    const { parts } = briefOfSeed(seed)
    expect(new Set(parts.demands.map(({ id }) => id)).size).toBe(6)
    expect(parts.decider).not.toBe(parts.decoy)
    for (const id of [parts.decider, parts.decoy])
      expect(parts.demands.some((demand) => demand.id === id)).toBe(true)
  })

  it('is passed by what its task asks for, on the engine', async () => {
    if (!play) throw new Error('no play')
    expect(await rehearseSolution(decisionRecord, play, seed, hands)).toEqual({ open: [], fired: [] })
  })
})
