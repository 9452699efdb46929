import { failure } from '../cli-error.ts'
import { isDict, isList, textOf, type Dict, type Value } from '../python-value.ts'
import { displayWidth } from './display-width.ts'

/** What the CLI takes where it is told of no terminal. */
const TERMINAL_WIDTH = 80
const PADDING = 4

/** `--output table`: boxes in boxes; what is too wide for a terminal is set upright. */
export function tableOutput(title: string, value: Value): string {
  const table = new Table()
  return table.build(title, value, 0) ? table.render() : ''
}

const isScalar = (value: Value) => !isList(value) && !isDict(value)
const isEmpty = (value: Value) =>
  value === null ||
  value === false ||
  value === '' ||
  (isList(value) ? value.length === 0 : isDict(value) ? value.size === 0 : Number(value) === 0)

class Section {
  readonly title: string
  readonly indent: number
  headers: readonly string[] = []
  rows: (readonly string[])[] = []
  private widths: number[] = []
  private columns: number | undefined

  constructor(title: string, indent: number) {
    this.title = title
    this.indent = indent
  }

  header(headers: readonly string[]): void {
    this.headers = headers
    this.columns ??= headers.length
    this.widen(headers)
  }

  row(cells: readonly Value[]): void {
    this.columns ??= cells.length
    if (cells.length !== this.columns)
      throw failure(`Row should have ${this.columns} elements, instead it has ${cells.length}`)
    const texts = cells.map(textOf)
    this.rows.push(texts)
    this.widen(texts)
  }

  private widen(texts: readonly string[]): void {
    const widths = texts.map(displayWidth)
    this.widths =
      this.widths.length === 0
        ? widths
        : this.widths.map((width, index) => Math.max(width, widths[index] ?? 0))
  }

  totalWidth(): number {
    const cells = this.widths.reduce((sum, width) => sum + width + PADDING, 0) + 2 + 2 * this.indent
    return Math.max(displayWidth(this.title) + 2 + 2 * this.indent, cells)
  }

  /** Widths of the columns, stretched so that they fill the box. */
  columnWidths(all: number): number[] {
    const plain = this.widths.map((width) => width + PADDING)
    if (plain.length === 0) return plain
    const scale = all / plain.reduce((sum, width) => sum + width, 0)
    const scaled = plain.map((width) => roundEven(scale * width))
    let off = scaled.reduce((sum, width) => sum + width, 0) - all
    while (off !== 0) {
      const order = [...scaled.keys()]
      if (off < 0) order.reverse()
      for (const index of order) {
        const step = off > 0 ? -1 : 1
        scaled[index] = (scaled[index] as number) + step
        off += step
        if (off === 0) break
      }
    }
    return scaled
  }

  /** A single row under headers, as pairs below each other. */
  upright(): Section {
    const [only] = this.rows
    if (this.rows.length !== 1 || this.headers.length === 0 || only === undefined) return this
    const turned = new Section(this.title, this.indent)
    this.headers.forEach((header, index) => {
      turned.row([header, only[index] as string])
    })
    return turned
  }
}

/** Python rounds a half to the even side. */
function roundEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

class Table {
  private sections: Section[] = []

  private get current(): Section {
    return this.sections.at(-1) as Section
  }

  build(title: string | undefined, value: Value, indent: number): boolean {
    if (isEmpty(value)) return false
    if (title !== undefined) this.sections.push(new Section(title, indent))
    if (isList(value)) {
      if (isDict(value[0])) this.ofDicts(value as readonly Dict[], indent, title ?? '')
      else
        for (const item of value) {
          if (isScalar(item)) this.current.row([item])
          else if (cellsOf(item).every(isScalar)) this.current.row(cellsOf(item))
          else this.build(undefined, item, 0)
        }
    } else if (isDict(value)) this.ofDict(value, indent)
    return true
  }

  private ofDict(value: Dict, indent: number): void {
    const { headers, more } = namesOf([value])
    const [only] = headers
    if (headers.length === 1 && only !== undefined) this.current.row([only, value.get(only) as Value])
    else if (headers.length > 0) {
      this.current.header(headers)
      this.current.row(headers.map((header) => value.get(header) as Value))
    }
    for (const name of more) this.build(name, value.get(name) as Value, indent + 1)
  }

  private ofDicts(items: readonly Dict[], indent: number, title: string): void {
    const { headers, more } = namesOf(items)
    this.current.header(headers)
    items.forEach((item, index) => {
      if (index > 0 && more.length > 0) {
        this.sections.push(new Section(title, indent))
        this.current.header(headers)
      }
      this.current.row(headers.map((header) => (item.has(header) ? (item.get(header) as Value) : '')))
      for (const name of more) if (item.has(name)) this.build(name, item.get(name) as Value, indent + 1)
    })
  }

  render(): string {
    let width = this.width()
    if (width > TERMINAL_WIDTH) {
      this.sections = this.sections.map((section) => section.upright())
      width = this.width()
    }
    return `${'-'.repeat(width)}\n${this.sections.map((section) => rendered(section, width)).join('')}`
  }

  private width(): number {
    return Math.max(...this.sections.map((section) => section.totalWidth()))
  }
}

/** Python walks a dict by its names. */
const cellsOf = (value: Value): readonly Value[] => (isDict(value) ? [...value.keys()] : (value as Value[]))

function namesOf(items: readonly Dict[]) {
  const headers = new Set<string>()
  const more = new Set<string>()
  for (const item of items) for (const [name, value] of item) (isScalar(value) ? headers : more).add(name)
  return { headers: [...headers].sort(), more: [...more].sort() }
}

function rendered(section: Section, all: number): string {
  const width = all - 2 * section.indent
  const widths = section.columnWidths(width)
  const edge = '|'.repeat(section.indent)
  const lines: string[] = []
  if (section.title !== '') {
    lines.push(centered(section.title, width, '|'))
    if (section.headers.length === 0 && section.rows.length === 0) lines.push(`+${'-'.repeat(width - 2)}+`)
  }
  if (section.headers.length > 0) {
    lines.push(border(widths))
    lines.push(
      section.headers.map((header, i) => centered(header, widths[i] as number, i ? '' : '|')).join(''),
    )
  }
  if (section.rows.length > 0 && widths.length > 0) {
    lines.push(border(widths))
    for (const row of section.rows)
      lines.push(row.map((cell, i) => aligned(cell, widths[i] as number, i ? '' : '|')).join(''))
    lines.push(border(widths))
  }
  return lines.map((line) => `${edge}${line}${edge}\n`).join('')
}

const border = (widths: readonly number[]) =>
  widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}+` : `+${'-'.repeat(width - 2)}+`)).join('')

const spaces = (count: number) => ' '.repeat(Math.max(0, count))

function centered(text: string, width: number, left: string): string {
  const length = displayWidth(text)
  const before = Math.floor(width / 2) - Math.floor(length / 2) - 1
  const shown = left.length + before + length
  return `${left}${spaces(before)}${text}${spaces(width - 1 - shown)}|`
}

function aligned(text: string, width: number, left: string): string {
  const length = displayWidth(text)
  const padding = width - (length + 2 + left.length + 1) >= 0 ? 2 : 0
  return `${left}${spaces(padding)}${text}${spaces(width - left.length - padding - length - 1)}|`
}
