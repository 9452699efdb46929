import { JsonError, parseJson } from '../python-json.ts'
import { lengthOf, type Value } from '../python-value.ts'

export type TokenType =
  | 'eof' | 'unquoted_identifier' | 'quoted_identifier' | 'literal' | 'rbracket' | 'rparen' | 'comma' | 'rbrace'
  | 'number' | 'current' | 'expref' | 'colon' | 'pipe' | 'or' | 'and' | 'eq' | 'gt' | 'lt' | 'gte' | 'lte' | 'ne'
  | 'flatten' | 'star' | 'filter' | 'dot' | 'not' | 'lbrace' | 'lbracket' | 'lparen' // biome-ignore format: one glance

export interface Token {
  readonly type: TokenType
  readonly value: Value
  readonly start: number
}

/** The expression is none. Its text is the one that the AWS CLI's own library gives. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
}

const SIGNS: readonly (readonly [string, TokenType])[] = [
  ['[]', 'flatten'],
  ['[?', 'filter'],
  ['||', 'or'],
  ['&&', 'and'],
  ['<=', 'lte'],
  ['>=', 'gte'],
  ['!=', 'ne'],
  ['==', 'eq'],
  ['[', 'lbracket'],
  ['|', 'pipe'],
  ['&', 'expref'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['!', 'not'],
  ['.', 'dot'],
  ['*', 'star'],
  [']', 'rbracket'],
  [',', 'comma'],
  [':', 'colon'],
  ['@', 'current'],
  ['(', 'lparen'],
  [')', 'rparen'],
  ['{', 'lbrace'],
  ['}', 'rbrace'],
]

/** @throws QueryError "Bad jmespath expression: …" with a caret under the place */
export function tokensOf(expression: string): Token[] {
  if (expression === '') throw new QueryError('Invalid JMESPath expression: cannot be empty.')
  const letters = [...expression]
  const tokens: Token[] = []
  let at = 0

  const fail = (message: string, place: number): never => {
    throw new QueryError(`Bad jmespath expression: ${message}:\n${expression}\n${' '.repeat(place)}^`)
  }
  const push = (type: TokenType, value: Value, start: number) => tokens.push({ type, value, start })
  const run = (pattern: RegExp) => {
    const begin = at++
    while (at < letters.length && pattern.test(letters[at] as string)) at++
    return letters.slice(begin, at).join('')
  }

  /** What stands between two delimiters; a backslash keeps the letter behind it. */
  function between(delimiter: string): string {
    const begin = at++
    let inside = ''
    while (letters[at] !== delimiter) {
      if (letters[at] === '\\') {
        inside += '\\'
        at++
      }
      const letter = letters[at]
      if (letter === undefined) return fail(`Unclosed ${delimiter} delimiter`, begin)
      inside += letter
      at++
    }
    at++
    return inside
  }

  function literal(start: number): Value {
    const text = between('`').replaceAll('\\`', '`')
    for (const json of [text, `"${text.trimStart()}"`])
      try {
        return parseJson(json)
      } catch (error) {
        if (!(error instanceof JsonError)) throw error
      }
    return fail(`Bad token ${text}`, start)
  }

  function quotedName(start: number): Value {
    try {
      return parseJson(`"${between('"')}"`)
    } catch (error) {
      if (!(error instanceof JsonError)) throw error
      return fail(error.message.split(':')[0] as string, start)
    }
  }

  while (at < letters.length) {
    const start = at
    const letter = letters[at] as string
    const pair = letter + (letters[at + 1] ?? '')
    const sign = SIGNS.find(([text]) => text === pair) ?? SIGNS.find(([text]) => text === letter)
    if (/[ \t\n\r]/.test(letter)) at++
    else if (/[A-Za-z_]/.test(letter)) push('unquoted_identifier', run(/[A-Za-z0-9_]/), start)
    else if (/[0-9]/.test(letter)) push('number', Number(run(/[0-9]/)), start)
    else if (letter === '-') {
      const number = run(/[0-9]/)
      if (number === '-') fail("Unknown token '-'", start)
      push('number', Number(number), start)
    } else if (letter === "'") push('literal', between("'").replaceAll("\\'", "'"), start)
    else if (letter === '`') push('literal', literal(start), start)
    else if (letter === '"') push('quoted_identifier', quotedName(start), start)
    else if (sign) {
      at += sign[0].length
      push(sign[1], sign[0], start)
    } else if (letter === '=') fail("Unknown token '='", start)
    else fail(`Unknown token ${letter}`, start)
  }
  push('eof', '', lengthOf(expression))
  return tokens
}
