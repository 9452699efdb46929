import type { Condition } from './policy-document.ts'
import { matches, resolved, type Variables } from './wildcard.ts'

/** What a request says about itself, by condition key in lower case; a key may have several values. */
export type RequestContext = (key: string) => readonly string[] | undefined

type Test = (given: string, wanted: string, variables?: Variables) => boolean

/** Numbers and dates that are none compare with nothing. */
const comparing =
  (read: (text: string) => number, compare: (a: number, b: number) => boolean): Test =>
  (given, wanted, variables) => {
    const text = resolved(wanted, variables)
    return text !== undefined && compare(read(given), read(text))
  }
const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))
/** ISO 8601, or seconds since 1970 (IAM user guide, date condition operators). */
const instant = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text))

const equal: Test = (given, wanted, variables) => given === resolved(wanted, variables)
const sameLetters: Test = (given, wanted, variables) =>
  given.toLowerCase() === resolved(wanted, variables)?.toLowerCase()
const like: Test = (given, wanted, variables) => matches(wanted, given, variables)

/** The six parts of an ARN are compared each for itself: a wildcard does not reach across a colon. */
const likeArn: Test = (given, wanted, variables) => {
  const [have, want] = [partsOfArn(given), partsOfArn(wanted)]
  return have.length === want.length && have.every((part, i) => matches(want[i] as string, part, variables))
}
const partsOfArn = (arn: string) => {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(':')] : [])]
}

const COMPARISONS = {
  Equals: (a: number, b: number) => a === b,
  LessThan: (a: number, b: number) => a < b,
  LessThanEquals: (a: number, b: number) => a <= b,
  GreaterThan: (a: number, b: number) => a > b,
  GreaterThanEquals: (a: number, b: number) => a >= b,
}

/**
 * The operators, each as a test of one value. A name with `Not` is the opposite of the one without.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: equal,
  StringEqualsIgnoreCase: sameLetters,
  StringLike: like,
  ArnEquals: likeArn,
  ArnLike: likeArn,
  Bool: sameLetters,
  BinaryEquals: equal,
  IpAddress: (given, wanted) => inNetwork(given, wanted),
  ...Object.fromEntries(
    Object.entries(COMPARISONS).flatMap(([name, compare]) => [
      [`Numeric${name}`, comparing(number, compare)],
      [`Date${name}`, comparing(instant, compare)],
    ]),
  ),
}

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/

/**
 * Whether a condition holds. Absent keys and several values follow the IAM user guide; an operator nobody knows never
 * holds, and no policy with one is kept.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
 */
export function holds(
  { operator, key, values }: Condition,
  context: RequestContext,
  variables = true,
): boolean {
  const [, set, rest = '', ifExists] = OPERATOR.exec(operator) ?? []
  const given = context(key.toLowerCase())
  if (rest === 'Null') return values.some((value) => value.toLowerCase() === String(given === undefined))
  const name = rest.replace('Not', '')
  const negated = name !== rest
  const test = TESTS[name]
  if (!test) return false
  const value: Variables | undefined = variables ? (asked) => only(context(asked.toLowerCase())) : undefined
  const fits = (one: string) => values.some((wanted) => test(one, wanted, value)) !== negated

  if (set === 'ForAllValues') return (given ?? []).every(fits)
  if (given === undefined) return ifExists !== undefined || (negated && set === undefined)
  if (set === 'ForAnyValue') return given.some(fits)
  // Several values without a set operator: any may fit, and a negation must hold for all.
  return negated ? given.every(fits) : given.some(fits)
}

/** A variable stands for one value. */
const only = (values: readonly string[] | undefined) => (values?.length === 1 ? values[0] : undefined)

function inNetwork(given: string, network: string): boolean {
  const [base = '', length = '32'] = network.split('/')
  const [a, b] = [addressOf(given), addressOf(base)]
  if (a === undefined || b === undefined || !/^(?:[12]?\d|3[0-2])$/.test(length)) return false
  const size = 2 ** (32 - Number(length))
  return Math.floor(a / size) === Math.floor(b / size)
}

/** IPv4 only. */
function addressOf(text: string): number | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return undefined
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0)
}
