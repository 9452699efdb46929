import { concatBytes, type Bytes } from '../../bytes/bytes.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'
import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'
import { inputOf, InputError } from './input.ts'
import { OptionError, readOptions, sizeOf } from './options.ts'

const manual = `tail [-n [+]LINES | -c [+]BYTES] [-q|-v] [FILE...]

Shows the end of files: 10 lines unless told. With + it shows everything from that line or byte on, counted from 1.
It does not follow a file that grows (-f).
`
const NEWLINE = 10

/** The last `count` bytes or lines, or with `+` all from that one on. */
function endOf(bytes: Bytes, unit: 'c' | 'n', count: number, from: boolean): Bytes {
  if (unit === 'c') {
    if (from) return bytes.subarray(Math.max(0, count - 1))
    return bytes.subarray(Math.max(0, bytes.length - count))
  }
  const starts = [0]
  for (let i = 0; i < bytes.length - 1; i++) if (bytes[i] === NEWLINE) starts.push(i + 1)
  const first = from ? Math.max(0, count - 1) : Math.max(0, starts.length - count)
  return first >= starts.length ? new Uint8Array() : bytes.subarray(starts[first])
}

export const tail: ShellCommand = {
  name: 'tail',
  summary: 'the end of files',
  manual,
  async run(context) {
    // The old spelling: tail -3
    const args = context.args.map((arg, i) => (i === 0 && /^-\d+$/.test(arg) ? `-n${arg.slice(1)}` : arg))
    let options
    try {
      options = readOptions(args, 'n:c:qv', { 'lines=': 'n', 'bytes=': 'c', quiet: 'q', verbose: 'v' })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`tail: ${error.message}\nTry 'tail --help' for more information.\n`)
    }
    const asked = options.given.findLast(({ name }) => name === 'n' || name === 'c')
    const unit = asked?.name === 'c' ? 'c' : 'n'
    const text = asked?.value ?? '10'
    const count = sizeOf(text.replace(/^[+-]/, ''))
    if (count === undefined)
      return failed(`tail: invalid number of ${unit === 'c' ? 'bytes' : 'lines'}: ‘${text}’\n`)

    const paths = options.operands.length > 0 ? options.operands : ['-']
    const titled = options.has('v') || (paths.length > 1 && !options.has('q'))
    const parts: Bytes[] = []
    let errors = ''
    for (const path of paths) {
      try {
        const bytes = await inputOf(context, path)
        const name = path === '-' ? 'standard input' : path
        if (titled) parts.push(encodeUtf8(`${parts.length > 0 ? '\n' : ''}==> ${name} <==\n`))
        parts.push(endOf(bytes, unit, count, text.startsWith('+')))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        errors += `tail: cannot open '${path}' for reading: ${error.message.slice(path.length + 2)}\n`
      }
    }
    const shown = concatBytes(...parts)
    return errors === '' ? said(shown) : failed(errors, 1, shown)
  },
}
