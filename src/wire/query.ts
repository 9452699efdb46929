import { encodeBase64 } from '../bytes/base64.ts'
import type { Bytes } from '../bytes/bytes.ts'
import type { Members, Shape } from '../kms/shapes.ts'
import type { Instant } from '../world/clock.ts'
import { MAX_DEPTH } from './json-text.ts'
import { SerializationError } from './serialization-error.ts'

/**
 * The Query protocol: a form in, XML out, led by an operation's shape.
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
type Values = Readonly<Record<string, unknown>>

/** What a form says of the members, in the values that JSON would have. @throws SerializationError */
export function decodeForm(members: Members, form: URLSearchParams): Values {
  const root = new Node()
  for (const [name, value] of form) root.put(name.split('.'), value)
  return structure(members, root)
}

/** The dotted names of a form as a tree. */
class Node {
  text: string | undefined
  readonly children = new Map<string, Node>()

  put([first, ...rest]: readonly string[], value: string, depth = 0): void {
    if (depth > MAX_DEPTH)
      throw new SerializationError(`The request is nested deeper than ${MAX_DEPTH} levels`)
    if (first === undefined) {
      this.text = value
      return
    }
    const child = this.children.get(first) ?? new Node()
    this.children.set(first, child)
    child.put(rest, value, depth + 1)
  }

  /** Entries numbered from 1, under one further name or none. */
  numbered(under: string): Node[] {
    const { children } = this.children.get(under) ?? this
    const entries = [...children].filter(([name]) => /^[1-9]\d{0,5}$/.test(name))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, node]) => node)
  }
}

function structure(members: Members, node: Node): Values {
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(members)) {
    const child = node.children.get(name)
    if (child) values[name] = decode((members[name] as Members[string]).shape, child)
  }
  return values
}

function decode(shape: Shape, node: Node): unknown {
  const { text = '' } = node
  switch (shape.kind) {
    case 'integer':
    case 'double':
      if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) throw new SerializationError(`${text} is no number`)
      return Number(text)
    case 'boolean':
      if (text !== 'true' && text !== 'false')
        throw new SerializationError(`${text} is neither true nor false`)
      return text === 'true'
    case 'list':
      return node.numbered('member').map((entry) => decode(shape.member, entry))
    case 'map':
      return Object.fromEntries(
        node
          .numbered('entry')
          .map((entry) => [
            entry.children.get('key')?.text ?? '',
            decode(shape.value, entry.children.get('value') ?? new Node()),
          ]),
      )
    case 'structure':
      return structure(shape.members, node)
    default:
      return text
  }
}

/** Members as elements, without the element around them. */
export function encodeXml(members: Members, output: Values): string {
  let xml = ''
  for (const name of Object.keys(members)) {
    const value = output[name]
    if (value !== undefined && value !== null)
      xml += element(name, content((members[name] as Members[string]).shape, value))
  }
  return xml
}

export const element = (name: string, inside: string) => `<${name}>${inside}</${name}>`

function content(shape: Shape, value: unknown): string {
  switch (shape.kind) {
    case 'timestamp':
      return new Date(value as Instant).toISOString()
    case 'blob':
      return encodeBase64(value as Bytes)
    case 'list':
      return (value as readonly unknown[])
        .map((item) => element('member', content(shape.member, item)))
        .join('')
    case 'map':
      return Object.entries(value as object)
        .map(([name, item]) =>
          element('entry', element('key', escaped(name)) + element('value', content(shape.value, item))),
        )
        .join('')
    case 'structure':
      return encodeXml(shape.members, value as Values)
    default:
      return escaped(String(value))
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What XML 1.0 cannot hold at all, control characters, is left out. */
export const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] as string)
