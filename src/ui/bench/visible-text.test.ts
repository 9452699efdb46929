import { describe, expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

describe('text of unknown origin', () => {
  it('keeps words, line ends and tabs', () => {
    expect(visibleText('grün\t安全\n🔑')).toBe('grün\t安全\n🔑')
  })

  it('shows escape sequences and control characters instead of obeying them', () => {
    expect(visibleText('\u001b[31mred\u0000\u007f')).toBe('␛[31mred␀␡')
    expect(visibleText('\u009b')).toBe('⟨U+009B⟩')
  })

  it('shows overrides of the writing direction and characters without width', () => {
    expect(visibleText('exe\u202etxt')).toBe('exe⟨U+202E⟩txt')
    expect(visibleText('a\u200bb\u2066c\ufeff')).toBe('a⟨U+200B⟩b⟨U+2066⟩c⟨U+FEFF⟩')
  })
})
