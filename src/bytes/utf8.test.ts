import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

describe('UTF-8', () => {
  it('gives any text back, a byte order mark included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => void expect(decodeUtf8(encodeUtf8(text))).toBe(text),
      ),
    )
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa')
  })

  it('is what the platform makes of a text, short or long, also of half a character', () => {
    const units = (most: number) =>
      fc.array(fc.nat(most), { maxLength: 70 }).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(
        fc.oneof(units(0x7f), units(0xff), units(0xffff)),
        (text) => void expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text)),
      ),
    )
  })

  it.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe2, 0x82]]])(
    'refuses %j instead of replacing it',
    (some) => {
      expect(() => decodeUtf8(Uint8Array.from(some))).toThrow(RangeError)
    },
  )
})
