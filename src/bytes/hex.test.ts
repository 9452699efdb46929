import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeHex, encodeHex } from './hex.ts'

describe('hex', () => {
  it('gives any bytes back, from either case', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (some) => {
        const text = encodeHex(some)
        expect(text).toBe(text.toLowerCase())
        expect([...decodeHex(text)]).toEqual([...some])
        expect([...decodeHex(text.toUpperCase())]).toEqual([...some])
      }),
    )
  })

  it.each(['0', '0x00', '00 11', 'gg', '00\n', '-1'])('refuses %j', (text) => {
    expect(() => decodeHex(text)).toThrow(RangeError)
  })
})
