import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/bytes.ts'
import { decodeHex, encodeHex } from '../bytes/hex.ts'
import {
  blob,
  double,
  flag,
  integer,
  list,
  optional,
  stringMap,
  structure,
  text,
  timestamp,
} from '../kms/shapes.ts'
import { decodeCborObject, encodeCborOutput } from './cbor.ts'

/** One value under the name "v". */
const valueOf = (hex: string) => decodeCborObject(concatBytes(decodeHex('a16176'), decodeHex(hex))).v

describe('CBOR in', () => {
  it.each([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['1b000000e8d4a51000', 1_000_000_000_000],
    ['20', -1],
    ['3903e7', -1000],
    ['f90000', 0],
    ['f93c00', 1],
    ['f93e00', 1.5],
    ['f97bff', 65504],
    ['f9c400', -4],
    ['f90001', 5.960464477539063e-8],
    ['fa47c35000', 100_000],
    ['fb3ff199999999999a', 1.1],
    ['f4', false],
    ['f5', true],
    ['f6', null],
    ['c11a514b67b0', 1_363_896_240],
    ['c1fb41d452d9ec200000', 1_363_896_240.5],
    ['6449455446', 'IETF'],
    ['62c3bc', 'ü'],
    ['7f657374726561646d696e67ff', 'streaming'],
    ['4401020304', 'AQIDBA=='],
    ['5f42010243030405ff', 'AQIDBAU='],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
    ['bf6346756ef563416d7421ff', { Fun: true, Amt: -2 }],
  ])('reads %s as RFC 8949 gives it in appendix A', (hex, value) => {
    expect(valueOf(hex)).toEqual(value)
  })

  it.each([
    ['a1', 'nothing in it'],
    ['a16176', 'a name without a value'],
    ['a1617619', 'a number cut short'],
    ['a16176ff', 'a break out of place'],
    ['a161768201ff', 'a break in a list of known length'],
    ['a101f5', 'a name that is no text'],
    ['a1617661', 'a text cut short'],
    ['a1617661ff', 'a text that is not UTF-8'],
    ['a161761bffffffffffffffff', 'a number beyond what is exact'],
    ['a161769b7fffffffffffffff', 'a list longer than the message'],
    ['a161767f4101ff', 'bytes in a text'],
    ['a16176f500', 'something after the end'],
    ['80', 'a list'],
    ['f6', 'null'],
    [`a16176${'81'.repeat(40)}80`, 'a list nested too deep'],
  ])('refuses %s: %s', (hex) => {
    expect(() => decodeCborObject(decodeHex(hex))).toThrow(
      expect.objectContaining({ name: 'SerializationError' }) as Error,
    )
  })

  it('answers 20,000 hostile messages with a value or a refusal, never with anything else', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeCborObject(concatBytes(decodeHex('bf6176'), bytes))
        } catch (error) {
          expect((error as Error).name).toBe('SerializationError')
          refused++
        }
      }),
      { numRuns: 20_000, seed: 8949 },
    )
    expect(refused).toBeGreaterThan(10_000)
  })

  it('takes __proto__ for a name like any other', () => {
    const map = decodeCborObject(decodeHex('a1695f5f70726f746f5f5fa16161f5'))
    expect(Object.getPrototypeOf(map)).toBeNull()
    expect(Object.keys(map)).toEqual(['__proto__'])
    expect(({} as { a?: unknown }).a).toBeUndefined()
  })
})

describe('CBOR out', () => {
  const members = {
    Text: optional(text()),
    Count: optional(integer()),
    Value: optional(double()),
    Flag: optional(flag()),
    At: optional(timestamp()),
    Bytes: optional(blob()),
    Names: optional(list(text())),
    Map: optional(stringMap()),
    Inner: optional(structure({ A: optional(integer()) })),
  }

  it('writes instants with tag 1 and leaves out what has no value', () => {
    expect(encodeHex(encodeCborOutput(members, { At: 1000, Count: 500, Text: undefined }))).toBe(
      'a265436f756e741901f4624174c1fb3ff0000000000000',
    )
  })

  it('comes back as it went', () => {
    fc.assert(
      fc.property(
        fc.record({
          Text: fc.string({ unit: 'binary' }),
          Count: fc.maxSafeInteger(),
          Value: fc.double({ noNaN: true }),
          Flag: fc.boolean(),
          At: fc.integer({ min: -1e12, max: 4e12 }),
          Bytes: fc.uint8Array({ maxLength: 300 }),
          Names: fc.array(fc.string(), { maxLength: 30 }),
          Map: fc.dictionary(fc.string(), fc.string()),
          Inner: fc.record({ A: fc.nat() }),
        }),
        (output) => {
          const { At, Bytes, ...rest } = output
          const { At: seconds, Bytes: base64, ...back } = decodeCborObject(encodeCborOutput(members, output))
          expect(Math.round((seconds as number) * 1000)).toBe(At)
          expect(base64).toBe(encodeBase64(new Uint8Array(Bytes)))
          expect(JSON.stringify(back)).toBe(JSON.stringify({ ...rest, Count: rest.Count }))
        },
      ),
      { numRuns: 300, seed: 1 },
    )
  })
})
