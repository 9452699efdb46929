import { likePattern } from './wildcard.ts'
import type { Condition } from './policy-document.ts'

/** What a request says about itself, by condition key in lower case; a key may have several values. */
export type RequestContext = (key: string) => readonly string[] | undefined

type Test = (given: string, wanted: string) => boolean

const numeric =
  (compare: (a: number, b: number) => boolean): Test =>
  (given, wanted) =>
    compare(Number(given), Number(wanted))
const instant = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text))
const date =
  (compare: (a: number, b: number) => boolean): Test =>
  (given, wanted) =>
    compare(instant(given), instant(wanted))
const equal: Test = (given, wanted) => given === wanted
const like: Test = (given, wanted) => likePattern(wanted).test(given)

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
  StringEqualsIgnoreCase: (given, wanted) => given.toLowerCase() === wanted.toLowerCase(),
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (given, wanted) => given.toLowerCase() === wanted.toLowerCase(),
  BinaryEquals: equal,
  IpAddress: inNetwork,
  ...Object.fromEntries(
    Object.entries(COMPARISONS).flatMap(([name, compare]) => [
      [`Numeric${name}`, numeric(compare)],
      [`Date${name}`, date(compare)],
    ]),
  ),
}

/** Whether a condition holds; an operator that nobody knows never does, and KMS keeps no policy with one. */
export function holds({ operator, key, values }: Condition, context: RequestContext): boolean {
  const [, set, rest = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/.exec(operator) ?? []
  const given = context(key.toLowerCase())
  if (rest === 'Null') return values.some((value) => (value === 'true') === (given === undefined))
  const name = rest.replace('Not', '')
  const negated = name !== rest
  const test = TESTS[name]
  if (!test) return false
  const fits = (one: string) => values.some((value) => test(one, value)) !== negated

  if (set === 'ForAllValues') return (given ?? []).every(fits)
  if (set === 'ForAnyValue') return (given ?? []).some(fits)
  if (given === undefined) return negated || ifExists !== undefined
  return given.length > 0 && given.every(fits)
}

function inNetwork(given: string, network: string): boolean {
  const [base = '', length = '32'] = network.split('/')
  const [a, b] = [addressOf(given), addressOf(base)]
  if (a === undefined || b === undefined) return false
  const shift = 2 ** (32 - Number(length))
  return Math.floor(a / shift) === Math.floor(b / shift)
}

function addressOf(text: string): number | undefined {
  const parts = text.split('.').map(Number)
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}
