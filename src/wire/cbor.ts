import { encodeBase64 } from '../bytes/base64.ts'
import { concatBytes, owned, type Bytes } from '../bytes/bytes.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Members, Shape } from '../kms/shapes.ts'
import type { Instant } from '../world/clock.ts'
import { MAX_DEPTH } from './json-text.ts'
import { SerializationError } from './serialization-error.ts'

/**
 * As much of CBOR (RFC 8949) as Smithy's RPC v2 uses, which today's clients speak with CloudWatch.
 * @see https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */
const Major = { Unsigned: 0, Negative: 1, Bytes: 2, Text: 3, Array: 4, Map: 5, Tag: 6, Simple: 7 } as const

/**
 * Reads a body as one map, in the values that JSON would have: bytes as base64, instants (tag 1) as seconds.
 * @throws SerializationError
 */
export function decodeCborObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {}
  const reader = new Reader(body)
  const value = reader.value(0)
  if (!reader.atEnd || typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable()
  return value as Record<string, unknown>
}

const unreadable = () => new SerializationError('The request body is not valid CBOR')
const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Ends an item of indefinite length. */
const BREAK = Symbol('break')
const INDEFINITE = 31

class Reader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  value(depth: number): unknown {
    const value = this.#item(depth)
    if (value === BREAK) throw unreadable()
    return value
  }

  #item(depth: number): unknown {
    if (depth > MAX_DEPTH)
      throw new SerializationError(`The request is nested deeper than ${MAX_DEPTH} levels`)
    const first = this.#byte()
    const major = first >> 5
    const low = first & 31
    switch (major) {
      case Major.Unsigned:
        return this.#count(low)
      case Major.Negative:
        return -1 - this.#count(low)
      case Major.Bytes:
        return encodeBase64(owned(this.#string(low, major)))
      case Major.Text:
        return this.#text(this.#string(low, major))
      case Major.Array:
        return this.#items(low, depth)
      case Major.Map:
        return this.#map(low, depth)
      case Major.Tag:
        this.#count(low)
        return this.value(depth + 1)
      default:
        return this.#simple(low)
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw unreadable()
    return byte
  }

  /** How far a read may go: never past the end. */
  #take(length: number): number {
    const from = this.#at
    if (length > this.#bytes.length - from) throw unreadable()
    this.#at += length
    return from
  }

  #count(low: number): number {
    if (low < 24) return low
    if (low === 24) return this.#byte()
    if (low === 25) return this.#view.getUint16(this.#take(2))
    if (low === 26) return this.#view.getUint32(this.#take(4))
    if (low !== 27) throw unreadable()
    const large = Number(this.#view.getBigUint64(this.#take(8)))
    if (!Number.isSafeInteger(large)) throw unreadable()
    return large
  }

  #string(low: number, major: number): Uint8Array {
    if (low !== INDEFINITE) {
      const length = this.#count(low)
      const from = this.#take(length)
      return this.#bytes.subarray(from, from + length)
    }
    const parts: Uint8Array[] = []
    for (let first = this.#byte(); first !== 0xff; first = this.#byte()) {
      if (first >> 5 !== major || (first & 31) === INDEFINITE) throw unreadable()
      parts.push(this.#string(first & 31, major))
    }
    return concatBytes(...parts)
  }

  #text(bytes: Uint8Array): string {
    try {
      return text.decode(bytes)
    } catch {
      throw unreadable()
    }
  }

  #items(low: number, depth: number): unknown[] {
    const items: unknown[] = []
    for (const more = this.#counter(low); more(); ) {
      const item = this.#item(depth + 1)
      if (item === BREAK) return low === INDEFINITE ? items : this.#fail()
      items.push(item)
    }
    return items
  }

  #map(low: number, depth: number): Record<string, unknown> {
    const map = Object.create(null) as Record<string, unknown>
    for (const more = this.#counter(low); more(); ) {
      const name = this.#item(depth + 1)
      if (name === BREAK && low === INDEFINITE) return map
      if (typeof name !== 'string') throw unreadable()
      map[name] = this.value(depth + 1)
    }
    return map
  }

  #counter(low: number): () => boolean {
    if (low === INDEFINITE) return () => true
    let left = this.#count(low)
    return () => left-- > 0
  }

  #fail(): never {
    throw unreadable()
  }

  #simple(low: number): unknown {
    if (low === 20 || low === 21) return low === 21
    if (low === 22 || low === 23) return null
    if (low === 25) return halfFloat(this.#view.getUint16(this.#take(2)))
    if (low === 26) return this.#view.getFloat32(this.#take(4))
    if (low === 27) return this.#view.getFloat64(this.#take(8))
    if (low === INDEFINITE) return BREAK
    throw unreadable()
  }
}

/** RFC 8949, appendix D. */
function halfFloat(half: number): number {
  const exponent = (half >> 10) & 31
  const mantissa = half & 1023
  const size =
    exponent === 0
      ? mantissa * 2 ** -24
      : exponent === 31
        ? mantissa === 0
          ? Number.POSITIVE_INFINITY
          : Number.NaN
        : (mantissa + 1024) * 2 ** (exponent - 25)
  return half & 0x8000 ? -size : size
}

/** What an operation gave, led by its shape. */
export const encodeCborOutput = (members: Members, output: Readonly<Record<string, unknown>>): Bytes =>
  structure(members, output)

export const encodeCborError = (code: string, message: string): Bytes =>
  map([
    ['__type', textItem(code)],
    ['message', textItem(message)],
  ])

function structure(members: Members, output: Readonly<Record<string, unknown>>): Bytes {
  const entries = Object.keys(members).flatMap((name): [string, Bytes][] => {
    const value = output[name]
    if (value === undefined || value === null) return []
    return [[name, encode((members[name] as Members[string]).shape, value)]]
  })
  return map(entries)
}

function encode(shape: Shape, value: unknown): Bytes {
  switch (shape.kind) {
    case 'string':
      return textItem(String(value))
    case 'boolean':
      return Uint8Array.of(value ? 0xf5 : 0xf4)
    case 'integer':
      return wholeNumber(value as number)
    case 'double':
      return float(value as number)
    case 'timestamp':
      return concatBytes(Uint8Array.of(0xc1), float((value as Instant) / 1000))
    case 'blob':
      return concatBytes(head(Major.Bytes, (value as Bytes).length), value as Bytes)
    case 'list':
      return list((value as readonly unknown[]).map((item) => encode(shape.member, item)))
    case 'map':
      return map(
        Object.entries(value as object).map(([name, item]) => [name, encode(shape.value, item)] as const),
      )
    case 'structure':
      return structure(shape.members, value as Readonly<Record<string, unknown>>)
  }
}

const list = (items: readonly Bytes[]) => concatBytes(head(Major.Array, items.length), ...items)
const map = (entries: readonly (readonly [string, Bytes])[]) =>
  concatBytes(head(Major.Map, entries.length), ...entries.flatMap(([name, value]) => [textItem(name), value]))

function textItem(value: string): Bytes {
  const bytes = encodeUtf8(value)
  return concatBytes(head(Major.Text, bytes.length), bytes)
}

const wholeNumber = (value: number) =>
  value < 0 ? head(Major.Negative, -1 - value) : head(Major.Unsigned, value)

function float(value: number): Bytes {
  const bytes = new Uint8Array(9)
  bytes[0] = 0xfb
  new DataView(bytes.buffer).setFloat64(1, value)
  return bytes
}

function head(major: number, count: number): Bytes {
  const type = major << 5
  if (count < 24) return Uint8Array.of(type | count)
  if (count < 2 ** 8) return Uint8Array.of(type | 24, count)
  const bytes = new Uint8Array(count < 2 ** 16 ? 3 : count < 2 ** 32 ? 5 : 9)
  const view = new DataView(bytes.buffer)
  bytes[0] = type | (bytes.length === 3 ? 25 : bytes.length === 5 ? 26 : 27)
  if (bytes.length === 3) view.setUint16(1, count)
  else if (bytes.length === 5) view.setUint32(1, count)
  else view.setBigUint64(1, BigInt(count))
  return bytes
}
