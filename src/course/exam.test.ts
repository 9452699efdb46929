import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '../world/clock.ts'
import { assembleExam, beginExam, EXAM_SHARES, handIn, secondsLeft } from './exam.ts'
import type { Item } from './item-definition.ts'
import { items as bank } from './items/index.ts'
import type { Metric } from './lab-definition.ts'
import { competencies } from './words/competencies.ts'

const METRICS = Object.keys(EXAM_SHARES) as Metric[]
const TYPES = ['single', 'multi', 'order', 'match', 'hotspot', 'predict', 'log', 'arch'] as const

/** Thirty questions of each metric, of every form in turn, over its competencies. */
const full: readonly Item[] = METRICS.flatMap((metric) => {
  const skills = Object.entries(competencies).filter(([, each]) => each.metric === metric)
  return Array.from({ length: 30 }, (_, i) => {
    const model = bank.find(({ type }) => type === TYPES[(i * 3 + Math.floor(i / 8)) % TYPES.length]) as Item
    return { ...model, id: `${metric}/${i}`, metric, competency: skills[i % skills.length]?.[0] } as Item
  })
})
const byId = new Map(full.map((item) => [item.id, item]))
const seeds = Array.from({ length: 300 }, (_, i) => i * 7_919)
const block = (seed: number, seen: readonly string[] = []) => assembleExam(full, seed, new Set(seen))
const itemsOf = (entries: ReturnType<typeof block>) => entries.map(({ itemId }) => byId.get(itemId) as Item)

describe('a block', () => {
  it('has 25 questions, 6, 6, 7 and 6 of the metrics, each once', () => {
    for (const seed of seeds) {
      const items = itemsOf(block(seed))
      expect(new Set(items).size).toBe(25)
      for (const metric of METRICS)
        expect(items.filter((item) => item.metric === metric)).toHaveLength(EXAM_SHARES[metric])
    }
  })

  it('has the forms of a real exam and at most four predictions and logs, never a picture', () => {
    for (const seed of seeds) {
      const types = itemsOf(block(seed)).map(({ type }) => type)
      expect(types).not.toContain('hotspot')
      expect(types.filter((type) => type === 'predict' || type === 'log').length).toBeLessThanOrEqual(4)
    }
  })

  it('has four pilots, one of each metric, at places that tell nothing', () => {
    const places = new Set<number>()
    for (const seed of seeds) {
      const entries = block(seed)
      const pilots = entries.filter(({ pilot }) => pilot)
      expect(pilots.map(({ itemId }) => byId.get(itemId)?.metric).sort()).toEqual([...METRICS].sort())
      for (const pilot of pilots) places.add(entries.indexOf(pilot))
    }
    expect(places.size).toBe(25)
  })

  it('spreads over the competencies of a metric before it takes one twice', () => {
    for (const seed of seeds)
      for (const metric of METRICS) {
        const skills = itemsOf(block(seed))
          .filter((item) => item.metric === metric)
          .map(({ competency }) => competency)
        const most = Math.max(...skills.map((id) => skills.filter((each) => each === id).length))
        expect(most).toBe(1)
      }
  })

  it('is the same for the same seed and another for another', () => {
    expect(block(5)).toEqual(block(5))
    expect(new Set(seeds.map((seed) => JSON.stringify(block(seed)))).size).toBe(seeds.length)
  })

  it('takes what was not asked before: three blocks have 75 questions', () => {
    const seen: string[] = []
    for (const seed of [1, 2, 3]) seen.push(...block(seed, seen).map(({ itemId }) => itemId))
    expect(new Set(seen).size).toBe(75)
  })

  it('is made from the bank there is, the same questions again only where no other is left', () => {
    const first = new Set(assembleExam(bank, 1, new Set()).map(({ itemId }) => itemId))
    const second = assembleExam(bank, 2, first)
    expect(second).toHaveLength(25)
    const unseen = (metric: Metric) =>
      bank.filter((item) => item.metric === metric && item.type !== 'hotspot' && !first.has(item.id))
    for (const { itemId } of second.filter((each) => first.has(each.itemId))) {
      const { metric } = bank.find(({ id }) => id === itemId) as Item
      const left = unseen(metric).filter(({ id }) => !second.some((each) => each.itemId === id))
      expect(left.filter(({ type }) => type !== 'predict' && type !== 'log')).toEqual([])
    }
  })

  it('is refused where the bank is too small for it', () => {
    expect(() => assembleExam(full.slice(0, 40), 1, new Set())).toThrow(RangeError)
  })
})

describe('the time of a block', () => {
  const start = Date.UTC(2026, 10, 28, 9)
  const begun = (time: Parameters<typeof beginExam>[3]) => beginExam('a', 1, block(1), time, start)

  it.each([
    [1, 3_900],
    [1.25, 4_875],
    [1.5, 5_850],
    [2, 7_800],
  ] as const)('is 65 minutes times %d', (factor, left) => {
    expect(secondsLeft(begun(factor), start)).toBe(left)
    expect(secondsLeft(begun(factor), start + seconds(left) - 1)).toBe(1)
    expect(secondsLeft(begun(factor), start + seconds(left))).toBe(0)
  })

  it('has no end without a limit', () => {
    expect(secondsLeft(begun('untimed'), start + minutes(10_000))).toBeUndefined()
    expect(handIn(begun('untimed'), start + minutes(500)).finishedAt).toBe(start + minutes(500))
  })

  it('ends when it ran out, however late that is noticed, and is handed in once', () => {
    const late = handIn(begun(1), start + minutes(300))
    expect(late.finishedAt).toBe(start + minutes(65))
    expect(handIn(late, start + minutes(400))).toBe(late)
    expect(handIn(begun(1), start + minutes(20)).finishedAt).toBe(start + minutes(20))
  })
})
