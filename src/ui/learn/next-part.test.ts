import { describe, expect, it } from 'vitest'
import { labs } from '../../course/labs/index.ts'
import { modules } from '../../course/modules/index.ts'
import { partId } from '../../course/part-kept.ts'
import { Tables } from '../../kms/tables.ts'
import { PARTS, PROGRESS } from '../../lab/rows.ts'
import { allParts, partsOf } from './next-part.ts'

const nextOf = (tables: Tables) => allParts(tables, labs).find(({ done }) => !done)
const NOW = Date.UTC(2026, 10, 28)

describe('what comes next in the course', () => {
  it('is the demonstration, then each lesson, then each lab, then the next module', () => {
    const tables = new Tables()
    const walked: string[] = []
    for (let next = nextOf(tables); next; next = nextOf(tables)) {
      walked.push(`${next.kind} ${next.href}`)
      const id = next.href.split('/').at(-1) as string
      const [, , module] = next.href.split('/')
      if (next.kind === 'lab') tables.apply([[PROGRESS, id, { passed: true, passes: 1 }]])
      else {
        const part = partId(Number(module), id)
        tables.apply([[PARTS, part, { part, done: NOW, bets: {} }]])
      }
      if (walked.length > 100) break
    }
    expect(walked.slice(0, 2)).toEqual([
      'demo /learn/1/the-key-you-cannot-hold',
      `lesson /learn/1/${modules[0]?.lessons[0]?.id}`,
    ])
    const lessons = modules.reduce((sum, each) => sum + each.lessons.length, 0)
    expect(walked).toHaveLength(modules.length + lessons + labs.length)
    expect(new Set(walked).size).toBe(walked.length)
  })

  it('is not a part that is done, whatever stands before it, and says what is begun', () => {
    const tables = new Tables()
    tables.apply([
      [PROGRESS, 'two-births-of-a-key', { passed: false, passes: 2 }],
      [PARTS, '1/the-key-you-cannot-hold', { part: '1/the-key-you-cannot-hold', bets: {} }],
    ])
    expect(nextOf(tables)).toMatchObject({ kind: 'demo', begun: true })
    const [demo, ...rest] = partsOf(1, tables, labs)
    expect(demo?.done).toBe(false)
    expect(rest.filter(({ done }) => done).map(({ code }) => code)).toEqual(['L1.1'])
  })
})
