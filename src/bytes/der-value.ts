import type { Bytes } from './bytes.ts'
import { DerError, TAG, type DerNode } from './der.ts'

function expect(node: DerNode | undefined, tag: number, what: string): DerNode {
  if (node === undefined) throw new DerError('value', `${what} is missing`)
  if (node.tag !== tag) throw new DerError('tag', `${what} expected, found tag 0x${node.tag.toString(16)}`)
  return node
}

/** @throws DerError when it is anything else, as for all functions of this file */
export function sequenceOf(node: DerNode | undefined): readonly DerNode[] {
  return expect(node, TAG.SEQUENCE, 'SEQUENCE').children
}

/** Zero or more; a negative or padded INTEGER is refused (X.690, 8.3.2). */
export function unsignedOf(node: DerNode | undefined): bigint {
  const { content } = expect(node, TAG.INTEGER, 'INTEGER')
  const [first, second] = content
  if (first === undefined) throw new DerError('value', 'an INTEGER without content')
  if (first >= 0x80) throw new DerError('value', 'a negative INTEGER')
  if (first === 0 && second !== undefined && second < 0x80)
    throw new DerError('value', 'an INTEGER with a needless 00 in front')
  return toBigInt(content)
}

export function octetsOf(node: DerNode | undefined): Bytes {
  return expect(node, TAG.OCTET_STRING, 'OCTET STRING').content
}

/** Only whole bytes: keys and points never leave bits unused. */
export function bitsOf(node: DerNode | undefined): Bytes {
  const { content } = expect(node, TAG.BIT_STRING, 'BIT STRING')
  if (content[0] !== 0) throw new DerError('value', 'a BIT STRING of whole bytes expected')
  return content.subarray(1)
}

export function requireNull(node: DerNode | undefined): void {
  if (expect(node, TAG.NULL, 'NULL').content.length !== 0) throw new DerError('value', 'a NULL with content')
}

/** Dotted decimal. */
export function oidOf(node: DerNode | undefined): string {
  const { content } = expect(node, TAG.OID, 'OBJECT IDENTIFIER')
  const last = content.at(-1)
  if (last === undefined || last >= 0x80)
    throw new DerError('value', 'an OBJECT IDENTIFIER that does not end')
  const arcs: number[] = []
  let arc = 0
  let fresh = true
  for (const byte of content) {
    if (fresh && byte === 0x80) throw new DerError('value', 'an OBJECT IDENTIFIER with a padded arc')
    arc = arc * 128 + (byte & 0x7f)
    if (!Number.isSafeInteger(arc)) throw new DerError('value', 'an OBJECT IDENTIFIER with a huge arc')
    fresh = byte < 0x80
    if (fresh) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [head = 0, ...rest] = arcs
  const top = Math.min(2, Math.floor(head / 40))
  return [top, head - 40 * top, ...rest].join('.')
}

/** Big-endian, unsigned. */
export function toBigInt(bytes: Uint8Array): bigint {
  let hex = '0x0'
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return BigInt(hex)
}

/** Big-endian in exactly `length` bytes. @throws RangeError when the value is negative or too large */
export function fromBigInt(value: bigint, length: number): Bytes {
  if (value < 0n || value >> BigInt(8 * length) !== 0n)
    throw new RangeError(`does not fit in ${length} bytes`)
  const hex = value.toString(16).padStart(2 * length, '0')
  const out = new Uint8Array(length)
  for (let i = 0; i < length; i++) out[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return out
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length
}
