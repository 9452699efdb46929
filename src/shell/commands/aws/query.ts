import { failure, invalid } from './cli-error.ts'
import { evaluate } from './jmespath/evaluate.ts'
import { QueryError } from './jmespath/lexer.ts'
import { parseQuery } from './jmespath/parser.ts'
import type { Value } from './python-value.ts'

/** What `--query` makes of an answer. */
export type Query = (value: Value) => Value

/** @throws CliError when the expression is none. @see https://jmespath.org/specification.html */
export function readQuery(expression: string): Query {
  const node = told(
    () => parseQuery(expression),
    (message) => invalid(`Bad value for --query ${expression}: ${message}`),
  )
  return (value) => told(() => evaluate(node, value), failure)
}

function told<T>(act: () => T, as: (message: string) => Error): T {
  try {
    return act()
  } catch (error) {
    throw error instanceof QueryError ? as(error.message) : error
  }
}
