import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, equalBytes, owned } from './bytes.ts'

describe('bytes', () => {
  it('joined are each part after the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array()),
        (parts) => void expect([...concatBytes(...parts)]).toEqual(parts.flatMap((part) => [...part])),
      ),
    )
  })

  it('are equal when length and every byte are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.uint8Array(),
        (a, b) => void expect(equalBytes(a, b)).toBe(String(a) === String(b)),
      ),
    )
    fc.assert(fc.property(fc.uint8Array(), (a) => void expect(equalBytes(a, owned(a))).toBe(true)))
  })

  it('owned are a copy: a later change of the source does not reach them', () => {
    const source = Uint8Array.of(1, 2)
    const copy = owned(source.subarray(1))
    source[1] = 9
    expect(copy).toEqual(Uint8Array.of(2))
  })
})
