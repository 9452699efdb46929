import { describe, expect, it } from 'vitest'
import { conditionOperators } from '../kms/policy-grammar.ts'
import { holds, type RequestContext } from './policy-conditions.ts'

const KEY = 'kms:Key'
const asked = (operator: string, values: string | readonly string[], given?: string | readonly string[]) => {
  const context: RequestContext = (key) => {
    if (key === 'aws:username') return ['ben']
    return key !== KEY.toLowerCase() || given === undefined ? undefined : [given].flat()
  }
  return holds({ operator, key: KEY, values: [values].flat() }, context)
}

/** Written down from the IAM user guide, operator by operator: what is given, and what holds. */
const TABLE: readonly (readonly [
  operator: string,
  wanted: string | string[],
  given: string,
  holds: boolean,
])[] = [
  ['StringEquals', 'Ab', 'Ab', true],
  ['StringEquals', 'Ab', 'ab', false],
  ['StringEquals', 'a*', 'ab', false],
  ['StringEquals', ['x', 'Ab'], 'Ab', true],
  ['StringEquals', '${aws:username}', 'ben', true],
  ['StringNotEquals', 'Ab', 'ab', true],
  ['StringNotEquals', ['x', 'ab'], 'ab', false],
  ['StringEqualsIgnoreCase', 'AB', 'ab', true],
  ['StringEqualsIgnoreCase', 'AB', 'abc', false],
  ['StringNotEqualsIgnoreCase', 'AB', 'ab', false],
  ['StringNotEqualsIgnoreCase', 'AB', 'b', true],
  ['StringLike', 'a?c*', 'abcd', true],
  ['StringLike', 'a?c', 'ac', false],
  ['StringNotLike', 'a*', 'abc', false],
  ['StringNotLike', 'a*', 'bc', true],
  ['ArnEquals', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a/b', true],
  ['ArnEquals', 'arn:aws:iam::*', 'arn:aws:iam::1:role/a', false],
  ['ArnLike', 'arn:*:iam::1:role/a', 'arn:aws:iam::1:role/a', true],
  ['ArnLike', 'arn:*:1:role/a', 'arn:aws:iam::1:role/a', false],
  ['ArnNotEquals', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b', true],
  ['ArnNotEquals', 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/a', false],
  ['ArnNotLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/b', false],
  ['ArnNotLike', 'arn:aws:iam::1:role/*', 'arn:aws:iam::2:role/b', true],
  ['Bool', 'true', 'true', true],
  ['Bool', 'True', 'true', true],
  ['Bool', 'false', 'true', false],
  ['BinaryEquals', 'QUI=', 'QUI=', true],
  ['BinaryEquals', 'QUI=', 'qui=', false],
  ['IpAddress', '192.0.2.0/24', '192.0.2.10', true],
  ['IpAddress', '192.0.2.0/24', '192.0.3.10', false],
  ['IpAddress', '192.0.2.10', '192.0.2.10', true],
  ['IpAddress', '0.0.0.0/0', '198.51.100.1', true],
  ['IpAddress', '192.0.2.0/24', 'AWS Internal', false],
  ['NotIpAddress', '192.0.2.0/24', '192.0.3.10', true],
  ['NotIpAddress', '192.0.2.0/24', '192.0.2.10', false],
  ['NumericEquals', '7', '7.0', true],
  ['NumericEquals', '7', '8', false],
  ['NumericEquals', 'x', 'x', false],
  ['NumericNotEquals', '7', '8', true],
  ['NumericNotEquals', '7', '7', false],
  ['NumericLessThan', '7', '6', true],
  ['NumericLessThan', '7', '7', false],
  ['NumericLessThanEquals', '7', '7', true],
  ['NumericLessThanEquals', '7', '8', false],
  ['NumericGreaterThan', '7', '8', true],
  ['NumericGreaterThan', '7', '7', false],
  ['NumericGreaterThanEquals', '7', '7', true],
  ['NumericGreaterThanEquals', '7', '6', false],
  ['DateEquals', '2026-01-12T09:00:00Z', '1768208400', true],
  ['DateEquals', '2026-01-12T09:00:01Z', '1768208400', false],
  ['DateNotEquals', '2026-01-12T09:00:01Z', '1768208400', true],
  ['DateNotEquals', '2026-01-12T09:00:00Z', '1768208400', false],
  ['DateLessThan', '2026-01-13', '2026-01-12T23:59:59Z', true],
  ['DateLessThan', '2026-01-13', '2026-01-13T00:00:00Z', false],
  ['DateLessThanEquals', '2026-01-13', '2026-01-13T00:00:00Z', true],
  ['DateLessThanEquals', '2026-01-13', '2026-01-13T00:00:01Z', false],
  ['DateGreaterThan', '1768208400', '2026-01-12T09:00:01Z', true],
  ['DateGreaterThan', '1768208400', '2026-01-12T09:00:00Z', false],
  ['DateGreaterThanEquals', '1768208400', '2026-01-12T09:00:00Z', true],
  ['DateGreaterThanEquals', '1768208400', '2026-01-12T08:59:59Z', false],
]

describe('an operator', () => {
  it.each(TABLE)('%s %j of %j is %s', (operator, wanted, given, expected) => {
    expect(asked(operator, wanted, given)).toBe(expected)
  })

  it.each([...conditionOperators])('%s is shown here to hold and to fail', (operator) => {
    const results = TABLE.filter(([name]) => name === operator).map(([, , , result]) => result)
    expect(new Set(results)).toEqual(new Set([true, false]))
  })

  it('that nobody knows never holds', () => expect(asked('StringMatches', 'a', 'a')).toBe(false))
})

describe('a key that the request does not have', () => {
  it.each([...conditionOperators])(
    'fails under %s unless it is negated, and holds with IfExists',
    (operator) => {
      expect(asked(operator, '1')).toBe(operator.includes('Not'))
      expect(asked(`${operator}IfExists`, '1')).toBe(true)
      expect(asked(`ForAllValues:${operator}`, '1')).toBe(true)
      expect(asked(`ForAnyValue:${operator}`, '1')).toBe(false)
    },
  )

  it('is what Null asks for', () => {
    expect(asked('Null', 'true')).toBe(true)
    expect(asked('Null', 'false')).toBe(false)
    expect(asked('Null', 'true', 'x')).toBe(false)
    expect(asked('Null', 'false', 'x')).toBe(true)
  })
})

describe('a key with several values', () => {
  it.each([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['a', 'c'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
    ['ForAllValues:StringNotEquals', ['a'], ['a', 'c'], false],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'c'], true],
    ['ForAnyValue:StringNotEquals', ['a'], ['a'], false],
    ['StringEquals', ['a'], ['a', 'c'], true],
    ['StringNotEquals', ['a'], ['a', 'c'], false],
  ])('under %s %j, given %j: %s', (operator, wanted, given, expected) => {
    expect(asked(operator, wanted, given)).toBe(expected)
  })
})
