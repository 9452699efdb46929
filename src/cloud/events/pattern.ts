/**
 * Event patterns: what a rule waits for, as data. A field of the pattern must be in the event; its list holds what the
 * value may be, and where the event has a list there, one of its entries is enough.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export type Pattern = Readonly<Record<string, unknown>>

/** Why a text is no pattern; the message follows "Event pattern is not valid. Reason: ". */
export class PatternError extends Error {
  override readonly name = 'PatternError'
}

/** @throws PatternError */
export function readPattern(text: string): Pattern {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new PatternError('Filter is not valid JSON')
  }
  if (!isObject(value)) throw new PatternError('Filter is not an object')
  if (Object.keys(value).length === 0) throw new PatternError('Empty patterns are not allowed')
  requireFields(value)
  return value
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function requireFields(pattern: Pattern): void {
  for (const [name, value] of Object.entries(pattern)) {
    if (name === '$or') {
      if (!Array.isArray(value) || value.length < 2 || !value.every(isObject))
        throw new PatternError('"$or" must be an array of at least two patterns')
      value.forEach(requireFields)
    } else if (isObject(value)) {
      if (Object.keys(value).length === 0) throw new PatternError(`"${name}" must not be empty`)
      requireFields(value)
    } else if (!Array.isArray(value)) {
      throw new PatternError(`"${name}" must be an object or an array`)
    } else {
      if (value.length === 0) throw new PatternError('Empty arrays are not allowed')
      value.forEach(requireMatcher)
    }
  }
}

function requireMatcher(matcher: unknown): void {
  if (Array.isArray(matcher))
    throw new PatternError('Match value must be String, number, true, false, or null')
  if (!isObject(matcher)) return
  const [[name, value] = ['', undefined], ...more] = Object.entries(matcher)
  if (more.length > 0 || !Object.hasOwn(MATCHERS, name))
    throw new PatternError(`Unrecognized match type ${name || Object.keys(matcher).join()}`)
  if (!(MATCHERS[name] as Matcher).sound(value)) throw new PatternError(`Value of ${name} is not valid`)
}

interface Matcher {
  sound(wanted: unknown): boolean
  /** @param value of the event; undefined: the field is not there */
  holds(value: unknown, wanted: unknown): boolean
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrFolded = (value: unknown) =>
  isText(value) || (isObject(value) && Object.keys(value).join() === FOLDED && isText(value[FOLDED]))
const FOLDED = 'equals-ignore-case'

/** A text, or one that may be in either case. */
function onText(test: (value: string, wanted: string) => boolean): Matcher {
  return {
    sound: isTextOrFolded,
    holds(value, wanted) {
      if (!isText(value)) return false
      if (isText(wanted)) return test(value, wanted)
      const folded = (wanted as Readonly<Record<string, string>>)[FOLDED] as string
      return test(value.toLowerCase(), folded.toLowerCase())
    },
  }
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function ranges(wanted: unknown): readonly (readonly [compare: string, to: number])[] | undefined {
  if (!Array.isArray(wanted) || (wanted.length !== 2 && wanted.length !== 4)) return undefined
  const pairs = Array.from(
    { length: wanted.length / 2 },
    (_, i) => [wanted[2 * i], wanted[2 * i + 1]] as const,
  )
  return pairs.every(
    ([compare, to]) => isText(compare) && Object.hasOwn(COMPARE, compare) && typeof to === 'number',
  )
    ? (pairs as readonly (readonly [string, number])[])
    : undefined
}

const wildcard = (wanted: string) =>
  new RegExp(
    `^${wanted
      .split(/(?<!\\)\*/)
      .map((part) => part.replaceAll('\\*', '*').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  )

const MATCHERS: Readonly<Record<string, Matcher>> = {
  prefix: onText((value, wanted) => value.startsWith(wanted)),
  suffix: onText((value, wanted) => value.endsWith(wanted)),
  [FOLDED]: {
    sound: isText,
    holds: (value, wanted) => isText(value) && value.toLowerCase() === (wanted as string).toLowerCase(),
  },
  wildcard: {
    // Two stars in a row mean no more than one; the service refuses them, and so no expression can backtrack far.
    sound: (wanted) => isText(wanted) && !wanted.includes('**') && wanted.split('*').length <= 6,
    holds: (value, wanted) => isText(value) && wildcard(wanted as string).test(value),
  },
  numeric: {
    sound: (wanted) => ranges(wanted) !== undefined,
    holds: (value, wanted) =>
      typeof value === 'number' &&
      (ranges(wanted) ?? []).every(([compare, to]) => COMPARE[compare]?.(value, to) === true),
  },
  exists: {
    sound: (wanted) => typeof wanted === 'boolean',
    holds: (value, wanted) => (value !== undefined) === wanted,
  },
  'anything-but': {
    sound(wanted) {
      if (!isObject(wanted)) return list(wanted).length > 0 && list(wanted).every(isPlain)
      const [[name, value] = ['', undefined], ...more] = Object.entries(wanted)
      const known = ['prefix', 'suffix', FOLDED, 'wildcard'].includes(name)
      return more.length === 0 && known && list(value).every((one) => MATCHERS[name]?.sound(one))
    },
    holds(value, wanted) {
      if (value === undefined) return false
      if (!isObject(wanted)) return !list(wanted).includes(value)
      const [[name, values] = ['', undefined]] = Object.entries(wanted)
      return !list(values).some((one) => MATCHERS[name]?.holds(value, one))
    },
  },
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number'

export function matches(pattern: Pattern, event: unknown): boolean {
  // A list of objects in the event matches where one of them does.
  if (Array.isArray(event)) return event.some((each) => matches(pattern, each))
  const fields = isObject(event) ? event : {}
  return Object.entries(pattern).every(([name, wanted]) => {
    if (name === '$or') return (wanted as readonly Pattern[]).some((each) => matches(each, event))
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!Array.isArray(wanted)) return matches(wanted as Pattern, value)
    const values = Array.isArray(value) ? value : [value]
    return wanted.some((one) => values.some((each) => holds(each, one)))
  })
}

function holds(value: unknown, wanted: unknown): boolean {
  if (!isObject(wanted)) return value === wanted
  const [[name, argument] = ['', undefined]] = Object.entries(wanted)
  // Nothing but a leaf exists: an object there is a field with fields of its own.
  return MATCHERS[name]?.holds(isObject(value) ? undefined : value, argument) === true
}
