import { describe, expect, it } from 'vitest'
import { lensIn, withLens } from './use-lens.ts'

describe('the lens in an address', () => {
  it('is read where it is one of the three', () => {
    expect(lensIn('lens=exam')).toBe('exam')
    expect(lensIn('metric=2&lens=today')).toBe('today')
    expect(lensIn('lens=yesterday')).toBeUndefined()
    expect(lensIn('')).toBeUndefined()
  })

  it('stands beside what else the query holds, and is left out for both', () => {
    expect(withLens('', 'exam')).toBe('?lens=exam')
    expect(withLens('rows=1&lens=exam', 'today')).toBe('?rows=1&lens=today')
    expect(withLens('rows=1&lens=exam', 'both')).toBe('?rows=1')
    expect(withLens('lens=exam', 'both')).toBe('')
  })
})
