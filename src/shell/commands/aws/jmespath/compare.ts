import { Float, isDict, isList, type Dict, type Value } from '../python-value.ts'
import { QueryError } from './lexer.ts'

/** An expression handed to a function, as `&Name` in sort_by. */
export class Reference {
  readonly of: (value: Value) => Value

  constructor(of: (value: Value) => Value) {
    this.of = of
  }
}

export const isNumber = (value: unknown): value is number | Float =>
  typeof value === 'number' || value instanceof Float

/** Texts by code points, as Python orders them. @throws QueryError for a number beside a text */
export function order(a: Value, b: Value, sign = '<'): number {
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b)
  if (typeof a !== typeof b || isNumber(a) || isNumber(b))
    throw new QueryError(
      `'${sign}' not supported between instances of '${pythonType(a)}' and '${pythonType(b)}'`,
    )
  const [first, second] = [[...String(a)], [...String(b)]]
  for (let i = 0; i < Math.min(first.length, second.length); i++) {
    const distance = ((first[i] as string).codePointAt(0) ?? 0) - ((second[i] as string).codePointAt(0) ?? 0)
    if (distance !== 0) return distance
  }
  return first.length - second.length
}

export function same(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return Number(left) === Number(right)
  if (isList(left))
    return (
      isList(right) &&
      left.length === right.length &&
      left.every((item, index) => same(item, right[index] as Value))
    )
  if (isDict(left)) return isDict(right) && sameDict(left, right)
  return left === right
}

const sameDict = (left: Dict, right: Dict) =>
  left.size === right.size &&
  [...left].every(([name, item]) => right.has(name) && same(item, right.get(name) as Value))

/** The name of a value's type in Python's own messages. */
export function pythonType(value: Value): string {
  if (value === null) return 'NoneType'
  if (value instanceof Float) return 'float'
  if (typeof value === 'number') return 'int'
  if (isList(value)) return 'list'
  if (isDict(value)) return 'dict'
  return typeof value === 'boolean' ? 'bool' : 'str'
}
