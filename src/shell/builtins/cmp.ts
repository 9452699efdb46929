import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'
import { inputOf, InputError } from './input.ts'
import { OptionError, readOptions, sizeOf } from './options.ts'

const manual = `cmp [-s] [-l] [-b] [-n COUNT] [-i SKIP] FILE1 [FILE2]

Compares two files byte by byte. Ends with 0 when they are the same, 1 when they differ, 2 when it could not tell.

  -s   says nothing
  -l   every byte that differs: where, and both values in octal
  -b   shows the bytes that differ
  -n   compares so many bytes at most
  -i   skips bytes first, in both
`

export const cmp: ShellCommand = {
  name: 'cmp',
  summary: 'whether two files are the same bytes',
  manual,
  async run(context) {
    let options
    try {
      options = readOptions(context.args, 'slbn:i:', {
        silent: 's',
        quiet: 's',
        verbose: 'l',
        'print-bytes': 'b',
        'bytes=': 'n',
        'ignore-initial=': 'i',
      })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`cmp: ${error.message}\ncmp: Try 'cmp --help' for more information.\n`, 2)
    }
    const [one, two = '-', ...more] = options.operands
    if (one === undefined)
      return failed("cmp: missing operand after 'cmp'\ncmp: Try 'cmp --help' for more information.\n", 2)
    if (more.length > 0)
      return failed(`cmp: extra operand '${more[0]}'\ncmp: Try 'cmp --help' for more information.\n`, 2)
    const skip = sizeOf(options.value('i') ?? '0')
    const most = options.has('n') ? sizeOf(options.value('n') as string) : Number.POSITIVE_INFINITY
    if (skip === undefined || most === undefined)
      return failed("cmp: invalid number\ncmp: Try 'cmp --help' for more information.\n", 2)
    try {
      const a = (await inputOf(context, one)).subarray(skip).subarray(0, most)
      const b = (await inputOf(context, two)).subarray(skip).subarray(0, most)
      return compared({ name: one, bytes: a }, { name: two, bytes: b }, options.has.bind(options))
    } catch (error) {
      if (error instanceof InputError) return failed(options.has('s') ? '' : `cmp: ${error.message}\n`, 2)
      throw error
    }
  },
}

interface Side {
  readonly name: string
  readonly bytes: Uint8Array
}

function compared(one: Side, two: Side, has: (name: string) => boolean) {
  const shared = Math.min(one.bytes.length, two.bytes.length)
  const differing: number[] = []
  for (let at = 0; at < shared; at++) {
    if (one.bytes[at] === two.bytes[at]) continue
    differing.push(at)
    if (!has('l')) break
  }
  const ended = one.bytes.length !== two.bytes.length
  if (has('s')) return said('', differing.length > 0 || ended ? 1 : 0)
  const width = String(Math.max(one.bytes.length, two.bytes.length)).length
  const pair = (at: number) => [one.bytes[at] as number, two.bytes[at] as number] as const
  let shown = ''
  if (has('l')) shown = differing.map((at) => verbose(at, width, pair(at), has('b'))).join('')
  else if (differing.length > 0) {
    const at = differing[0] as number
    const [a, b] = pair(at)
    const bytes = has('b') ? ` is ${octal(a)} ${visible(a)} ${octal(b)} ${visible(b)}` : ''
    return said(
      `${one.name} ${two.name} differ: byte ${at + 1}, line ${lines(one.bytes, at) + 1}${bytes}\n`,
      1,
    )
  }
  if (!ended) return said(shown, differing.length > 0 ? 1 : 0)
  const shorter = one.bytes.length < two.bytes.length ? one : two
  const count = shorter.bytes.length
  if (count === 0) return failed(`cmp: EOF on ${shorter.name} which is empty\n`, 1, shown)
  const whole = shorter.bytes[count - 1] === 10
  const place = has('l')
    ? ''
    : whole
      ? `, line ${lines(shorter.bytes, count)}`
      : `, in line ${lines(shorter.bytes, count) + 1}`
  return failed(`cmp: EOF on ${shorter.name} after byte ${count}${place}\n`, 1, shown)
}

const lines = (bytes: Uint8Array, until: number) =>
  bytes.subarray(0, until).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0)
const octal = (byte: number) => byte.toString(8).padStart(3)

function verbose(at: number, width: number, [a, b]: readonly [number, number], bytes: boolean): string {
  const place = String(at + 1).padStart(width)
  return bytes
    ? `${place} ${octal(a)} ${visible(a).padEnd(4)} ${octal(b)} ${visible(b)}\n`
    : `${place} ${octal(a)} ${octal(b)}\n`
}

/** As `cat -v` shows a byte. */
function visible(byte: number): string {
  if (byte >= 128) return `M-${visible(byte - 128)}`
  if (byte === 127) return '^?'
  return byte < 32 ? `^${String.fromCharCode(byte + 64)}` : String.fromCharCode(byte)
}
