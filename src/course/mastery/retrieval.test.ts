import { describe, expect, it } from 'vitest'
import { items } from '../items/index.ts'
import { answer, later, NO_RECORD, pass, plainLab } from '../testing/record.ts'
import { retrievalAfter } from './retrieval.ts'

const lab = plainLab('first-import', 'import-workflow', ['IMP-1', 'IMP-4', 'IMP-6'])
const course = { items, labs: [lab, plainLab('older', 'rotation-methods', ['ROT-3'])] }
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

  it('are two of the lab and one of what is due longest of the rest', () => {
    const record = {
      ...NO_RECORD,
      passes: [pass('older', { at: later(0) })],
      answers: [answer('AQ01', true, { at: later(2) })],
    }
    const skills = draw(record).map(({ item }) => item.competency)
    expect(skills.slice(0, 2).every((id) => lab.competencies.includes(id))).toBe(true)
    expect(skills[0]).not.toBe(skills[1])
    expect(skills[2]).toBe('ROT-3')
  })

  it('are all of the lab for a learner who begins', () => {
    expect(draw().every(({ item }) => lab.competencies.includes(item.competency))).toBe(true)
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
