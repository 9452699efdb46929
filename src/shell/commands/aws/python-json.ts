import { Float, floatText, isBytes, isDict, isList, type Dict, type Value } from './python-value.ts'

/** Python's JSONDecodeError: the text of it is what learners see. */
export class JsonError extends Error {
  override readonly name = 'JsonError'
}

/**
 * Python's json.loads: keeps the order of names, tells 1.0 from 1, and says in Python's words what is wrong.
 *
 * @param dict what an object becomes
 * @throws JsonError for instance "Expecting value: line 1 column 1 (char 0)"
 */
export function parseJson(text: string, dict: () => Dict = () => new Map()): Value {
  const reader = new Reader(text, dict)
  return reader.whole()
}

const SPACE = /[ \t\n\r]*/y
const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y
const CHUNK = /[^"\\\u0000-\u001f]*/y // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const WORDS: readonly (readonly [string, Value])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new Float(Number.NaN)],
  ['Infinity', new Float(Number.POSITIVE_INFINITY)],
  ['-Infinity', new Float(Number.NEGATIVE_INFINITY)],
]
/** Deeper than any shape of ours, shallower than the stack. */
const MAX_DEPTH = 500

class Reader {
  private at = 0
  private depth = 0
  private readonly text: string
  private readonly dict: () => Dict

  constructor(text: string, dict: () => Dict) {
    this.text = text
    this.dict = dict
  }

  whole(): Value {
    if (this.text.startsWith('\ufeff'))
      throw new JsonError('Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)')
    this.space()
    const value = this.value()
    this.space()
    return this.at === this.text.length ? value : this.fail('Extra data')
  }

  private fail(message: string, at = this.at): never {
    const before = this.text.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    throw new JsonError(`${message}: line ${line} column ${column} (char ${at})`)
  }

  private space(): void {
    SPACE.lastIndex = this.at
    this.at += SPACE.exec(this.text)?.[0].length ?? 0
  }

  private value(): Value {
    const letter = this.text[this.at]
    if (letter === '"') return this.string()
    if (letter === '{' || letter === '[') {
      if (++this.depth > MAX_DEPTH) throw new JsonError('maximum recursion depth exceeded')
      const value = letter === '{' ? this.object() : this.array()
      this.depth--
      return value
    }
    for (const [word, value] of WORDS)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    NUMBER.lastIndex = this.at
    const number = NUMBER.exec(this.text)
    if (!number) return this.fail('Expecting value')
    this.at += number[0].length
    return number[2] === undefined && number[3] === undefined
      ? Number(number[1])
      : new Float(Number(number[0]))
  }

  private string(): string {
    const begin = this.at++
    let out = ''
    for (;;) {
      CHUNK.lastIndex = this.at
      const chunk = CHUNK.exec(this.text)?.[0] ?? ''
      out += chunk
      this.at += chunk.length
      const letter = this.text[this.at]
      if (letter === undefined) return this.fail('Unterminated string starting at', begin)
      if (letter === '"') {
        this.at++
        return out
      }
      if (letter !== '\\') return this.fail('Invalid control character at')
      out += this.escape(begin)
    }
  }

  private escape(begin: number): string {
    const letter = this.text[this.at + 1]
    if (letter === undefined) return this.fail('Unterminated string starting at', begin)
    const plain = ESCAPES[letter]
    if (plain !== undefined) {
      this.at += 2
      return plain
    }
    if (letter !== 'u') return this.fail('Invalid \\escape', this.at)
    const digits = this.text.slice(this.at + 2, this.at + 6)
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) return this.fail('Invalid \\uXXXX escape', this.at + 1)
    this.at += 6
    return String.fromCharCode(Number.parseInt(digits, 16))
  }

  private object(): Dict {
    const object = this.dict()
    this.at++
    this.space()
    if (this.text[this.at] === '}') {
      this.at++
      return object
    }
    for (;;) {
      if (this.text[this.at] !== '"') return this.fail('Expecting property name enclosed in double quotes')
      const name = this.string()
      this.space()
      if (this.text[this.at] !== ':') return this.fail("Expecting ':' delimiter")
      this.at++
      this.space()
      object.set(name, this.value())
      this.space()
      const letter = this.text[this.at]
      if (letter === '}') {
        this.at++
        return object
      }
      if (letter !== ',') return this.fail("Expecting ',' delimiter")
      this.at++
      this.space()
    }
  }

  private array(): Value[] {
    const array: Value[] = []
    this.at++
    this.space()
    if (this.text[this.at] === ']') {
      this.at++
      return array
    }
    for (;;) {
      array.push(this.value())
      this.space()
      const letter = this.text[this.at]
      if (letter === ']') {
        this.at++
        return array
      }
      if (letter !== ',') return this.fail("Expecting ',' delimiter")
      this.at++
      this.space()
    }
  }
}

/** Python's json.dumps with ensure_ascii=False. @param indent spaces a level; absent: all on one line */
export function jsonText(value: Value, indent?: number, ascii = false): string {
  return write(value, '')

  function write(one: Value, margin: string): string {
    if (one === null) return 'null'
    if (typeof one === 'string') return ascii ? asciiText(quoted(one)) : quoted(one)
    if (typeof one === 'boolean' || typeof one === 'number') return String(one)
    if (one instanceof Float) return floatOf(one.valueOf())
    if (isList(one)) return group('[', ']', margin, (inner) => one.map((item) => write(item, inner)))
    if (isDict(one))
      return group('{', '}', margin, (inner) =>
        [...one].map(([name, item]) => `${write(name, '')}: ${write(item, inner)}`),
      )
    throw new TypeError(isBytes(one) ? 'bytes are no JSON' : 'no JSON')
  }

  function group(open: string, close: string, margin: string, items: (inner: string) => string[]): string {
    const inner = indent === undefined ? '' : margin + ' '.repeat(indent)
    const texts = items(inner)
    if (texts.length === 0) return open + close
    return indent === undefined
      ? `${open}${texts.join(', ')}${close}`
      : `${open}\n${inner}${texts.join(`,\n${inner}`)}\n${margin}${close}`
  }
}

const floatOf = (value: number) =>
  Number.isNaN(value)
    ? 'NaN'
    : Number.isFinite(value)
      ? floatText(value)
      : value > 0
        ? 'Infinity'
        : '-Infinity'

/** Python leaves DEL and lone surrogates as they are; JSON.stringify escapes the latter. */
const quoted = (text: string) => JSON.stringify(text)

const asciiText = (json: string) =>
  json.replace(/[\u007f-\uffff]/g, (letter) =>
    letter === '\u007f' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
