import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'
import { inputsOf } from './input.ts'
import { countOf, OptionError, readOptions } from './options.ts'

const manual = `od [-A d|o|x|n] [-t TYPE]... [-v] [-j SKIP] [-N COUNT] [-w[BYTES]] [FILE]...

Shows bytes as numbers or characters, 16 on a line, with the offset in front.

  -A d|o|x|n   offsets in decimal, octal (usual), hexadecimal, or none
  -t TYPE      a (names), c (characters), d, o, u, x with 1, 2, 4 or 8 bytes a number; z adds the text
  -a -b -c -d -i -l -o -s -x   short forms of -t
  -v           shows repeated lines instead of *
  -j, -N       skips bytes first, shows so many
  -w           bytes on a line

  od -An -tx1 FILE     the bytes of a file in hexadecimal

Not here: floating point (-t f) and -S.
`

interface Type {
  readonly format: 'a' | 'c' | 'd' | 'o' | 'u' | 'x'
  readonly size: number
  readonly width: number
  readonly trailer: boolean
}

const SHORT: Readonly<Record<string, string>> = {
  a: 'a',
  b: 'o1',
  c: 'c',
  d: 'u2',
  i: 'd4',
  l: 'd8',
  o: 'o2',
  s: 'd2',
  x: 'x2',
}
const WIDTHS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  d: { 1: 4, 2: 6, 4: 11, 8: 20 },
  u: { 1: 3, 2: 5, 4: 10, 8: 20 },
  o: { 1: 3, 2: 6, 4: 11, 8: 22 },
  x: { 1: 2, 2: 4, 4: 8, 8: 16 },
}
const SIZES: Readonly<Record<string, number>> = { C: 1, S: 2, I: 4, L: 8 }

export const od: ShellCommand = {
  name: 'od',
  summary: 'bytes as numbers',
  manual,
  async run(context) {
    let options
    try {
      options = readOptions(context.args, 'A:t:vj:N:w?abcdilosx', {
        'address-radix=': 'A',
        'format=': 't',
        'output-duplicates': 'v',
        'skip-bytes=': 'j',
        'read-bytes=': 'N',
        width: 'w',
      })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`od: ${error.message}\nTry 'od --help' for more information.\n`)
    }
    const radix = options.value('A') ?? 'o'
    if (!/^[doxn]$/.test(radix))
      return failed(`od: invalid output address radix '${radix}'; it must be one character from [doxn]\n`)
    const types: Type[] = []
    for (const { name, value } of options.given) {
      const text = name === 't' ? value : SHORT[name]
      if (text === undefined) continue
      const found = typesOf(text)
      if (!found) return failed(`od: invalid type string '${text}'\n`)
      types.push(...found)
    }
    const counts = { j: 0, N: Number.POSITIVE_INFINITY, w: 16 }
    for (const name of ['j', 'N', 'w'] as const) {
      const text = options.value(name)
      if (text === undefined) continue
      const count = name === 'w' && text === '' ? 32 : countOf(text)
      if (count === undefined) return failed(`od: invalid -${name} argument '${text}'\n`)
      counts[name] = count
    }
    const { bytes, errors } = await inputsOf(context, options.operands)
    if (counts.j > bytes.length) return failed('od: cannot skip past end of combined input\n')
    const shown = dumped(bytes.subarray(counts.j, counts.j + counts.N), {
      types: types.length > 0 ? types : (typesOf('o2') as Type[]),
      radix,
      start: counts.j,
      line: counts.w,
      all: options.has('v'),
    })
    return errors.length > 0
      ? failed(errors.map((error) => `od: ${error}\n`).join(''), 1, shown)
      : said(shown)
  },
}

function typesOf(text: string): Type[] | undefined {
  const types: Type[] = []
  const whole = text.replaceAll(
    /([acdoux])([CSIL]|\d+)?(z)?/g,
    (_all, format: Type['format'], size = '', trailer = '') => {
      const bytes = format === 'a' || format === 'c' ? 1 : size === '' ? 4 : (SIZES[size] ?? Number(size))
      const width = format === 'a' || format === 'c' ? 3 : WIDTHS[format]?.[bytes]
      if (width === undefined || ((format === 'a' || format === 'c') && size !== '')) return '!'
      types.push({ format, size: bytes, width, trailer: trailer !== '' })
      return ''
    },
  )
  return whole === '' && types.length > 0 ? types : undefined
}

interface Layout {
  readonly types: readonly Type[]
  readonly radix: string
  readonly start: number
  readonly line: number
  readonly all: boolean
}

function dumped(bytes: Uint8Array, { types, radix, start, line, all }: Layout): string {
  const addressWidth = { d: 7, o: 7, x: 6, n: 0 }[radix] as number
  const address = (at: number) =>
    radix === 'n' ? '' : at.toString({ d: 10, o: 8, x: 16 }[radix] as number).padStart(addressWidth, '0')
  const total = Math.max(...types.map(({ width, size }) => (width + 1) * (line / size)))
  const out: string[] = []
  let starred = false
  for (let at = 0; at < bytes.length; at += line) {
    const part = bytes.subarray(at, at + line)
    if (!all && at > 0 && part.length === line && same(part, bytes.subarray(at - line, at))) {
      if (!starred) out.push('*\n')
      starred = true
      continue
    }
    starred = false
    types.forEach((type, index) => {
      out.push(index === 0 ? address(start + at) : ' '.repeat(addressWidth))
      out.push(row(part, type, line, total), '\n')
    })
  }
  if (radix !== 'n') out.push(address(start + bytes.length), '\n')
  return out.join('')
}

/** Fields stand so that rows of different types line up, as od spreads its padding. */
function row(part: Uint8Array, type: Type, line: number, total: number): string {
  const fields = Math.floor(line / type.size)
  const blank = Math.floor((line - part.length) / type.size)
  const pad = total - type.width * fields
  let left = pad
  let text = ''
  for (let field = fields; field > blank; field--) {
    const next = Math.floor((pad * (field - 1)) / fields)
    const at = (fields - field) * type.size
    text += shownField(part, at, type).padStart(left - next + type.width)
    left = next
  }
  if (!type.trailer) return text
  const ascii = Array.from(part, (byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join(
    '',
  )
  return `${text}${' '.repeat(blank * type.width + Math.floor((pad * blank) / fields))}  >${ascii}<`
}

const NAMES =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  )
const ESCAPES: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
}

function shownField(part: Uint8Array, at: number, { format, size }: Type): string {
  const byte = part[at] ?? 0
  if (format === 'a')
    return byte % 128 === 127 ? 'del' : (NAMES[byte % 128] ?? String.fromCharCode(byte % 128))
  if (format === 'c')
    return (
      ESCAPES[byte] ??
      (byte > 31 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'))
    )
  let value = 0n
  for (let each = size - 1; each >= 0; each--) value = (value << 8n) | BigInt(part[at + each] ?? 0)
  if (format === 'd') return String(BigInt.asIntN(size * 8, value))
  if (format === 'u') return String(value)
  return format === 'o'
    ? value.toString(8).padStart((WIDTHS.o as Record<number, number>)[size] as number, '0')
    : value.toString(16).padStart(size * 2, '0')
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, at) => byte === b[at])
}
