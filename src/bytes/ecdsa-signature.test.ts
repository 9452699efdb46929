import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derFromRaw, rawFromDer } from './ecdsa-signature.ts'
import { decodeHex } from './hex.ts'

describe('an ECDSA signature', () => {
  it.each([32, 48, 66])('goes to DER and back with numbers of %i bytes, leading zeros included', (size) => {
    const raw = fc
      .tuple(fc.nat({ max: size }), fc.uint8Array({ minLength: 2 * size, maxLength: 2 * size }))
      .map(([zeros, some]) => Uint8Array.from(some, (byte, i) => (i % size < zeros ? 0 : byte)))
    fc.assert(
      fc.property(
        raw,
        (signature) => void expect(rawFromDer(derFromRaw(signature), size)).toEqual(signature),
      ),
    )
  })

  it.each([
    ['one number', '3003020101'],
    ['three numbers', '3009020101020101020101'],
    ['a negative number', '30060201ff020101'],
    ['a number with a needless zero', '300702020001020101'],
    ['a number wider than the field', `302702 22 01${'00'.repeat(33)}020101`.replaceAll(' ', '')],
    ['bytes after the end', '300602010102010100'],
  ])('is refused with %s', (_, hex) => {
    expect(() => rawFromDer(decodeHex(hex), 32)).toThrow(expect.objectContaining({ name: 'DerError' }))
  })
})
