import { expect, it } from 'vitest'
import { plain } from './plain.ts'

it('takes the backticks from code, and leaves one that has no partner', () => {
  expect(plain('Call `EnableKey`, then `Decrypt`.')).toBe('Call EnableKey, then Decrypt.')
  expect(plain('It is named a`b.')).toBe('It is named a`b.')
})
