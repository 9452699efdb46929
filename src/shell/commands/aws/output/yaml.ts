import { jsonText } from '../python-json.ts'
import { Float, floatText, isDict, isList, type Value } from '../python-value.ts'

/** Where libyaml looks for a place to fold a text. */
const BEST_WIDTH = 80

/** `--output yaml`, as libyaml's emitter writes it: names sorted, plain where a plain text would stay a text. */
export function yamlOutput(value: Value): string {
  if (!isList(value) && !isDict(value)) return `${jsonText(value)}\n`
  return new Emitter().document(value)
}

class Emitter {
  private out = ''
  private column = 0
  private indent = 0

  document(value: Value): string {
    this.node(value, 0)
    return this.out.endsWith('\n') ? this.out : `${this.out}\n`
  }

  private put(text: string): void {
    this.out += text
    this.column += [...text].length
  }

  private newLine(indent: number): void {
    this.out += `\n${' '.repeat(indent)}`
    this.column = indent
  }

  /** @param indent of the entries, if the value has any. The place is the one right after "- ", "name:" or nothing. */
  private node(value: Value, indent: number): void {
    if (isList(value)) {
      if (value.length === 0) return this.put('[]')
      value.forEach((item, index) => {
        if (index > 0) this.newLine(indent)
        this.put('- ')
        this.node(item, indent + 2)
      })
    } else if (isDict(value)) {
      if (value.size === 0) return this.put('{}')
      const pairs = [...value].sort(([a], [b]) => (a < b ? -1 : 1))
      pairs.forEach(([name, item], index) => {
        if (index > 0) this.newLine(indent)
        this.scalar(name, indent, true)
        this.put(':')
        this.valueOf(item, indent)
      })
    } else this.scalar(value, indent, false)
  }

  private valueOf(item: Value, indent: number): void {
    if (isList(item) && item.length > 0) {
      this.newLine(indent)
      this.node(item, indent)
    } else if (isDict(item) && item.size > 0) {
      this.newLine(indent + 2)
      this.node(item, indent + 2)
    } else {
      this.put(' ')
      this.indent = indent + 2
      if (isList(item) || isDict(item)) this.node(item, indent)
      else this.scalar(item, indent + 2, false)
    }
  }

  private scalar(value: Value, indent: number, isName: boolean): void {
    if (typeof value !== 'string') {
      this.put(value === null ? 'null' : value instanceof Float ? floatText(value.valueOf()) : String(value))
      return
    }
    this.indent = indent
    const { plain, single, multiline } = analyzed(value)
    if (plain && !resolves(value) && !(isName && (multiline || value === ''))) this.plain(value, !isName)
    else if (single && !(isName && multiline)) this.single(value, !isName)
    else this.double(value, !isName)
  }

  private plain(text: string, folds: boolean): void {
    this.folded(text, folds, (letters, index) => letters[index + 1] !== ' ')
  }

  private single(text: string, folds: boolean): void {
    this.put("'")
    const letters = [...text]
    let spaced = false
    let broken = false
    letters.forEach((letter, index) => {
      if (letter === ' ') {
        if (folds && !spaced && this.folds(letters, index) && letters[index + 1] !== ' ')
          this.newLine(this.indent)
        else this.put(letter)
        spaced = true
      } else if (BREAK.test(letter)) {
        if (!broken && letter === '\n') this.out += '\n'
        this.out += letter
        this.column = 0
        broken = true
      } else {
        if (broken) this.put(' '.repeat(this.indent))
        this.put(letter === "'" ? "''" : letter)
        spaced = false
        broken = false
      }
    })
    if (broken) this.put(' '.repeat(this.indent))
    this.put("'")
  }

  private double(text: string, folds: boolean): void {
    this.put('"')
    const letters = [...text]
    let spaced = false
    letters.forEach((letter, index) => {
      const escape = escaped(letter)
      if (escape !== undefined) {
        this.put(escape)
        spaced = false
      } else if (letter === ' ') {
        if (folds && !spaced && this.folds(letters, index)) {
          this.newLine(this.indent)
          if (letters[index + 1] === ' ') this.put('\\')
        } else this.put(letter)
        spaced = true
      } else {
        this.put(letter)
        spaced = false
      }
    })
    this.put('"')
  }

  private folds(letters: readonly string[], index: number): boolean {
    return this.column > BEST_WIDTH && index !== 0 && index !== letters.length - 1
  }

  private folded(
    text: string,
    folds: boolean,
    may: (letters: readonly string[], index: number) => boolean,
  ): void {
    const letters = [...text]
    let spaced = false
    letters.forEach((letter, index) => {
      if (letter === ' ' && folds && !spaced && this.column > BEST_WIDTH && may(letters, index))
        this.newLine(this.indent)
      else this.put(letter)
      spaced = letter === ' '
    })
  }
}

const BREAK = /[\r\n\u0085\u2028\u2029]/
const BLANK = /[ \t\r\n\u0085\u2028\u2029]/
const PRINTABLE = /^[\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/u

/** What libyaml's analysis of a scalar allows in block context. */
function analyzed(text: string): { plain: boolean; single: boolean; multiline: boolean } {
  if (text === '') return { plain: true, single: true, multiline: false }
  const letters = [...text]
  let indicators = text.startsWith('---') || text.startsWith('...')
  let special = false
  let breakSpace = false
  let spaceBreak = false
  letters.forEach((letter, index) => {
    const next = letters[index + 1]
    const blankAfter = next === undefined || BLANK.test(next)
    const before = letters[index - 1]
    if (index === 0) {
      if (/[#,[\]{}&*!|>'"%@`]/.test(letter)) indicators = true
      if (/[?:-]/.test(letter) && blankAfter) indicators = true
    } else if ((letter === ':' && blankAfter) || (letter === '#' && BLANK.test(before as string)))
      indicators = true
    if (!PRINTABLE.test(letter)) special = true
    if (letter === ' ' && before !== undefined && BREAK.test(before)) breakSpace = true
    if (BREAK.test(letter) && before === ' ') spaceBreak = true
  })
  const edges = /^[ \r\n\u0085\u2028\u2029]|[ \r\n\u0085\u2028\u2029]$/.test(text)
  const multiline = BREAK.test(text)
  return {
    plain: !(indicators || special || breakSpace || spaceBreak || edges || multiline),
    single: !(breakSpace || spaceBreak || special),
    multiline,
  }
}

const NAMED: Readonly<Record<string, string>> = {
  '\u0000': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

function escaped(letter: string): string | undefined {
  const named = NAMED[letter]
  if (named !== undefined) return named
  if (PRINTABLE.test(letter)) return undefined
  const code = letter.codePointAt(0) as number
  const hex = (width: number) => code.toString(16).toUpperCase().padStart(width, '0')
  return code < 0x100 ? `\\x${hex(2)}` : code < 0x1_0000 ? `\\u${hex(4)}` : `\\U${hex(8)}`
}

/** Plain texts that YAML 1.2 would not read as texts. */
const OTHERS: readonly RegExp[] = [
  /^(?:true|True|TRUE|false|False|FALSE)$/,
  /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]?\d+)?|[-+]?\d[\d_]*[eE][-+]?\d+|[-+]?\.[\d_]+(?:[eE][-+]\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[\d_]+|[-+]?0x[\da-fA-F_]+)$/,
  /^(?:<<|=|~|null|Null|NULL|)$/,
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/,
]
/** No resolver looks at a text that begins with an underscore. */
const resolves = (text: string) => !text.startsWith('_') && OTHERS.some((pattern) => pattern.test(text))
