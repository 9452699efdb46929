import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { encodeUtf8 } from './utf8.ts'

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Uint8Array.from(array))

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('writes %j as %j, as RFC 4648 section 10 does', (text, encoded) => {
    expect(encodeBase64(encodeUtf8(text))).toBe(encoded)
  })

  it('gives any bytes back', () => {
    fc.assert(fc.property(bytes, (some) => void expect(decodeBase64(encodeBase64(some))).toEqual(some)))
  })

  it('agrees with the platform', () => {
    fc.assert(
      fc.property(bytes, (some) => void expect(encodeBase64(some)).toBe(btoa(String.fromCharCode(...some)))),
    )
  })

  it.each([
    ['a newline at the end', 'Zm9v\n'],
    ['a newline that keeps groups of four', 'Zm9\n'],
    ['missing padding', 'Zg'],
    ['padding in the middle', 'Zg==Zg=='],
    ['three padding letters', 'Z==='],
    ['only padding', '===='],
    ['the URL alphabet', '-_-_'],
    ['spare bits after two letters', 'Zh=='],
    ['spare bits after three letters', 'Zm9='],
    ['a letter beyond ASCII', 'Zm9\u0101'],
  ])('refuses %s', (_, text) => {
    expect(() => decodeBase64(text)).toThrow(RangeError)
  })

  it('reads no text but the one spelling of its bytes', () => {
    const almost = fc.stringMatching(/^[A-Za-z0-9+/=]{0,24}$/)
    fc.assert(
      fc.property(almost, (text) => {
        let decoded
        try {
          decoded = decodeBase64(text)
        } catch (error) {
          return void expect(error).toBeInstanceOf(RangeError)
        }
        expect(encodeBase64(decoded)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})
