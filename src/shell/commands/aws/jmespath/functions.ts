import { pythonFloat, pythonInt } from '../argument-parser.ts'
import { jsonText } from '../python-json.ts'
import { Float, isDict, isList, lengthOf, repr, textOf, type Dict, type Value } from '../python-value.ts'
import { isNumber, order, pythonType, Reference, same } from './compare.ts'
import { QueryError } from './lexer.ts'

type Argument = Value | Reference

interface Signature {
  /** Types of each argument; none: whatever it is */
  readonly takes: readonly (readonly string[])[]
  readonly variadic?: true
  run(...args: readonly never[]): Value
}

const items = (value: Value) => value as readonly Value[]
const ANY: readonly string[] = []
const NUMBERS = ['array-number']
const ALIKE = ['array-number', 'array-string']
const BY = [['array'], ['expref']] as const

/** @see https://jmespath.org/specification.html#built-in-functions */
const FUNCTIONS: Readonly<Record<string, Signature>> = {
  abs: { takes: [['number']], run: (one: Value) => numberLike(one, Math.abs(Number(one))) },
  avg: {
    takes: [NUMBERS],
    run: (list: Value) =>
      items(list).length === 0 ? null : new Float(Number(sum(items(list))) / items(list).length),
  },
  ceil: { takes: [['number']], run: (one: Value) => Math.ceil(Number(one)) },
  contains: {
    takes: [['array', 'string'], ANY],
    run(subject: Value, search: Value) {
      if (isList(subject)) return subject.some((item) => same(item, search))
      if (typeof search !== 'string')
        throw new QueryError(`'in <string>' requires string as left operand, not ${pythonType(search)}`)
      return (subject as string).includes(search)
    },
  },
  ends_with: {
    takes: [['string'], ['string']],
    run: (text: string, end: string) => text.endsWith(end),
  },
  floor: { takes: [['number']], run: (one: Value) => Math.floor(Number(one)) },
  join: { takes: [['string'], ['array-string']], run: (glue: string, list: string[]) => list.join(glue) },
  keys: { takes: [['object']], run: (dict: Dict) => [...dict.keys()] },
  length: {
    takes: [['string', 'array', 'object']],
    run: (one: Value) =>
      typeof one === 'string' ? lengthOf(one) : isList(one) ? one.length : (one as Dict).size,
  },
  map: {
    takes: [['expref'], ['array']],
    run: (by: Reference, list: Value) => items(list).map((item) => by.of(item)),
  },
  max: { takes: [ALIKE], run: (list: Value) => extreme(items(list), (item) => item, 1) },
  max_by: { takes: BY, run: (list: Value, by: Reference) => extreme(items(list), keyed('max_by', by), 1) },
  merge: {
    takes: [['object']],
    variadic: true,
    run: (...dicts: readonly Dict[]) => new Map(dicts.flatMap((dict) => [...dict])),
  },
  min: { takes: [ALIKE], run: (list: Value) => extreme(items(list), (item) => item, -1) },
  min_by: { takes: BY, run: (list: Value, by: Reference) => extreme(items(list), keyed('min_by', by), -1) },
  not_null: {
    takes: [ANY],
    variadic: true,
    run: (...args: readonly Value[]) => args.find((one) => one !== null) ?? null,
  },
  reverse: {
    takes: [['array', 'string']],
    run: (one: Value) => (isList(one) ? [...one].reverse() : [...(one as string)].reverse().join('')),
  },
  sort: {
    takes: [['array-string', 'array-number']],
    run: (list: Value) => [...items(list)].sort((a, b) => order(a, b)),
  },
  sort_by: { takes: BY, run: sortBy },
  starts_with: {
    takes: [['string'], ['string']],
    run: (text: string, begin: string) => text.startsWith(begin),
  },
  sum: { takes: [NUMBERS], run: (list: Value) => sum(items(list)) },
  to_array: { takes: [ANY], run: (one: Value) => (isList(one) ? one : [one]) },
  to_number: {
    takes: [ANY],
    run(one: Value) {
      if (isNumber(one)) return one
      if (typeof one !== 'string') return null
      const float = pythonFloat(one)
      return pythonInt(one) ?? (float === undefined ? null : new Float(float))
    },
  },
  to_string: {
    takes: [ANY],
    run: (one: Value) => (typeof one === 'string' ? one : compact(one)),
  },
  type: { takes: [ANY], run: (one: Value) => typeOf(one) },
  values: { takes: [['object']], run: (dict: Dict) => [...dict.values()] },
}

/** @throws QueryError */
export function callFunction(name: string, args: readonly Argument[]): Value {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (!known) throw new QueryError(`Unknown function: ${name}()`)
  const { takes, variadic } = known
  if (variadic ? args.length < takes.length : args.length !== takes.length)
    throw new QueryError(
      `Expected ${variadic ? 'at least ' : ''}${takes.length} ${takes.length === 1 ? 'argument' : 'arguments'} ` +
        `for function ${name}(), received ${args.length}`,
    )
  takes.forEach((types, index) => {
    if (types.length > 0) requireType(name, args[index] as Argument, types)
  })
  return known.run(...(args as readonly never[]))
}

function requireType(name: string, value: Argument, types: readonly string[]): void {
  const actual = typeOf(value)
  if (!types.some((type) => type.split('-')[0] === actual)) throw wrongType(name, value, actual, types)
  const inside = types.flatMap((type) => type.split('-').slice(1))
  if (inside.length === 0 || !isList(value)) return
  const [first] = value
  const wanted = inside.length === 1 ? inside[0] : first === undefined ? undefined : typeOf(first)
  for (const item of value)
    if (typeOf(item) !== wanted || !inside.includes(typeOf(item)))
      throw wrongType(name, item, pythonType(item), types)
}

const wrongType = (name: string, value: Argument, actual: string, types: readonly string[]) =>
  new QueryError(
    `In function ${name}(), invalid type for value: ${value instanceof Reference ? '<expression>' : textOf(value)}, ` +
      `expected one of: ${repr(types)}, received: "${actual}"`,
  )

function typeOf(value: Argument): string {
  if (value instanceof Reference) return 'expref'
  if (value === null) return 'null'
  if (isNumber(value)) return 'number'
  if (isList(value)) return 'array'
  if (isDict(value)) return 'object'
  return typeof value
}

const numberLike = (like: Value, value: number): Value => (like instanceof Float ? new Float(value) : value)

function sum(list: readonly Value[]): Value {
  const total = list.reduce<number>((all, one) => all + Number(one), 0)
  return list.some((one) => one instanceof Float) ? new Float(total) : total
}

/** The first of the greatest, or of the smallest. */
function extreme(list: readonly Value[], key: (item: Value) => Value, sign: 1 | -1): Value {
  let best: Value = null
  let bestKey: Value | undefined
  for (const item of list) {
    const itemKey = key(item)
    if (bestKey === undefined || sign * order(itemKey, bestKey, sign === 1 ? '>' : '<') > 0) {
      best = item
      bestKey = itemKey
    }
  }
  return best
}

const keyed =
  (name: string, by: Reference, types: readonly string[] = ['number', 'string']) =>
  (item: Value): Value => {
    const key = by.of(item)
    if (!types.includes(typeOf(key))) throw wrongType(name, key, typeOf(key), types)
    return key
  }

function sortBy(list: Value, by: Reference): Value {
  const [first] = items(list)
  if (first === undefined) return list
  const type = typeOf(by.of(first))
  if (type !== 'number' && type !== 'string') throw wrongType('sort_by', first, type, ['string', 'number'])
  const key = keyed('sort_by', by, [type])
  const pairs = items(list).map((item) => [key(item), item] as const)
  return pairs.sort(([a], [b]) => order(a, b)).map(([, item]) => item)
}

/** JSON without spaces, and with escapes for all that is not ASCII. */
const compact = (value: Value): string => {
  if (isList(value)) return `[${value.map(compact).join(',')}]`
  if (isDict(value))
    return `{${[...value].map(([name, one]) => `${compact(name)}:${compact(one)}`).join(',')}}`
  return jsonText(value, undefined, true)
}
