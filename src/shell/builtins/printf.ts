import { bytesOfBinary } from '../binary-text.ts'
import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'
import { strftime } from './strftime.ts'
import { binaryOf, unescaped } from './escapes.ts'

const manual = `printf [-v VARIABLE] FORMAT [ARGUMENT]...

Shows arguments by a format, which is used again until no argument is left.

  %s %b %q        text; with backslashes taken out; quoted for the shell
  %d %i %u        whole numbers (0x… and 0… are read too, and 'c is the code of c)
  %o %x %X        in octal, in hexadecimal
  %c              the first character
  %e %f %g        numbers with a point
  %(FORMAT)T      a time, as date shows it: -1 is now
  %%              a percent sign
  \\n \\t \\xHH \\NNN \\uHHHH   in the format: one byte for \\xHH and \\NNN

  printf '\\xff' | xxd
`

export const printf: ShellCommand = {
  name: 'printf',
  summary: 'shows by a format, byte by byte',
  manual,
  async run({ args, host }) {
    const [format, ...rest] = args[0] === '--' ? args.slice(1) : args
    if (format === undefined) return failed('printf: usage: printf [-v var] format [arguments]\n', 2)
    if (/^-[^-]/.test(format) && args[0] === format)
      return failed(
        `bash: printf: ${format.slice(0, 2)}: invalid option\nprintf: usage: printf [-v var] format [arguments]\n`,
        2,
      )
    const now = /%[-0-9.]*\([^)]*\)T/.test(format) ? await host.now() : 0
    const { text, errors } = formatted(binaryOf(format), rest.map(binaryOf), now)
    const shown = bytesOfBinary(text)
    return errors.length === 0
      ? said(shown)
      : failed(errors.map((error) => `bash: printf: ${error}\n`).join(''), 1, shown)
  },
}

interface Directive {
  readonly flags: string
  readonly width: number
  readonly precision: number | undefined
  readonly conversion: string
}

const DIRECTIVE = /%(?:%|([-+ 0#]*)(\*|\d*)(?:\.(\*|\d*))?(?:\(([^)]*)\)T|[hlLjzt]*([a-zA-Z])|(.?)))/y

/** All in binary text: what a width counts are bytes, as in C. */
export function formatted(format: string, given: readonly string[], now: number) {
  const errors: string[] = []
  const args = [...given]
  let text = ''
  do {
    const before = args.length
    let from = 0
    for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
      text += unescaped(format.slice(from, at), 'format').text
      DIRECTIVE.lastIndex = at
      const [all = '%', flags = '', width = '', precision, time, letter, other] = DIRECTIVE.exec(format) ?? []
      from = at + all.length
      if (all === '%%') {
        text += '%'
        continue
      }
      if (time === undefined && (letter === undefined || !'sbqdiuoxXcEefFgGn'.includes(letter))) {
        const wrong = letter ?? other ?? ''
        errors.push(wrong === '' ? `\`%': missing format character` : `\`${wrong}': invalid format character`)
        return { text, errors }
      }
      const wide = width === '*' ? Number(whole(args.shift() ?? '0', errors)) : Number(width || 0)
      const precise =
        precision === undefined
          ? undefined
          : precision === '*'
            ? Number(whole(args.shift() ?? '0', errors))
            : Number(precision || 0)
      const directive: Directive = {
        flags: wide < 0 ? `${flags}-` : flags,
        width: Math.min(Math.abs(wide), 1_000_000),
        precision: precise !== undefined && precise < 0 ? undefined : precise,
        conversion: letter ?? 'T',
      }
      if (directive.conversion === 'T') {
        const at = args.shift()
        const when = at === undefined || at === '-1' || at === '-2' ? now : Number(whole(at, errors)) * 1_000
        text += padded(binaryOf(strftime(time === '' ? '%H:%M:%S' : (time as string), when)), directive)
        continue
      }
      const { shown, stopped } = converted(directive, args.shift(), errors)
      text += shown
      if (stopped) return { text, errors }
    }
    text += unescaped(format.slice(from), 'format').text
    if (args.length === before) break
  } while (args.length > 0)
  return { text, errors }
}

function converted(directive: Directive, arg: string | undefined, errors: string[]) {
  const { conversion, precision } = directive
  const plain = (shown: string) => ({ shown, stopped: false })
  const cut = (value: string) => (precision === undefined ? value : value.slice(0, precision))
  switch (conversion) {
    case 's':
      return plain(padded(cut(arg ?? ''), directive))
    case 'c':
      return plain(padded(arg === undefined || arg === '' ? '\0' : (arg[0] as string), directive))
    case 'q':
      return plain(padded(cut(quotedForShell(arg ?? '')), directive))
    case 'b': {
      const { text, stopped } = unescaped(arg ?? '', 'b')
      return { shown: padded(cut(text), directive), stopped }
    }
    case 'n':
      return plain('')
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return plain(integer(directive, arg === undefined ? 0n : whole(arg, errors)))
    default:
      return plain(real(directive, arg === undefined ? 0 : realOf(arg, errors)))
  }
}

function padded(text: string, { flags, width }: Directive): string {
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width)
}

function integer(directive: Directive, value: bigint): string {
  const { flags, width, precision, conversion } = directive
  const signed = conversion === 'd' || conversion === 'i'
  const number = signed ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value)
  const magnitude = number < 0n ? -number : number
  const radix = conversion === 'o' ? 8 : conversion === 'x' || conversion === 'X' ? 16 : 10
  let digits = precision === 0 && number === 0n ? '' : magnitude.toString(radix)
  if (precision !== undefined) digits = digits.padStart(precision, '0')
  let prefix =
    number < 0n ? '-' : signed && flags.includes('+') ? '+' : signed && flags.includes(' ') ? ' ' : ''
  if (flags.includes('#') && number !== 0n) {
    if (radix === 16) prefix = '0x'
    else if (radix === 8 && !digits.startsWith('0')) digits = `0${digits}`
  }
  if (flags.includes('0') && !flags.includes('-') && precision === undefined)
    digits = digits.padStart(width - prefix.length, '0')
  const shown = padded(prefix + digits, directive)
  return conversion === 'X' ? shown.toUpperCase() : shown
}

function real(directive: Directive, value: number): string {
  const { flags, width, precision = 6, conversion } = directive
  const kind = conversion.toLowerCase()
  const magnitude = Math.abs(value)
  let digits: string
  if (!Number.isFinite(value)) digits = Number.isNaN(value) ? 'nan' : 'inf'
  else if (kind === 'f') digits = magnitude.toFixed(Math.min(precision, 100))
  else if (kind === 'e') digits = exponent(magnitude, precision)
  else digits = general(magnitude, precision === 0 ? 1 : precision, flags.includes('#'))
  const prefix =
    value < 0 || Object.is(value, -0) ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
  if (flags.includes('0') && !flags.includes('-') && Number.isFinite(value))
    digits = digits.padStart(width - prefix.length, '0')
  const shown = padded(prefix + digits, directive)
  return conversion === kind ? shown : shown.toUpperCase()
}

const exponent = (value: number, precision: number) =>
  value.toExponential(Math.min(precision, 100)).replace(/e([+-])(\d)$/, 'e$10$2')

function general(value: number, precision: number, keep: boolean): string {
  const power = value === 0 ? 0 : Number(/e([+-]\d+)$/.exec(value.toExponential(precision - 1))?.[1])
  const text =
    power < -4 || power >= precision ? exponent(value, precision - 1) : value.toFixed(precision - 1 - power)
  return keep || !text.includes('.') ? text : text.replace(/\.?0+(e|$)/, '$1')
}

/** What C's strtoimax reads, and `'c` for the code of c. */
function whole(text: string, errors: string[]): bigint {
  const [, quoted] = /^['"]([\s\S]*)$/.exec(text) ?? []
  if (quoted !== undefined) return BigInt(codeOf(quoted))
  const [read = '', sign = '', hex, octal, decimal] =
    /^\s*([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9]\d*))/.exec(text) ?? []
  if (read.length < text.length) errors.push(`${text}: invalid number`)
  const size =
    hex !== undefined
      ? BigInt(`0x${hex}`)
      : octal !== undefined && octal !== '0'
        ? BigInt(`0o${octal.slice(1)}`)
        : BigInt(decimal ?? 0)
  const value = sign === '-' ? -size : size
  if (value > 0x7fff_ffff_ffff_ffffn && value <= 0xffff_ffff_ffff_ffffn) return value
  if (value > 0xffff_ffff_ffff_ffffn || value < -0x8000_0000_0000_0000n) {
    errors.push(`warning: ${text}: Numerical result out of range`)
    return value > 0n ? 0x7fff_ffff_ffff_ffffn : -0x8000_0000_0000_0000n
  }
  return value
}

function codeOf(binary: string): number {
  const text = new TextDecoder().decode(bytesOfBinary(binary))
  return text.codePointAt(0) ?? 0
}

function realOf(text: string, errors: string[]): number {
  if (/^['"]/.test(text)) return codeOf(text.slice(1))
  const read =
    /^\s*[+-]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)/i.exec(
      text,
    )?.[0] ?? ''
  if (read.length < text.length) errors.push(`${text}: invalid number`)
  const word = read.trim().toLowerCase()
  if (word.includes('inf')) return word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return word === '' ? 0 : Number(word)
}

/** As bash's %q: bare where that is safe, with backslashes, or $'…' where something cannot be seen. */
function quotedForShell(text: string): string {
  if (text === '') return "''"
  if (/[\0-\x1f\x7f-\xff]/.test(text)) return `$'${text.replaceAll(/[\\'\0-\x1f\x7f-\xff]/g, unseen)}'`
  return text.replaceAll(/[^A-Za-z0-9_@%+=:./-]/g, '\\$&').replace(/^[~#]/, '\\$&')
}

const SEEN: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\E',
}
const unseen = (char: string) => SEEN[char] ?? `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`
