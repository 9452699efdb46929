import { expect, it } from 'vitest'
import { NAME_LENGTH, plain } from './learner-name.ts'

it('a name is letters on one line, of a length that fits, with nothing that turns or hides the line', () => {
  expect(plain('Ana María O’Neill-Łuć 李')).toBe('Ana María O’Neill-Łuć 李')
  expect(plain('a\nb\u202ec\u0000d\u2028e\u200bf')).toBe('abcdef')
  expect(plain('x'.repeat(1_000))).toHaveLength(NAME_LENGTH)
})
