import { describe, expect, it } from 'vitest'
import type { Step } from '../../course/lab-definition.ts'
import { stepList } from './step-list.ts'

const step = (id: string, ...conditions: string[]): Step => ({
  id,
  title: id,
  text: [],
  hints: ['', '', ''],
  conditions: conditions.map((each) => ({ id: each, says: each, holds: () => ({ met: false }) })),
})
const lab = { steps: [step('one', 'a', 'b'), step('two', 'c'), step('three', 'd')] }
const met = (id: string, event: number) => ({ id, says: id, met: true, event })

describe('the list of tasks', () => {
  it('has one open task: the first with a condition that is not met', () => {
    expect(stepList(lab, [met('a', 3), met('b', 8)]).map((each) => each.is)).toEqual([
      'done',
      'open',
      'later',
    ])
    expect(stepList(lab, []).map((each) => each.is)).toEqual(['open', 'later', 'later'])
  })

  it('keeps a later task done when an earlier one is open', () => {
    expect(stepList(lab, [met('a', 1), met('c', 2)]).map((each) => each.is)).toEqual([
      'open',
      'done',
      'later',
    ])
  })

  it('names the newest record of a done task, and none when no record shows it', () => {
    const [one, two] = stepList(lab, [met('a', 8), met('b', 3), met('c', 0)])
    expect(one?.event).toBe(8)
    expect(two).not.toHaveProperty('event')
  })

  it('counts what holds of a task already, also of one that comes later', () => {
    const ahead = { steps: [step('one', 'a'), step('two', 'b', 'c')] }
    expect(stepList(ahead, [met('c', 4)]).map(({ is, holding }) => [is, holding])).toEqual([
      ['open', 0],
      ['later', 1],
    ])
  })

  it('has no open task when all are done', () => {
    expect(
      stepList(
        lab,
        ['a', 'b', 'c', 'd'].map((id) => met(id, 1)),
      ).every((each) => each.is === 'done'),
    ).toBe(true)
  })
})
