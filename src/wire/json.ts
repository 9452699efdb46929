import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import type { Bytes } from '../bytes/bytes.ts'
import type { Members, Shape } from '../kms/shapes.ts'
import type { Instant } from '../world/clock.ts'
import { SerializationError } from './serialization-error.ts'

/**
 * Between JSON and the engine, led by the operation's shape (AWS JSON 1.1, F-502): blobs travel as base64,
 * timestamps as seconds since 1970. Only members the shape knows are read, so a name such as `__proto__`
 * is never followed; in maps, whose names are the caller's, it is a name like any other.
 */
type Json = Readonly<Record<string, unknown>>

/**
 * Limits and patterns are the engine's to check: this reads types only.
 *
 * @throws SerializationError where the type of a value is not the shape's
 */
export function decodeInput(members: Members, json: Json): Json {
  const input: Record<string, unknown> = {}
  for (const name of Object.keys(members)) {
    const value = Object.hasOwn(json, name) ? json[name] : null
    if (value !== null) input[name] = decode((members[name] as Members[string]).shape, value)
  }
  return input
}

function decode(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? value : refuse(value, 'a String')
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(value, 'a Boolean')
    case 'integer':
      return Number.isSafeInteger(value) ? value : refuse(value, 'an Integer')
    case 'double':
      return typeof value === 'number' && Number.isFinite(value) ? value : refuse(value, 'a Double')
    case 'timestamp':
      return decodeTimestamp(value)
    case 'blob':
      return typeof value === 'string' ? decodeBlob(value) : refuse(value, 'a Blob')
    case 'list':
      if (!Array.isArray(value)) throw new SerializationError('Expected list or null')
      return value.filter((item) => item !== null).map((item) => decode(shape.member, item))
    case 'map':
      return decodeMap(shape.value, requireObject(value))
    case 'structure':
      return decodeInput(shape.members, requireObject(value))
  }
}

/** Without a prototype: `__proto__` and `constructor` are allowed names in an encryption context. */
function decodeMap(valueShape: Shape, json: Json): Json {
  const map = Object.create(null) as Record<string, unknown>
  for (const [name, value] of Object.entries(json)) if (value !== null) map[name] = decode(valueShape, value)
  return map
}

function decodeBlob(text: string): Bytes {
  try {
    return decodeBase64(text)
  } catch {
    throw new SerializationError('STRING_VALUE can not be converted to a Blob')
  }
}

const LAST_INSTANT = 8.64e15
const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

/** Seconds, with fractions of which milliseconds count; an ISO 8601 text is taken too. */
function decodeTimestamp(value: unknown): Instant {
  const at = typeof value === 'number' ? Math.round(value * 1000) : isoInstant(value)
  return Math.abs(at) <= LAST_INSTANT ? at : refuse(value, 'milliseconds since epoch')
}

const isoInstant = (value: unknown) =>
  typeof value === 'string' && ISO_8601.test(value) ? Date.parse(value) : Number.NaN

function requireObject(value: unknown): Json {
  if (Array.isArray(value)) throw new SerializationError('Start of list found where not expected')
  if (typeof value !== 'object') throw new SerializationError('Expected map or null')
  return value as Json
}

/** Wording as AWS's JSON services give it, for instance "STRING_VALUE can not be converted to an Integer". */
function refuse(value: unknown, wanted: string): never {
  if (Array.isArray(value)) throw new SerializationError('Start of list found where not expected')
  if (typeof value === 'object')
    throw new SerializationError('Start of structure or map found where not expected')
  const token = typeof value === 'boolean' ? String(value).toUpperCase() : (typeof value).toUpperCase()
  throw new SerializationError(`${token}_VALUE can not be converted to ${wanted}`)
}

/** What the engine gave, as JSON values. Members without a value are absent, never null (F-502). */
export function encodeOutput(members: Members, output: Json): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  for (const name of Object.keys(members)) {
    const value = output[name]
    if (value !== undefined && value !== null)
      json[name] = encode((members[name] as Members[string]).shape, value)
  }
  return json
}

function encode(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'blob':
      return encodeBase64(value as Bytes)
    case 'timestamp':
      return (value as Instant) / 1000
    case 'list':
      return (value as readonly unknown[]).map((item) => encode(shape.member, item))
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Json).map(([name, item]) => [name, encode(shape.value, item)]),
      )
    case 'structure':
      return encodeOutput(shape.members, value as Json)
    default:
      return value
  }
}
