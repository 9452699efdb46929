import type { Members, Shape } from '../../../kms/shapes.ts'
import { invalid } from './cli-error.ts'
import {
  Float,
  isBytes,
  isDict,
  isList,
  lengthOf,
  textOf,
  typeText,
  type Dict,
  type Value,
} from './python-value.ts'
import { readTimestamp } from './timestamps.ts'

/**
 * What botocore checks before it sends: types, names, what is required, and lower limits. Upper limits, patterns and
 * enumerations are left to the service.
 *
 * @throws CliError "Parameter validation failed: …" with a line for each fault
 */
export function validate(parameters: Dict, members: Members): void {
  const faults: string[] = []
  structure(parameters, members, '', faults)
  if (faults.length > 0) throw invalid(`Parameter validation failed:\n${faults.join('\n')}`)
}

const TYPES: Readonly<Record<Shape['kind'], readonly string[]>> = {
  string: ["<class 'str'>"],
  blob: ["<class 'bytes'>", "<class 'bytearray'>", 'file-like object'],
  integer: ["<class 'int'>"],
  double: ["<class 'float'>", "<class 'decimal.Decimal'>", "<class 'int'>"],
  boolean: ["<class 'bool'>"],
  timestamp: ["<class 'datetime.datetime'>", 'timestamp-string'],
  list: ["<class 'list'>", "<class 'tuple'>"],
  map: ["<class 'dict'>"],
  structure: ["<class 'dict'>"],
}

function check(value: Value, shape: Shape, name: string, faults: string[]): void {
  if (!fits(value, shape)) {
    faults.push(
      `Invalid type for parameter ${shown(name)}, value: ${textOf(value)}, type: ${typeText(value)}, ` +
        `valid types: ${TYPES[shape.kind].join(', ')}`,
    )
    return
  }
  const { min } = shape as { min?: number }
  switch (shape.kind) {
    case 'string': {
      const length = lengthOf(value as string)
      if (min !== undefined && length < min)
        faults.push(`Invalid length for parameter ${shown(name)}, value: ${length}, valid min length: ${min}`)
      return
    }
    case 'integer':
      if (min !== undefined && Number(value) < min)
        faults.push(
          `Invalid value for parameter ${shown(name)}, value: ${textOf(value)}, valid min value: ${min}`,
        )
      return
    case 'list': {
      const items = value as readonly Value[]
      if (min !== undefined && items.length < min)
        faults.push(
          `Invalid length for parameter ${shown(name)}, value: ${items.length}, valid min length: ${min}`,
        )
      items.forEach((item, index) => check(item, shape.member, `${name}[${index}]`, faults))
      return
    }
    case 'map':
      for (const [key, item] of value as Dict) {
        check(key, shape.key, `${name} (key: ${key})`, faults)
        check(item, shape.value, `${name}.${key}`, faults)
      }
      return
    case 'structure':
      structure(value as Dict, shape.members, name, faults)
  }
}

function structure(value: Dict, members: Members, name: string, faults: string[]): void {
  for (const [required, member] of Object.entries(members))
    if (member.required && !value.has(required))
      faults.push(`Missing required parameter in ${shown(name)}: "${required}"`)
  const known: string[] = []
  for (const key of value.keys())
    if (Object.hasOwn(members, key)) known.push(key)
    else
      faults.push(
        `Unknown parameter in ${shown(name)}: "${key}", must be one of: ${Object.keys(members).join(', ')}`,
      )
  for (const key of known)
    check(value.get(key) as Value, (members[key] as Members[string]).shape, `${name}.${key}`, faults)
}

const shown = (name: string) => (name === '' ? 'input' : name.startsWith('.') ? name.slice(1) : name)

/** In Python a bool is an int. */
function fits(value: Value, { kind }: Shape): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string'
    case 'blob':
      return typeof value === 'string' || isBytes(value)
    case 'integer':
      return typeof value === 'number' || typeof value === 'boolean'
    case 'double':
      return typeof value === 'number' || typeof value === 'boolean' || value instanceof Float
    case 'boolean':
      return typeof value === 'boolean'
    case 'timestamp':
      return (
        typeof value === 'number' ||
        value instanceof Float ||
        (typeof value === 'string' && readTimestamp(value) !== undefined)
      )
    case 'list':
      return isList(value)
    case 'map':
    case 'structure':
      return isDict(value)
  }
}
