import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum } from './checksum.ts'
import { canonical, revive } from './codec.ts'

describe('the checksum of a record', () => {
  it('is the same for a clone, for a copy from a file, and for members in another order', () => {
    fc.assert(
      fc.property(fc.object({ withNullPrototype: false }), (value) => {
        const data = revive(JSON.parse(canonical(structuredClone(value))))
        expect(checksum(data)).toBe(checksum(revive(JSON.parse(canonical(data)))))
        expect(checksum(structuredClone(data))).toBe(checksum(data))
      }),
      { numRuns: 300, seed: 5 },
    )
    expect(checksum({ a: 1, b: [2, 'x'] })).toBe(checksum({ b: [2, 'x'], a: 1, c: undefined }))
  })

  it('tells every flipped bit of a text, of bytes and of a number', () => {
    const row = {
      name: 'material.bin',
      bytes: new Uint8Array(64),
      at: 1_768_208_400_000,
      deep: [{ x: [true] }],
    }
    const whole = checksum(row)
    const others = [
      ...Array.from({ length: 512 }, (_, bit) => ({
        ...row,
        bytes: row.bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
      })),
      ...Array.from({ length: 12 * 16 }, (_, bit) => ({
        ...row,
        name: [...row.name]
          .map((letter, i) =>
            i === bit >> 4 ? String.fromCharCode(letter.charCodeAt(0) ^ (1 << (bit & 15))) : letter,
          )
          .join(''),
      })),
      ...Array.from({ length: 40 }, (_, bit) => ({ ...row, at: row.at + 2 ** bit })),
      { ...row, deep: [{ x: [false] }] },
      { ...row, deep: [{ x: true }] },
      { ...row, extra: null },
    ]
    const sums = new Set(others.map(checksum))
    expect(sums).not.toContain(whole)
    expect(sums.size).toBe(others.length)
  })
})
