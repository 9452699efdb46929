import type { Bytes } from '../../bytes/bytes.ts'
import type { CommandContext, CommandResult, ShellCommand } from '../command.ts'
import { FileError } from '../files.ts'
import { failed, said } from '../result.ts'
import { countOf } from './options.ts'

const manual = `xxd [-p|-i|-b|-r] [-u] [-c COLS] [-g BYTES] [-l COUNT] [-s SKIP] [INFILE [OUTFILE]]

Shows bytes in hexadecimal with their text, or makes bytes from hexadecimal.

  -p      hexadecimal only, 30 bytes on a line
  -r      the other way: from such a dump to bytes; with -p from plain hexadecimal
  -i      as a C array
  -b      bits instead of hexadecimal
  -u      upper case
  -c, -g  bytes on a line, bytes in a group
  -l, -s  so many bytes, from there (-s -N counts from the end)

  xxd -p FILE            the bytes of a file in hexadecimal
  xxd -r -p HEX > FILE   bytes from hexadecimal

Not here: -e, -E, -a, -C, -d, -o, -t.
`

interface Wanted {
  mode: 'dump' | 'plain' | 'bits' | 'c'
  reverse: boolean
  upper: boolean
  columns?: number
  group?: number
  length: number
  skip: number
  readonly operands: string[]
}

const USAGE = `Usage:
       xxd [options] [infile [outfile]]
    or
       xxd -r [-s [-]offset] [-c cols] [-ps] [infile [outfile]]
`

export const xxd: ShellCommand = {
  name: 'xxd',
  summary: 'bytes as hexadecimal, and back',
  manual,
  async run(context) {
    const wanted = read(context.args)
    if (!wanted) return failed(USAGE)
    const [path = '-', target] = wanted.operands
    let bytes: Bytes
    try {
      bytes = path === '-' ? context.stdin : await context.files.read(path)
    } catch (error) {
      if (error instanceof FileError) return failed(`xxd: ${path}: ${error.message}\n`, 2)
      throw error
    }
    return put(context, target, wanted.reverse ? reversed(bytes, wanted) : dumped(bytes, path, wanted))
  },
}

async function put(
  { files }: CommandContext,
  target: string | undefined,
  shown: string | Bytes,
): Promise<CommandResult> {
  if (target === undefined || target === '-') return said(shown)
  try {
    await files.write(target, said(shown).stdout)
    return said('')
  } catch (error) {
    if (error instanceof FileError) return failed(`xxd: ${target}: ${error.message}\n`, 3)
    throw error
  }
}

function read(args: readonly string[]): Wanted | undefined {
  const wanted: Wanted = {
    mode: 'dump',
    reverse: false,
    upper: false,
    length: Number.POSITIVE_INFINITY,
    skip: 0,
    operands: [],
  }
  const rest = [...args]
  while (rest.length > 0) {
    const arg = rest.shift() as string
    if (arg === '--') {
      wanted.operands.push(...rest)
      break
    }
    if (!arg.startsWith('-') || arg === '-' || wanted.operands.length > 0) {
      wanted.operands.push(arg)
      continue
    }
    const [, letter = '', stuck = ''] = /^--?([a-zA-Z])(?:ols|en|eek|roupsize)?(.*)$/s.exec(arg) ?? []
    if (letter === 'p') wanted.mode = 'plain'
    else if (letter === 'i') wanted.mode = 'c'
    else if (letter === 'b') wanted.mode = 'bits'
    else if (letter === 'r') wanted.reverse = true
    else if (letter === 'u') wanted.upper = true
    else if ('clsg'.includes(letter) && letter !== '') {
      const text = stuck === '' ? (rest.shift() ?? '') : stuck
      const sign = letter === 's' && text.startsWith('-') ? -1 : 1
      const count = countOf(text.replace(letter === 's' ? /^[+-]/ : /^/, ''))
      if (count === undefined) return undefined
      if (letter === 'c') wanted.columns = count
      else if (letter === 'l') wanted.length = count
      else if (letter === 'g') wanted.group = count
      else wanted.skip = sign * count
    } else return undefined
  }
  return wanted.operands.length > 2 ? undefined : wanted
}

function dumped(all: Bytes, path: string, wanted: Wanted): string {
  const from = wanted.skip < 0 ? Math.max(0, all.length + wanted.skip) : wanted.skip
  const bytes = all.subarray(from, from + wanted.length)
  if (wanted.mode === 'plain') return plain(bytes, wanted)
  return wanted.mode === 'c' ? cArray(bytes, path, wanted) : lines(bytes, from, wanted)
}

const hex = (byte: number, upper: boolean) => {
  const digits = byte.toString(16).padStart(2, '0')
  return upper ? digits.toUpperCase() : digits
}

function plain(bytes: Uint8Array, { columns = 30, upper }: Wanted): string {
  const out: string[] = []
  const line = columns === 0 ? bytes.length : columns
  for (let at = 0; at < bytes.length; at += line)
    out.push(Array.from(bytes.subarray(at, at + line), (byte) => hex(byte, upper)).join(''), '\n')
  return out.join('')
}

function cArray(bytes: Uint8Array, path: string, { columns = 12, upper }: Wanted): string {
  const rows: string[] = []
  for (let at = 0; at < bytes.length; at += columns)
    rows.push(
      `  ${Array.from(bytes.subarray(at, at + columns), (byte) => `0${upper ? 'X' : 'x'}${hex(byte, upper)}`).join(', ')}`,
    )
  const body = rows.length > 0 ? `${rows.join(',\n')}\n` : ''
  if (path === '-') return body
  const name = path.replaceAll(/\W/g, '_').replace(/^(?=\d)/, '__')
  return `unsigned char ${name}[] = {\n${body}};\nunsigned int ${name}_len = ${bytes.length};\n`
}

function lines(bytes: Uint8Array, from: number, { mode, columns, group, upper }: Wanted): string {
  const bits = mode === 'bits'
  const line = columns ?? (bits ? 6 : 16)
  const together = group ?? (bits ? 1 : 2)
  const size = together === 0 ? line : together
  const digits = bits ? 8 : 2
  // A group has its digits and one space after it.
  const span = size * digits + 1
  const width = Math.floor((span * line - 1) / size)
  const out: string[] = []
  for (let at = 0; at < bytes.length; at += line) {
    const part = bytes.subarray(at, at + line)
    let numbers = ''
    part.forEach((byte, index) => {
      numbers =
        numbers.padEnd(Math.floor((span * index) / size)) +
        (bits ? byte.toString(2).padStart(8, '0') : hex(byte, upper))
    })
    const text = Array.from(part, (byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join(
      '',
    )
    out.push(`${(from + at).toString(16).padStart(8, '0')}: ${numbers.padEnd(width)}  ${text}\n`)
  }
  return out.join('')
}

function reversed(bytes: Uint8Array, { mode, columns = 16, skip }: Wanted): Bytes {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  if (mode === 'plain') return fromPairs(text.replaceAll(/[^0-9a-fA-F]/g, ''))
  const parts: { at: number; bytes: Bytes }[] = []
  for (const line of text.split('\n')) {
    const [, offset, rest = ''] = /^([0-9a-fA-F]+):? ?(.*)$/.exec(line) ?? []
    if (offset === undefined) continue
    const digits = /^(?:[0-9a-fA-F]{2} ?)*/.exec(rest)?.[0].replaceAll(' ', '') ?? ''
    parts.push({ at: Number.parseInt(offset, 16) + skip, bytes: fromPairs(digits.slice(0, 2 * columns)) })
  }
  const out = new Uint8Array(Math.max(0, ...parts.map((part) => part.at + part.bytes.length)))
  for (const part of parts) if (part.at >= 0) out.set(part.bytes, part.at)
  return out
}

function fromPairs(digits: string): Bytes {
  const bytes = new Uint8Array(Math.floor(digits.length / 2))
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16)
  return bytes
}
