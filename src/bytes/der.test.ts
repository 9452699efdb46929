import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, owned } from './bytes.ts'
import {
  bitLength,
  bitsOf,
  fromBigInt,
  octetsOf,
  oidOf,
  sequenceOf,
  toBigInt,
  unsignedOf,
} from './der-value.ts'
import { writeBits, writeDer, writeOctets, writeOid, writeSequence, writeUnsigned } from './der-write.ts'
import { DerError, readDer } from './der.ts'
import { decodeHex, encodeHex } from './hex.ts'

describe('DER', () => {
  it('gives any tree of values back', () => {
    const { tree } = fc.letrec<{ tree: Uint8Array<ArrayBuffer> }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.bigInt({ min: 0n, max: 1n << 600n }).map(writeUnsigned),
        fc.uint8Array({ maxLength: 300 }).map(writeOctets),
        fc.array(tie('tree'), { maxLength: 4 }).map((parts) => writeSequence(...parts)),
      ),
    }))
    fc.assert(fc.property(tree, (der) => void expect(written(readDer(der))).toEqual(der)))
  })

  it('gives numbers, bits and names back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1n << 4096n }),
        (n) => void expect(unsignedOf(readDer(writeUnsigned(n)))).toBe(n),
      ),
    )
    fc.assert(
      fc.property(
        fc.uint8Array(),
        (some) => void expect([...bitsOf(readDer(writeBits(some)))]).toEqual([...some]),
      ),
    )
    const arc = fc.nat()
    const oid = fc
      .tuple(fc.constantFrom(0, 1, 2), fc.nat({ max: 39 }), fc.array(arc, { maxLength: 8 }))
      .map((a) => a.flat().join('.'))
    fc.assert(fc.property(oid, (name) => void expect(oidOf(readDer(writeOid(name)))).toBe(name)))
    expect(encodeHex(writeOid('1.2.840.113549.1.1.1'))).toBe('06092a864886f70d010101')
  })

  it('gives a number back from any width that holds it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 521n }), fc.nat({ max: 5 }), (n, spare) => {
        expect(toBigInt(fromBigInt(n, Math.ceil(bitLength(n) / 8) + spare))).toBe(n)
      }),
    )
    expect(() => fromBigInt(256n, 1)).toThrow(RangeError)
  })

  it.each([
    ['nothing', '', 'truncated'],
    ['a header without length', '30', 'truncated'],
    ['content cut short', '0403aabb', 'truncated'],
    ['a child longer than its parent', '30030405aa', 'truncated'],
    ['bytes after the end', '0401aa00', 'trailing'],
    ['an indefinite length (BER)', '30800000', 'length'],
    ['a long form where the short one does (BER)', '048101aa', 'length'],
    ['a length with a leading zero (BER)', '04820080' + 'aa'.repeat(128), 'length'],
    ['a length in five bytes', '04850100000000', 'length'],
    ['a tag number in several bytes', '1f810100', 'tag'],
    ['an end-of-contents mark', '0000', 'tag'],
  ])('refuses %s', (_, hex, fault) => {
    expect(() => readDer(decodeHex(hex))).toThrow(expect.objectContaining({ name: 'DerError', fault }))
  })

  it('refuses a tree deeper than 16, however small', () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }).reduce(
        (inner: Uint8Array) => writeSequence(inner),
        writeOctets(new Uint8Array()),
      )
    expect(readDer(owned(nested(15))).tag).toBe(0x30)
    expect(() => readDer(owned(nested(16)))).toThrow(expect.objectContaining({ fault: 'depth' }))
  })

  it.each([
    ['a negative INTEGER', '0201ff', unsignedOf],
    ['an INTEGER with a needless zero', '02020001', unsignedOf],
    ['an empty INTEGER', '0200', unsignedOf],
    ['a BIT STRING with unused bits', '030201aa', bitsOf],
    ['an empty BIT STRING', '0300', bitsOf],
    ['an OBJECT IDENTIFIER that does not end', '06022a86', oidOf],
    ['an OBJECT IDENTIFIER with a padded arc', '06032a8001', oidOf],
    ['an OCTET STRING as INTEGER', '040101', unsignedOf],
    ['an INTEGER as SEQUENCE', '020101', sequenceOf],
    ['a SEQUENCE as OCTET STRING', '3000', octetsOf],
  ])('refuses %s', (_, hex, read: (node: ReturnType<typeof readDer>) => unknown) => {
    expect(() => read(readDer(decodeHex(hex)))).toThrow(DerError)
  })

  it('never fails with anything but a DerError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (some) => {
        try {
          readDer(Uint8Array.from(some))
        } catch (error) {
          expect(error).toBeInstanceOf(DerError)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

function written(node: ReturnType<typeof readDer>): Uint8Array {
  return node.tag === 0x30
    ? writeDer(0x30, concatBytes(...node.children.map(written)))
    : writeDer(node.tag, node.content)
}
