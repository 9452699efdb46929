import type { Shape } from '../../../kms/shapes.ts'
import { pythonFloat, pythonInt } from './argument-parser.ts'
import { failure } from './cli-error.ts'
import { Float, isDict, isList, reprText, type Dict, type Value } from './python-value.ts'

/** The shorthand could not be read. Its text names what was expected and shows where. */
export class ShorthandError extends Error {
  override readonly name = 'ShorthandError'
}

/**
 * The CLI's shorthand: `TagKey=Team,TagValue=Payroll`, lists as `a,b` or `[a,b]`, structures in it as `{a=b}`.
 *
 * @throws ShorthandError
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export const parseShorthand = (text: string): Dict => new ShorthandReader(text).parameter()

const KEY_LETTER = /[A-Za-z0-9\-_.#/:]/
const FOLLOW_FIRST = '\\s!#-&(-+\\--\\\\\\^-|~-\\uffff'
const FOLLOW_SECOND = '\\s!#-&(-+\\--<>-\\uffff'
const START = '!#-&(-+\\--<>-Z\\\\-z|-\\uffff'
const FIRST = new RegExp(`(?:\\\\,|[${START}])(?:\\\\,|[${FOLLOW_FIRST}])*`, 'y')
const SECOND = new RegExp(`(?:\\\\,|[${START}])(?:\\\\,|[${FOLLOW_SECOND}])*`, 'y')
const SINGLE = /'(?:\\\\|\\'|[^'])*'/y
const DOUBLE = /"(?:\\\\|\\"|[^"])*"/y

class ShorthandReader {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  parameter(): Dict {
    const all: Dict = new Map()
    let end = this.at
    const [first, value] = this.pair()
    all.set(first, value)
    end = this.at
    while (this.at < this.text.length) {
      this.expect(',', true)
      const [key, next] = this.pair()
      if (all.has(key))
        throw new ShorthandError(
          `Second instance of key "${key}" encountered for input:\n${this.place(end + 1)}\n` +
            'This is often because there is a preceding "," instead of a space.',
        )
      all.set(key, next)
      end = this.at
    }
    return all
  }

  private pair(): [string, Value] {
    const key = this.key()
    this.expect('=', true)
    return [key, this.values()]
  }

  private key(): string {
    const begin = this.at
    while (this.at < this.text.length && KEY_LETTER.test(this.text[this.at] as string)) this.at++
    return this.text.slice(begin, this.at)
  }

  private values(): Value {
    const letter = this.text[this.at]
    if (letter === undefined) return ''
    if (letter === '[') return this.list()
    if (letter === '{') return this.hash()
    return this.separated()
  }

  /** `a` is a text, `a,b` a list; `a,b=c` is a text and the next pair. */
  private separated(): Value {
    const first = this.firstValue()
    this.space()
    if (this.text[this.at] !== ',') return first
    this.expect(',', true)
    const list = [first]
    for (;;) {
      try {
        const one = this.secondValue()
        this.space()
        if (this.at >= this.text.length) {
          list.push(one)
          break
        }
        this.expect(',', true)
        list.push(one)
      } catch (error) {
        if (!(error instanceof ShorthandError) || this.at >= this.text.length) throw error
        while (this.at >= 0 && this.text[this.at] !== ',') this.at--
        break
      }
    }
    return list.length === 1 ? first : list
  }

  private list(): Value[] {
    this.expect('[', true)
    const values: Value[] = []
    while (this.text[this.at] !== ']') {
      values.push(this.explicit())
      this.space()
      if (this.text[this.at] !== ']') {
        this.expect(',')
        this.space()
      }
    }
    this.expect(']')
    return values
  }

  private hash(): Dict {
    this.expect('{', true)
    const pairs: Dict = new Map()
    while (this.text[this.at] !== '}') {
      const key = this.key()
      this.expect('=', true)
      const value = this.explicit()
      this.space()
      if (this.text[this.at] !== '}') {
        this.expect(',')
        this.space()
      }
      pairs.set(key, value)
    }
    this.expect('}')
    return pairs
  }

  private explicit(): Value {
    const letter = this.text[this.at]
    if (letter === '[') return this.list()
    if (letter === '{') return this.hash()
    return this.firstValue()
  }

  private firstValue(): string {
    const letter = this.text[this.at]
    if (letter === "'") return this.quoted(SINGLE, 'singled quoted', "'")
    if (letter === '"') return this.quoted(DOUBLE, 'double quoted', '"')
    const found = this.match(FIRST)
    return found === undefined ? '' : unescaped(found)
  }

  private secondValue(): string {
    const letter = this.text[this.at]
    if (letter === "'") return this.quoted(SINGLE, 'singled quoted', "'")
    if (letter === '"') return this.quoted(DOUBLE, 'double quoted', '"')
    return unescaped(this.mustMatch(SECOND, 'second'))
  }

  private quoted(pattern: RegExp, name: string, quote: string): string {
    const inside = this.mustMatch(pattern, name).slice(1, -1)
    return inside.replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\')
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private mustMatch(pattern: RegExp, name: string): string {
    return this.match(pattern) ?? this.refuse(`<${name}>`, '<none>')
  }

  private expect(letter: string, spaces = false): void {
    if (spaces) this.space()
    const actual = this.text[this.at]
    if (actual !== letter) this.refuse(letter, actual ?? 'EOF')
    this.at++
    if (spaces) this.space()
  }

  private space(): void {
    while (/[ \t\n\r\v\f]/.test(this.text[this.at] ?? '')) this.at++
  }

  private refuse(expected: string, actual: string): never {
    throw new ShorthandError(
      `Expected: '${expected}', received: '${actual}' for input:\n${this.place(this.at)}`,
    )
  }

  /** The text with a caret under the place. */
  private place(at: number): string {
    const newline = this.text.lastIndexOf('\n', at - 1)
    const column = newline < 0 ? at : at - newline - 1
    const next = this.text.indexOf('\n', at)
    const [before, after] = next < 0 ? [this.text, ''] : [this.text.slice(0, next), this.text.slice(next)]
    return `${before}\n${' '.repeat(Math.max(0, column))}^${after}`
  }
}

const unescaped = (text: string) => text.replaceAll('\\,', ',').trimEnd()

/** Gives shorthand its types by the shape: what is no list becomes one, numbers and booleans are read. */
export function shaped(value: Value | undefined, shape: Shape): Value | undefined {
  if (value === undefined || value === null) return value
  switch (shape.kind) {
    case 'structure':
      if (isDict(value))
        for (const [name, member] of Object.entries(shape.members)) {
          const one = shaped(value.get(name), member.shape)
          if (one !== undefined) value.set(name, one)
        }
      return value
    case 'list':
      if (!isList(value)) return [value]
      return value.map((one) => shaped(one, shape.member) as Value)
    case 'map':
      if (isDict(value)) for (const [name, one] of value) value.set(name, shaped(one, shape.value) as Value)
      return value
    case 'integer':
      return typeof value === 'string' ? intOf(value) : value
    case 'double':
      return typeof value === 'string' ? new Float(floatOf(value)) : value
    case 'boolean':
      if (typeof value !== 'string') return value
      return /^true$/i.test(value) ? true : /^false$/i.test(value) ? false : value
    default:
      return value
  }
}

export function intOf(text: string): number {
  const number = pythonInt(text)
  if (number === undefined) throw failure(`invalid literal for int() with base 10: ${reprText(text)}`)
  return number
}

export function floatOf(text: string): number {
  const number = pythonFloat(text)
  if (number === undefined) throw failure(`could not convert string to float: ${reprText(text)}`)
  return number
}
