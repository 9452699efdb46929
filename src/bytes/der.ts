import type { Bytes } from './bytes.ts'

/** Identifier octets this project meets: universal tags and the constructed bit (X.690, 8.1.2). */
export const TAG = {
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  NULL: 0x05,
  OID: 0x06,
  SEQUENCE: 0x30,
} as const

/** What is wrong with the encoding, for callers that explain it. */
export type DerFault = 'truncated' | 'trailing' | 'length' | 'tag' | 'depth' | 'value'

/** The bytes are not the DER that was asked for. */
export class DerError extends Error {
  override readonly name = 'DerError'
  readonly fault: DerFault
  constructor(fault: DerFault, message: string) {
    super(message)
    this.fault = fault
  }
}

export interface DerNode {
  /** The identifier octet; tag numbers above 30 are refused. */
  readonly tag: number
  readonly content: Bytes
  /** The whole element, identifier and length included. */
  readonly whole: Bytes
  /** Empty for a primitive element. */
  readonly children: readonly DerNode[]
}

const CONSTRUCTED = 0x20
/** The deepest form we read, an EC key with explicit parameters, has 6. */
const DEEPEST = 16

/**
 * One element and nothing after it: definite lengths in their shortest form (X.690, 10.1).
 *
 * @throws DerError
 */
export function readDer(bytes: Bytes): DerNode {
  const node = element(bytes, 1)
  if (node.whole.length !== bytes.length) {
    throw new DerError('trailing', `${bytes.length - node.whole.length} bytes after the end of the value`)
  }
  return node
}

function element(bytes: Bytes, depth: number): DerNode {
  if (depth > DEEPEST) throw new DerError('depth', `nested deeper than ${DEEPEST}`)
  const tag = byteAt(bytes, 0)
  if (tag === 0 || (tag & 0x1f) === 0x1f) throw new DerError('tag', `tag ${tag} is not used in key files`)
  const { start, length } = readLength(bytes)
  if (start + length > bytes.length)
    throw new DerError('truncated', `${length} bytes announced, ${bytes.length - start} there`)
  const content = bytes.subarray(start, start + length)
  const whole = bytes.subarray(0, start + length)
  return { tag, content, whole, children: (tag & CONSTRUCTED) !== 0 ? elements(content, depth + 1) : [] }
}

function elements(content: Bytes, depth: number): DerNode[] {
  const found: DerNode[] = []
  for (let at = 0; at < content.length; ) {
    const node = element(content.subarray(at), depth)
    found.push(node)
    at += node.whole.length
  }
  return found
}

function readLength(bytes: Bytes): { start: number; length: number } {
  const first = byteAt(bytes, 1)
  if (first < 0x80) return { start: 2, length: first }
  if (first === 0x80) throw new DerError('length', 'indefinite length: BER, not DER')
  const count = first & 0x7f
  if (count > 4) throw new DerError('length', `a length in ${count} bytes is more than any file here has`)
  let length = 0
  for (let i = 0; i < count; i++) length = length * 256 + byteAt(bytes, 2 + i)
  if (length < 0x80 || length < 256 ** (count - 1))
    throw new DerError('length', 'length is not in its shortest form')
  return { start: 2 + count, length }
}

function byteAt(bytes: Bytes, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new DerError('truncated', 'the value ends inside its header')
  return byte
}
