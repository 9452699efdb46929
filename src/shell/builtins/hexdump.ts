import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'
import { inputsOf } from './input.ts'
import { countOf, OptionError, readOptions } from './options.ts'

const manual = `hexdump [-C] [-v] [-n COUNT] [-s SKIP] [FILE]...

Shows bytes in hexadecimal. With -C each byte by itself and its text beside it; without, pairs of bytes as numbers,
the second byte first, as the processor reads them.

  -v      shows repeated lines instead of *
  -n, -s  so many bytes, from there

Not here: -b -c -d -o -x and formats of one's own (-e, -f).
`

export const hexdump: ShellCommand = {
  name: 'hexdump',
  summary: 'bytes in hexadecimal with their text',
  manual,
  async run(context) {
    let options
    try {
      options = readOptions(context.args, 'Cvn:s:', {
        canonical: 'C',
        'no-squeezing': 'v',
        'length=': 'n',
        'skip=': 's',
      })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`hexdump: ${error.message}\nTry 'hexdump --help' for more information.\n`)
    }
    const skip = countOf(options.value('s') ?? '0')
    const length = options.has('n') ? countOf(options.value('n') as string) : Number.POSITIVE_INFINITY
    if (skip === undefined || length === undefined) return failed('hexdump: failed to parse a number\n')
    const { bytes, errors, read } = await inputsOf(context, options.operands)
    if (read === 0)
      return failed(
        `${errors.map((error) => `hexdump: ${error}\n`).join('')}hexdump: all input file arguments failed\n`,
      )
    const from = Math.min(skip, bytes.length)
    const shown = dumped(bytes.subarray(from, from + length), from, options.has('C'), options.has('v'))
    return errors.length > 0
      ? failed(errors.map((error) => `hexdump: ${error}\n`).join(''), 1, shown)
      : said(shown)
  },
}

function dumped(bytes: Uint8Array, from: number, canonical: boolean, all: boolean): string {
  if (bytes.length === 0) return ''
  const width = canonical ? 8 : 7
  const address = (at: number) => at.toString(16).padStart(width, '0')
  const out: string[] = []
  let starred = false
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.subarray(at, at + 16)
    if (
      !all &&
      at > 0 &&
      part.length === 16 &&
      part.every((byte, index) => byte === bytes[at - 16 + index])
    ) {
      if (!starred) out.push('*\n')
      starred = true
      continue
    }
    starred = false
    out.push(`${address(from + at)}${canonical ? withText(part) : inPairs(part)}\n`)
  }
  out.push(`${address(from + bytes.length)}\n`)
  return out.join('')
}

const two = (byte: number) => byte.toString(16).padStart(2, '0')

function withText(part: Uint8Array): string {
  const half = (from: number) =>
    Array.from(
      { length: 8 },
      (_, at) => ` ${from + at < part.length ? two(part[from + at] as number) : '  '}`,
    ).join('')
  const text = Array.from(part, (byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join(
    '',
  )
  return ` ${half(0)} ${half(8)}  |${text}|`
}

function inPairs(part: Uint8Array): string {
  return Array.from({ length: 8 }, (_, at) =>
    2 * at < part.length ? ` ${two(part[2 * at + 1] ?? 0)}${two(part[2 * at] as number)}` : '     ',
  ).join('')
}
