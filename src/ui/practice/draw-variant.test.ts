import { expect, it } from 'vitest'
import type { AnsweredItem } from '../../course/answered.ts'
import { drawVariant } from './draw-variant.ts'

const asked = (itemId: string, variant: number): AnsweredItem => ({
  itemId,
  variant,
  at: 0,
  mode: 'practice',
  response: { kind: 'marked', ids: [] },
  right: true,
  share: 1,
  tags: [],
  seconds: 1,
})

it('draws a variant that was not asked before, as long as there is one', () => {
  const random = Uint8Array.of(3, 230)
  expect(drawVariant('AQ01', [], random)).toBe(998)
  expect(drawVariant('AQ01', [asked('AQ02', 998)], random)).toBe(998)
  expect(drawVariant('AQ01', [asked('AQ01', 998), asked('AQ01', 999)], random)).toBe(0)
  const all = Array.from({ length: 1_000 }, (_, n) => asked('AQ01', n))
  expect(drawVariant('AQ01', all, random)).toBe(998)
})
