import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chachaBlock, seededEntropy } from './entropy.ts'
import { systemEntropy } from './system.ts'

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const littleEndianWords = (bytes: Uint8Array) =>
  Array.from({ length: bytes.length / 4 }, (_, i) => new DataView(bytes.buffer).getUint32(4 * i, true))
const counting = Uint8Array.from({ length: 32 }, (_, i) => i)
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('the ChaCha20 block', () => {
  it('is the one that RFC 8439 prints in 2.3.2', () => {
    const nonce = littleEndianWords(Uint8Array.of(0, 0, 0, 9, 0, 0, 0, 0x4a, 0, 0, 0, 0))
    expect(hex(chachaBlock(littleEndianWords(counting), 1, nonce))).toBe(
      '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e' +
        'd2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
    )
  })

  it('differs beyond 2^32 blocks: the counter has 64 bits', () => {
    const key = littleEndianWords(counting)
    expect(hex(chachaBlock(key, 2 ** 32 + 1))).toBe(hex(chachaBlock(key, 1, [1, 0, 0])))
    expect(hex(chachaBlock(key, 2 ** 32 + 1))).not.toBe(hex(chachaBlock(key, 1)))
  })
})

describe('seeded entropy', () => {
  it('gives the same bytes for the same seed, in whatever pieces they are asked for', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.nat({ max: 150 }), { maxLength: 6 }), (from, lengths) => {
        const pieces = seededEntropy(from)
        const whole = seededEntropy(from).bytes(lengths.reduce((sum, length) => sum + length, 0))
        expect(lengths.flatMap((length) => [...pieces.bytes(length)])).toEqual([...whole])
        expect(pieces.position()).toBe(whole.length)
      }),
    )
  })

  it('goes on where a stored position left it, back or forth', () => {
    fc.assert(
      fc.property(seed, fc.nat({ max: 400 }), (from, position) => {
        const first = seededEntropy(from)
        first.bytes(position)
        const next = first.bytes(70)
        expect(seededEntropy(from, first.position() - 70).bytes(70)).toEqual(next)
        first.restore(position)
        expect(first.bytes(70)).toEqual(next)
      }),
    )
  })

  it('differs from seed to seed', () => {
    fc.assert(
      fc.property(
        seed,
        seed,
        (a, b) =>
          void expect(hex(seededEntropy(a).bytes(32)) === hex(seededEntropy(b).bytes(32))).toBe(
            hex(a) === hex(b),
          ),
      ),
    )
  })

  it('reads a seed that is a view into a larger buffer', () => {
    const buffer = Uint8Array.from({ length: 40 }, (_, i) => i - 3)
    expect(seededEntropy(buffer.subarray(3, 35)).bytes(32)).toEqual(seededEntropy(counting).bytes(32))
  })

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses %d as a position', (position) => {
    expect(() => seededEntropy(counting, position)).toThrow(RangeError)
    expect(() => seededEntropy(counting).restore(position)).toThrow(RangeError)
  })

  it('refuses a seed that has not 32 bytes', () => {
    expect(() => seededEntropy(counting.subarray(1))).toThrow(RangeError)
  })
})

describe('system entropy', () => {
  it('gives more at once than the platform hands out in one call', () => {
    const bytes = systemEntropy.bytes(70_000)
    expect(bytes).toHaveLength(70_000)
    expect(bytes.subarray(65_536).some((byte) => byte !== 0)).toBe(true)
  })
})
