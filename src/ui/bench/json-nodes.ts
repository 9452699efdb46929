import type { Members, Shape } from '../../kms/shapes.ts'
import { cliTime } from './utc.ts'

export type Scalar =
  | { readonly kind: 'text' | 'number' | 'word'; readonly shown: string }
  | { readonly kind: 'time'; readonly shown: string }
  /** Text that is shortened, or a blob, whose whole text is base64 */
  | { readonly kind: 'long'; readonly shown: string; readonly whole: string; readonly blob: boolean }

/** JSON as a tree that a screen can fold and mark. */
export type JsonNode =
  | { readonly is: 'scalar'; readonly value: Scalar; readonly mark?: Mark }
  | {
      readonly is: 'list' | 'structure'
      readonly entries: readonly JsonEntry[]
      readonly gone: readonly string[]
      readonly mark?: Mark
    }

export interface JsonEntry {
  readonly name?: string
  readonly node: JsonNode
}

/** Differs from the answer to the same command before; `was` when that is short enough to read. */
export interface Mark {
  readonly was?: string
}

/** An ARN stays whole. */
const LONGEST_SHOWN = 100
const SHORTENED_TO = 24

export interface JsonContext {
  readonly members?: Members
  /** The answer to the same command before */
  readonly before?: Readonly<Record<string, unknown>>
}

export function jsonTree(
  output: Readonly<Record<string, unknown>>,
  { members, before }: JsonContext = {},
): JsonNode {
  return nodeOf(output, members && { kind: 'structure', members }, before, before !== undefined)
}

function nodeOf(value: unknown, shape: Shape | undefined, before: unknown, compare: boolean): JsonNode {
  const mark = compare && !same(value, before) ? { mark: markOf(before, shape) } : {}
  if (Array.isArray(value)) {
    const item = shape?.kind === 'list' ? shape.member : undefined
    const old = Array.isArray(before) ? before : []
    // Items are compared by place; a list that grew marks its new items.
    return {
      is: 'list',
      entries: value.map((entry, i) => ({ node: nodeOf(entry, item, old[i], compare) })),
      gone: [],
    }
  }
  if (typeof value === 'object' && value !== null) {
    const old = isObject(before) ? before : undefined
    const entries = Object.entries(value).map(([name, entry]) => ({
      name,
      node: nodeOf(entry, memberShape(shape, name), old?.[name], compare && old !== undefined),
    }))
    const gone = compare && old ? Object.keys(old).filter((name) => !Object.hasOwn(value, name)) : []
    return { is: 'structure', entries, gone, ...(old === undefined ? mark : {}) }
  }
  return { is: 'scalar', value: scalar(value, shape), ...mark }
}

export function scalar(value: unknown, shape?: Shape): Scalar {
  if (typeof value === 'number') {
    // The wire carries seconds; the AWS CLI prints ISO 8601.
    return shape?.kind === 'timestamp'
      ? { kind: 'time', shown: JSON.stringify(cliTime(Math.round(value * 1000))) }
      : { kind: 'number', shown: String(value) }
  }
  if (typeof value !== 'string') return { kind: 'word', shown: String(value) }
  const blob = shape?.kind === 'blob'
  const short = value.length <= LONGEST_SHOWN
  if (short && !blob) return { kind: 'text', shown: JSON.stringify(value) }
  const shown = short
    ? JSON.stringify(value)
    : `"${JSON.stringify(value.slice(0, SHORTENED_TO)).slice(1, -1)}…"`
  return { kind: 'long', shown, whole: value, blob }
}

function markOf(before: unknown, shape: Shape | undefined): Mark {
  if (before === undefined || (typeof before === 'object' && before !== null)) return {}
  const old = scalar(before, shape)
  return old.kind === 'long' ? {} : { was: old.shown }
}

/** The text as the AWS CLI would print it, for copying. */
export function cliJson(node: JsonNode, indent = ''): string {
  if (node.is === 'scalar')
    return node.value.kind === 'long' ? JSON.stringify(node.value.whole) : node.value.shown
  const [open, close] = node.is === 'list' ? '[]' : '{}'
  if (node.entries.length === 0) return `${open}${close}`
  const inner = `${indent}    `
  const lines = node.entries.map(
    ({ name, node: entry }) =>
      `${inner}${name === undefined ? '' : `${JSON.stringify(name)}: `}${cliJson(entry, inner)}`,
  )
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}

function memberShape(shape: Shape | undefined, name: string): Shape | undefined {
  if (shape?.kind === 'map') return shape.value
  return shape?.kind === 'structure' && Object.hasOwn(shape.members, name)
    ? shape.members[name]?.shape
    : undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((entry, i) => same(entry, b[i]))
  if (!isObject(a)) return a === b
  if (!isObject(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  )
}
