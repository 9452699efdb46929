import { describe, expect, it } from 'vitest'
import { parseJson, jsonText } from '../python-json.ts'
import { readQuery } from '../query.ts'

const DOCUMENT = parseJson(
  '{"a":[{"n":"x","v":1,"t":["p","q"]},{"n":"b","v":2.5,"t":[]},{"n":"é","v":-3,"t":null},{"v":0,"n":"y","on":true}],' +
    '"b":{"c":{"d":"deep","e":[1,2,3,[4,5]]},"k":"v"},"s":"text","z":null,"f":false,"n":7,"fl":1.0}',
)

/** Beside each expression what the library of the AWS CLI (jmespath 1.0.1 for Python) answered. */
describe('queries', () => {
  it.each([
    ['a[*].n', '["x", "b", "é", "y"]'],
    ['a[?v > `0`].n', '["x", "b"]'],
    ["a[?n < 'c'].v", '[2.5]'],
    ['a[?on].n | [0]', '"y"'],
    ['a[].t[]', '["p", "q"]'],
    ['a[::-1].v', '[0, -3, 2.5, 1]'],
    ['a[-2:].n', '["é", "y"]'],
    ['b.*.d', '["deep"]'],
    ['b.c.e[] | [-1]', '5'],
    ['sort_by(a, &v)[0].n', '"é"'],
    ['max_by(a, &n).n', '"é"'],
    ['min_by(a, &v).v', '-3'],
    ['sum(a[].v)', '0.5'],
    ['avg(b.c.e[:3])', '2.0'],
    ['to_string(b.c)', JSON.stringify('{"d":"deep","e":[1,2,3,[4,5]]}')],
    ["join('-', sort(a[].n))", '"b-x-y-é"'],
    ["starts_with(@.s, 'te')", 'true'],
    ['{two: `2.0`, one: n, none: nothing}', '{"two": 2.0, "one": 7, "none": null}'],
    ['!z && s', '"text"'],
    ['fl == `1`', 'true'],
    ["to_number('1e3')", '1000.0'],
    ['length(s)', '4'],
    ['constructor', 'null'],
    ['map(&v, a)', '[1, 2.5, -3, 0]'],
    ['merge(b, {k: `1`}).k', '1'],
  ])('%s', (expression, answer) => {
    expect(jsonText(readQuery(expression)(DOCUMENT))).toBe(answer)
  })

  it.each([
    ['a[', 'Invalid jmespath expression: Incomplete expression:\n"a["\n   ^'],
    [
      'a b',
      'Unexpected token: b: Parse error at column 2, token "b" (UNQUOTED_IDENTIFIER), for expression:\n"a b"\n   ^',
    ],
    ["a[?n = 'x']", "Bad jmespath expression: Unknown token '=':\na[?n = 'x']\n     ^"],
    ["'open", "Bad jmespath expression: Unclosed ' delimiter:\n'open\n^"],
  ])('%s is refused, with a caret under the place', (expression, why) => {
    expect(() => readQuery(expression)).toThrow(`Bad value for --query ${expression}: ${why}`)
  })

  it.each([
    [
      'length(n)',
      "In function length(), invalid type for value: 7, expected one of: ['string', 'array', 'object'], received: \"number\"",
    ],
    [
      'sum(s)',
      'In function sum(), invalid type for value: text, expected one of: [\'array-number\'], received: "string"',
    ],
    ['nope(s)', 'Unknown function: nope()'],
    ['abs(n, n)', 'Expected 1 argument for function abs(), received 2'],
    ["n < 'x'", "'<' not supported between instances of 'int' and 'str'"],
  ])('%s fails on the answer', (expression, why) => {
    expect(() => readQuery(expression)(DOCUMENT)).toThrow(why)
  })
})
