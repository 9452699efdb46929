import { expect, it } from 'vitest'
import { isWholeAnswer } from './is-whole-answer.ts'
import { aq05 } from './items/availability/aq05.ts'
import { rq07 } from './items/rotation/rq07.ts'
import { rq12 } from './items/rotation/rq12.ts'
import { rq14 } from './items/rotation/rq14.ts'

it('tells an answer that is whole from one that waits for more', () => {
  const marked = (...ids: string[]) => ({ kind: 'marked', ids }) as const
  const pairs = Object.fromEntries(rq07.left.map(({ id }) => [id, 'bring']))
  const { generated: _left, ...few } = pairs
  expect(isWholeAnswer(aq05, undefined)).toBe(false)
  expect(isWholeAnswer(aq05, marked('Auditor'))).toBe(true)
  expect(isWholeAnswer(rq14, marked('encrypt'))).toBe(false)
  expect(isWholeAnswer(rq14, marked('encrypt', 'delete'))).toBe(true)
  expect(isWholeAnswer(rq14, marked('encrypt', 'delete', 'decrypt'))).toBe(false)
  expect(isWholeAnswer(rq12, { kind: 'order', ids: rq12.steps.map(({ id }) => id) })).toBe(true)
  expect(isWholeAnswer(rq12, marked('create'))).toBe(false)
  expect(isWholeAnswer(rq07, { kind: 'pairs', pairs })).toBe(true)
  expect(isWholeAnswer(rq07, { kind: 'pairs', pairs: few })).toBe(false)
})
