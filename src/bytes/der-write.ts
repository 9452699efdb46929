import { concatBytes, type Bytes } from './bytes.ts'
import { bitLength, fromBigInt } from './der-value.ts'
import { TAG } from './der.ts'

/** One element: identifier, shortest length, contents one after another. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const content = concatBytes(...contents)
  return concatBytes(Uint8Array.of(tag), lengthOctets(content.length), content)
}

function lengthOctets(length: number): Bytes {
  if (length < 0x80) return Uint8Array.of(length)
  const octets = fromBigInt(BigInt(length), Math.ceil(bitLength(BigInt(length)) / 8))
  return concatBytes(Uint8Array.of(0x80 | octets.length), octets)
}

export const writeSequence = (...elements: readonly Uint8Array[]): Bytes =>
  writeDer(TAG.SEQUENCE, ...elements)
export const writeOctets = (content: Uint8Array): Bytes => writeDer(TAG.OCTET_STRING, content)
export const writeBits = (content: Uint8Array): Bytes => writeDer(TAG.BIT_STRING, Uint8Array.of(0), content)
export const writeNull = (): Bytes => writeDer(TAG.NULL)

/** @throws RangeError for a negative value */
export function writeUnsigned(value: bigint): Bytes {
  return writeDer(TAG.INTEGER, fromBigInt(value, Math.floor(bitLength(value) / 8) + 1))
}

/** @param dotted for example 1.2.840.113549.1.1.1 */
export function writeOid(dotted: string): Bytes {
  const [top = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return writeDer(TAG.OID, Uint8Array.from([40 * top + second, ...rest].flatMap(arcOctets)))
}

function arcOctets(arc: number): number[] {
  const octets = [arc % 128]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
    octets.unshift((left % 128) | 0x80)
  return octets
}
