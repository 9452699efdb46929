import { isDict, isList, type Value } from '../python-value.ts'
import { isNumber, order, Reference, same } from './compare.ts'
import { callFunction } from './functions.ts'
import type { Comparison, Node } from './parser.ts'

/** What an expression makes of a value. @throws QueryError for a function that is given what it cannot take */
export function evaluate(node: Node, value: Value): Value {
  switch (node.kind) {
    case 'identity':
    case 'current':
      return value
    case 'field':
      return isDict(value) ? (value.get(node.name) ?? null) : null
    case 'literal':
      return node.value
    case 'index':
      return isList(value) ? (value.at(node.at) ?? null) : null
    case 'slice':
      return isList(value) ? sliced(value, node.parts) : null
    case 'chain':
      return evaluate(node.right, evaluate(node.left, value))
    case 'flatten': {
      const base = evaluate(node.of, value)
      return isList(base) ? base.flatMap((item) => (isList(item) ? item : [item])) : null
    }
    case 'projection':
      return each(evaluate(node.left, value), node.right)
    case 'values': {
      const base = evaluate(node.left, value)
      return isDict(base) ? each([...base.values()], node.right) : null
    }
    case 'filter': {
      const base = evaluate(node.left, value)
      return isList(base)
        ? each(
            base.filter((item) => !isFalse(evaluate(node.condition, item))),
            node.right,
          )
        : null
    }
    case 'or': {
      const left = evaluate(node.left, value)
      return isFalse(left) ? evaluate(node.right, value) : left
    }
    case 'and': {
      const left = evaluate(node.left, value)
      return isFalse(left) ? left : evaluate(node.right, value)
    }
    case 'not':
      return isFalse(evaluate(node.of, value))
    case 'compare':
      return compared(node.by, evaluate(node.left, value), evaluate(node.right, value))
    case 'list':
      return value === null ? null : node.items.map((item) => evaluate(item, value))
    case 'hash':
      return value === null ? null : new Map(node.pairs.map(([name, one]) => [name, evaluate(one, value)]))
    case 'call':
      return callFunction(
        node.name,
        node.args.map((argument) =>
          argument.kind === 'reference'
            ? new Reference((item) => evaluate(argument.of, item))
            : evaluate(argument, value),
        ),
      )
    case 'reference':
      return null
  }
}

const each = (base: Value, right: Node): Value =>
  isList(base) ? base.map((item) => evaluate(right, item)).filter((item) => item !== null) : null

const isFalse = (value: Value) =>
  value === null ||
  value === false ||
  value === '' ||
  (isList(value) && value.length === 0) ||
  (isDict(value) && value.size === 0)

const SIGNS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

/** Which way round only numbers and texts have, each among themselves. */
function compared(by: Comparison, left: Value, right: Value): Value {
  if (by === 'eq') return same(left, right)
  if (by === 'ne') return !same(left, right)
  const comparable = (one: Value) => isNumber(one) || typeof one === 'string'
  if (!comparable(left) || !comparable(right)) return null
  const distance = order(left, right, SIGNS[by])
  switch (by) {
    case 'lt':
      return distance < 0
    case 'lte':
      return distance <= 0
    case 'gt':
      return distance > 0
    default:
      return distance >= 0
  }
}

/** Python's slices, also backwards. */
function sliced(items: readonly Value[], [start, stop, step = 1]: readonly (number | undefined)[]): Value {
  if (step === 0) return []
  const { length } = items
  const clamp = (at: number, low: number, high: number) =>
    Math.max(low, Math.min(high, at < 0 ? at + length : at))
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1]
  const from = start === undefined ? (step > 0 ? low : high) : clamp(start, low, high)
  const to = stop === undefined ? (step > 0 ? high : low) : clamp(stop, low, high)
  const taken: Value[] = []
  for (let at = from; step > 0 ? at < to : at > to; at += step) taken.push(items[at] as Value)
  return taken
}
