import { expect, it } from 'vitest'
import { counted, plural } from './counted.ts'

it('a number has a comma before each three digits', () => {
  for (const n of [0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890])
    expect(counted(n)).toBe(n.toLocaleString('en-US'))
})

it('one thing has no s', () => {
  expect(plural(1, 'byte')).toBe('1 byte')
  expect(plural(0, 'byte')).toBe('0 bytes')
  expect(plural(16_384, 'byte')).toBe('16,384 bytes')
})
