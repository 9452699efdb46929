import { describe, expect, it } from 'vitest'
import { courseList, itemList, labList } from './lists.ts'
import { labs } from './labs/index.ts'
import { labTitles } from './labs/lab-titles.ts'
import { isCompetency } from './words/competencies.ts'
import { objectives } from './words/objectives.ts'

describe('the lists', () => {
  it('name every lab with what it teaches, and count what it judges', () => {
    const list = labList()
    expect(list.map(({ code }) => code)).toEqual(labs.map(({ code }) => code))
    for (const { conditions, wrongMoves, steps, minutes } of list) {
      expect(conditions).toBeGreaterThanOrEqual(steps)
      expect(wrongMoves).toBeGreaterThan(1)
      expect(minutes).toBeGreaterThan(0)
    }
  })

  it('say of each lab in short what it says itself', () => {
    expect(labTitles).toEqual(
      labs.map(({ id, code, title, module, minutes }) => ({ id, code, title, module, minutes })),
    )
  })

  it('count a reason for each thing that a learner may mark, order or pair', () => {
    const list = itemList()
    expect(list.length).toBeGreaterThan(0)
    for (const { id, competency, optionsWithReasons } of list) {
      expect({ id, enough: optionsWithReasons >= 3 }).toEqual({ id, enough: true })
      expect(isCompetency(competency)).toBe(true)
    }
  })

  it('put every lab into one module, know every objective that a lab names, and have a lab for each', () => {
    const { modules } = courseList()
    expect(modules.flatMap((each) => each.labs.map(({ code }) => code)).sort()).toEqual(
      labs.map(({ code }) => code).sort(),
    )
    const named = labs.flatMap((lab) => lab.objectives)
    expect(named.filter((id) => !Object.hasOwn(objectives, id))).toEqual([])
    expect(Object.keys(objectives).filter((id) => !named.includes(id))).toEqual([])
  })
})
