import { repr, textOf, type Value } from '../python-value.ts'
import { QueryError, tokensOf, type Token, type TokenType } from './lexer.ts'

export type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'

export type Node =
  | { readonly kind: 'identity' | 'current' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'index'; readonly at: number }
  | { readonly kind: 'slice'; readonly parts: readonly (number | undefined)[] }
  /** One after the other: a.b, a[0], a | b */
  | { readonly kind: 'chain'; readonly left: Node; readonly right: Node; readonly indexes?: true }
  | { readonly kind: 'flatten'; readonly of: Node }
  | { readonly kind: 'projection' | 'values'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'filter'; readonly left: Node; readonly right: Node; readonly condition: Node }
  | { readonly kind: 'or' | 'and'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'not' | 'reference'; readonly of: Node }
  | { readonly kind: 'compare'; readonly by: Comparison; readonly left: Node; readonly right: Node }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'hash'; readonly pairs: readonly (readonly [string, Node])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }

/** How tightly a token holds what stands left of it. */
const POWER: Readonly<Partial<Record<TokenType, number>>> = {
  pipe: 1,
  or: 2,
  and: 3,
  eq: 5,
  gt: 5,
  lt: 5,
  gte: 5,
  lte: 5,
  ne: 5,
  flatten: 9,
  star: 20,
  filter: 21,
  dot: 40,
  not: 45,
  lbrace: 50,
  lbracket: 55,
  lparen: 60,
}
const ENDS_A_PROJECTION = 10
const IDENTITY: Node = { kind: 'identity' }

/** @throws QueryError in the words of the AWS CLI's library. @see https://jmespath.org/specification.html */
export const parseQuery = (expression: string): Node => new Parser(expression).whole()

class Parser {
  private readonly expression: string
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(expression: string) {
    this.expression = expression
    this.tokens = tokensOf(expression)
  }

  whole(): Node {
    const node = this.parse(0)
    const token = this.token
    if (token.type !== 'eof') this.refuse(token, `Unexpected token: ${textOf(token.value)}`)
    return node
  }

  /** After the last token stands its end, again and again. */
  private look(ahead: number): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token
  }

  private get token(): Token {
    return this.look(0)
  }

  private power(): number {
    return POWER[this.token.type] ?? 0
  }

  private refuse({ start, value, type }: Token, message: string): never {
    throw new QueryError(
      `${message}: Parse error at column ${start}, token "${textOf(value)}" (${type.toUpperCase()}), ` +
        `for expression:\n"${this.expression}"\n${' '.repeat(start + 1)}^`,
    )
  }

  private incomplete(): never {
    throw new QueryError(
      `Invalid jmespath expression: Incomplete expression:\n"${this.expression}"\n` +
        `${' '.repeat([...this.expression].length + 1)}^`,
    )
  }

  private match(...types: readonly TokenType[]): Token {
    const token = this.token
    if (types.includes(token.type)) {
      this.at++
      return token
    }
    if (token.type === 'eof') this.incomplete()
    const wanted = types.length === 1 ? (types[0] as string) : repr(types)
    return this.refuse(token, `Expecting: ${wanted}, got: ${token.type}`)
  }

  private parse(power: number): Node {
    const token = this.token
    this.at++
    let left = this.begin(token)
    while (power < this.power()) {
      const next = this.token
      if (next.type === 'star' || next.type === 'not' || next.type === 'lbrace')
        this.refuse(next, 'invalid token')
      this.at++
      left = this.goOn(next, left)
    }
    return left
  }

  /** What a token means at the beginning. */
  private begin(token: Token): Node {
    switch (token.type) {
      case 'literal':
        return { kind: 'literal', value: token.value }
      case 'unquoted_identifier':
        return { kind: 'field', name: token.value as string }
      case 'quoted_identifier': {
        const next = this.token
        if (next.type === 'lparen')
          this.refuse({ ...next, start: 0 }, 'Quoted identifier not allowed for function names.')
        return { kind: 'field', name: token.value as string }
      }
      case 'star':
        return {
          kind: 'values',
          left: IDENTITY,
          right: this.token.type === 'rbracket' ? IDENTITY : this.projected(20),
        }
      case 'filter':
        return this.filter(IDENTITY)
      case 'lbrace':
        return this.hash()
      case 'lparen': {
        const inside = this.parse(0)
        this.match('rparen')
        return inside
      }
      case 'flatten':
        return { kind: 'projection', left: { kind: 'flatten', of: IDENTITY }, right: this.projected(9) }
      case 'not':
        return { kind: 'not', of: this.parse(45) }
      case 'lbracket':
        if (this.token.type === 'number' || this.token.type === 'colon') return this.index(IDENTITY)
        if (this.token.type === 'star' && this.look(1).type === 'rbracket') {
          this.at += 2
          return { kind: 'projection', left: IDENTITY, right: this.projected(20) }
        }
        return this.list()
      case 'current':
        return { kind: 'current' }
      case 'expref':
        return { kind: 'reference', of: this.parse(0) }
      case 'eof':
        return this.incomplete()
      default:
        return this.refuse(token, 'invalid token')
    }
  }

  /** What a token means after something. */
  private goOn({ type }: Token, left: Node): Node {
    switch (type) {
      case 'dot':
        if (this.token.type === 'star') {
          this.at++
          return { kind: 'values', left, right: this.projected(40) }
        }
        return { kind: 'chain', left, right: this.afterDot(40) }
      case 'pipe':
        return { kind: 'chain', left, right: this.parse(1) }
      case 'or':
      case 'and':
        return { kind: type, left, right: this.parse(type === 'or' ? 2 : 3) }
      case 'lparen':
        return this.call(left)
      case 'filter':
        return this.filter(left)
      case 'flatten':
        return { kind: 'projection', left: { kind: 'flatten', of: left }, right: this.projected(9) }
      case 'lbracket':
        if (this.token.type === 'number' || this.token.type === 'colon') return this.index(left)
        this.match('star')
        this.match('rbracket')
        return { kind: 'projection', left, right: this.projected(20) }
      default:
        return { kind: 'compare', by: type as Comparison, left, right: this.parse(5) }
    }
  }

  private call(left: Node): Node {
    if (left.kind !== 'field') {
      const before = this.tokens[this.at - 2] as Token
      this.refuse(before, `Invalid function name '${textOf(before.value)}'`)
    }
    const args: Node[] = []
    while (this.token.type !== 'rparen') {
      const argument = this.parse(0)
      if (this.token.type === 'comma') this.at++
      args.push(argument)
    }
    this.at++
    return { kind: 'call', name: (left as { name: string }).name, args }
  }

  private filter(left: Node): Node {
    const condition = this.parse(0)
    this.match('rbracket')
    return {
      kind: 'filter',
      left,
      right: this.token.type === 'flatten' ? IDENTITY : this.projected(21),
      condition,
    }
  }

  private index(left: Node): Node {
    const sliced = this.token.type === 'colon' || this.look(1).type === 'colon'
    if (!sliced) {
      const at = this.token.value as number
      this.at++
      this.match('rbracket')
      return { kind: 'chain', left, right: { kind: 'index', at }, indexes: true }
    }
    const slice: Node = { kind: 'chain', left, right: this.slice(), indexes: true }
    // A slice after an index belongs to it and projects nothing.
    return left.kind === 'chain' && left.indexes
      ? slice
      : { kind: 'projection', left: slice, right: this.projected(20) }
  }

  private slice(): Node {
    const parts: (number | undefined)[] = [undefined, undefined, undefined]
    let place = 0
    while (this.token.type !== 'rbracket' && place < 3) {
      const token = this.token
      if (token.type === 'colon') {
        if (++place === 3) this.refuse(token, 'syntax error')
      } else if (token.type === 'number') parts[place] = token.value as number
      else this.refuse(token, 'syntax error')
      this.at++
    }
    this.match('rbracket')
    return { kind: 'slice', parts }
  }

  private list(): Node {
    const items: Node[] = []
    for (;;) {
      items.push(this.parse(0))
      if (this.token.type === 'rbracket') break
      this.match('comma')
    }
    this.match('rbracket')
    return { kind: 'list', items }
  }

  private hash(): Node {
    const pairs: [string, Node][] = []
    for (;;) {
      const key = this.match('quoted_identifier', 'unquoted_identifier')
      this.match('colon')
      pairs.push([key.value as string, this.parse(0)])
      if (this.token.type === 'comma') this.at++
      else if (this.token.type === 'rbrace') {
        this.at++
        return { kind: 'hash', pairs }
      }
    }
  }

  /** What is done with every item of a projection. */
  private projected(power: number): Node {
    const { type } = this.token
    if (this.power() < ENDS_A_PROJECTION) return IDENTITY
    if (type === 'lbracket' || type === 'filter') return this.parse(power)
    if (type !== 'dot') return this.refuse(this.token, 'syntax error')
    this.at++
    return this.afterDot(power)
  }

  private afterDot(power: number): Node {
    const { type } = this.token
    if (type === 'quoted_identifier' || type === 'unquoted_identifier' || type === 'star')
      return this.parse(power)
    if (type === 'lbracket') {
      this.at++
      return this.list()
    }
    if (type === 'lbrace') {
      this.at++
      return this.hash()
    }
    return this.refuse(
      this.token,
      `Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: ${type}`,
    )
  }
}
