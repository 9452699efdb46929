import { describe, expect, it } from 'vitest'
import { gameDays } from '../gameday/game-days.ts'
import { items } from '../items/index.ts'
import { labs } from '../labs/index.ts'
import { answer, later, NO_RECORD, pass, plainLab } from '../testing/record.ts'
import { IN_A_COLUMN, retrievalAfter } from './retrieval.ts'

const lab = plainLab('first-import', 'import-workflow', ['IMP-1', 'IMP-4', 'IMP-5'], {
  recalls: ['IQ03', 'IQ05', 'IQ12', 'IQ13', 'IQ14', 'IQ24'],
})
const earlier = plainLab('older', 'rotation-methods', ['ROT-3'], { recalls: ['RQ02', 'RQ05', 'IQ03'] })
const course = { items, labs: [lab, earlier] }
const passed = (seed: number) => ({ ...pass('first-import', { at: later(5) }), seed })
const draw = (record = NO_RECORD, seed = 7) => retrievalAfter(lab, passed(seed), record, course)

describe('the questions after a lab', () => {
  it('are three, of different items, the same for a seed and others for another', () => {
    expect(draw()).toHaveLength(3)
    expect(new Set(draw().map(({ item }) => item.id)).size).toBe(3)
    expect(draw()).toEqual(draw())
    const sets = new Set(
      Array.from({ length: 20 }, (_, seed) =>
        JSON.stringify(draw(NO_RECORD, seed).map(({ item }) => item.id)),
      ),
    )
    expect(sets.size).toBeGreaterThan(5)
  })

  it('are two of the lab, of different skills where it has them, and one that a lab passed before has shown', () => {
    const record = {
      ...NO_RECORD,
      passes: [pass('older', { at: later(0) })],
      answers: [answer('AQ01', true, { at: later(2) })],
    }
    for (let seed = 0; seed < 20; seed++) {
      const asked = draw(record, seed).map(({ item }) => item)
      expect(asked.slice(0, 2).every(({ id }) => lab.recalls?.includes(id))).toBe(true)
      expect(asked[0]?.competency).not.toBe(asked[1]?.competency)
      expect(['RQ02', 'RQ05']).toContain(asked[2]?.id)
    }
  })

  it('are all of the lab for a learner who begins', () => {
    expect(draw().every(({ item }) => lab.recalls?.includes(item.id))).toBe(true)
  })

  it('stay the same when they are answered, and avoid what was answered before', () => {
    const asked = draw()
    const since = asked.map(({ item, variant }) => answer(item.id, true, { variant, at: later(5) + 1 }))
    expect(draw({ ...NO_RECORD, answers: since })).toEqual(asked)
    const before = since.map((one) => ({ ...one, at: later(4) }))
    const fresh = draw({ ...NO_RECORD, answers: before }).map(({ item }) => item.id)
    expect(fresh.slice(0, 2).filter((id) => asked.some(({ item }) => item.id === id))).toEqual([])
  })
})

const all = [...labs, ...gameDays]

describe.each(all.map((each) => [each.code, each] as const))('after %s', (code, own) => {
  const before = all.slice(0, all.indexOf(own))
  const granted = new Set([...before, own].flatMap(({ competencies }) => competencies))
  const named = (own.recalls ?? []).map((id) => items.find((item) => item.id === id))

  it('there are questions to choose from, in a form that fits, of skills it or an earlier lab grants', () => {
    expect(new Set(own.recalls).size).toBe(own.recalls?.length)
    expect(named.length).toBeGreaterThanOrEqual(3)
    expect(named.filter((item) => item === undefined || !IN_A_COLUMN.has(item.type))).toEqual([])
    expect(named.filter((item) => !granted.has(item?.competency ?? '')).map((item) => item?.id)).toEqual([])
    expect(
      named.filter((item) => own.competencies.includes(item?.competency ?? '')).length,
    ).toBeGreaterThanOrEqual(2)
  })

  it('two are about skills of this lab, and the third is something older where there is any', () => {
    const passes = before.map(({ id }, day) => pass(id, { at: later(day) }))
    for (let seed = 0; seed < 10; seed++) {
      const now = { ...pass(own.id, { at: later(passes.length) }), seed }
      const asked = retrievalAfter(own, now, { ...NO_RECORD, passes: [...passes, now] }, { items, labs: all })
      const ids = asked.map(({ item }) => item.id)
      expect(ids).toHaveLength(3)
      for (const { item } of asked.slice(0, 2)) {
        expect(own.recalls).toContain(item.id)
        expect(own.competencies).toContain(item.competency)
      }
      const older = before.flatMap(({ recalls = [] }) => recalls)
      if (code === 'L1.1') expect(own.recalls).toContain(ids[2])
      else expect(older.includes(ids[2] as string) && !own.recalls?.includes(ids[2] as string)).toBe(true)
    }
  })
})
