import jmespath from 'jmespath'
import { failure, invalid } from './cli-error.ts'
import { Float, isBytes, isDict, isList, type Value } from './python-value.ts'

/** The package has it; its types do not. */
const { compile, search } = jmespath as typeof jmespath & { compile(expression: string): unknown }

/** What `--query` makes of an answer. */
export type Query = (value: Value) => Value

/** @throws CliError when the expression is none. @see https://jmespath.org/specification.html */
export function readQuery(expression: string): Query {
  try {
    compile(expression)
  } catch (error) {
    throw invalid(`Bad value for --query ${expression}: ${whyNot(expression, error)}`)
  }
  return (value) => {
    try {
      return valueOf(search(plainOf(value), expression) as unknown)
    } catch (error) {
      throw failure((error as Error).message)
    }
  }
}

/** The Python library's words for the commonest mistakes; the rest in those of the library used here. */
function whyNot(expression: string, error: unknown): string {
  const { message } = error as Error
  if (expression === '') return 'Invalid JMESPath expression: cannot be empty.'
  if (/EOF|Unexpected end|undefined/.test(message))
    return `Invalid jmespath expression: Incomplete expression:\n"${expression}"\n${' '.repeat(expression.length + 1)}^`
  return `Bad jmespath expression: ${message}:\n${expression}`
}

function plainOf(value: Value): unknown {
  if (isList(value)) return value.map(plainOf)
  if (!isDict(value)) return value
  const plain: Record<string, unknown> = {}
  for (const [name, one] of value)
    Object.defineProperty(plain, name, {
      value: plainOf(one),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  return plain
}

function valueOf(plain: unknown): Value {
  if (plain === null || plain === undefined || typeof plain === 'function') return null
  if (Array.isArray(plain)) return plain.map(valueOf)
  if (typeof plain !== 'object' || plain instanceof Float || isBytes(plain as Value)) return plain as Value
  return new Map(Object.entries(plain).map(([name, one]) => [name, valueOf(one)]))
}
