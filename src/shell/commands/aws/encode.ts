import { encodeBase64 } from '../../../bytes/base64.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { Members, Shape } from '../../../kms/shapes.ts'
import { Float, isDict, isList, type Dict, type Value } from './python-value.ts'
import { isoTime, readTimestamp } from './timestamps.ts'

/** Checked parameters as the JSON values that travel: blobs as base64, times as whole seconds. */
export function toWire(parameters: Dict, members: Members): Dict {
  const out: Dict = new Map()
  for (const [name, value] of parameters) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined
    out.set(name, member ? encode(value, member.shape) : value)
  }
  return out
}

function encode(value: Value, shape: Shape): Value {
  switch (shape.kind) {
    case 'blob':
      return encodeBase64(typeof value === 'string' ? encodeUtf8(value) : (value as Uint8Array))
    case 'timestamp':
      return Math.trunc(
        (typeof value === 'string' ? (readTimestamp(value) as number) : Number(value) * 1000) / 1000,
      )
    case 'list':
      return (value as readonly Value[]).map((one) => encode(one, shape.member))
    case 'map':
      return new Map([...(value as Dict)].map(([name, one]) => [name, encode(one, shape.value)]))
    case 'structure':
      return toWire(value as Dict, shape.members)
    default:
      return value
  }
}

/** An answer as the CLI shows it: in the order of the model, blobs still base64, times as ISO 8601. */
export function fromWire(answer: Dict, members: Members): Dict {
  const out: Dict = new Map()
  for (const [name, { shape }] of Object.entries(members)) {
    const value = answer.get(name)
    if (value !== undefined && value !== null) out.set(name, decode(value, shape))
  }
  return out
}

function decode(value: Value, shape: Shape): Value {
  switch (shape.kind) {
    case 'timestamp':
      return typeof value === 'number' || value instanceof Float ? isoTime(Number(value)) : value
    case 'double':
      return typeof value === 'number' ? new Float(value) : value
    case 'list':
      return isList(value) ? value.map((one) => decode(one, shape.member)) : value
    case 'map':
      return isDict(value)
        ? new Map([...value].map(([name, one]) => [name, decode(one, shape.value)]))
        : value
    case 'structure':
      return isDict(value) ? fromWire(value, shape.members) : value
    default:
      return value
  }
}
