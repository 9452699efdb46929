import type { ShellCommand } from '../command.ts'
import { binaryOfBytes, bytesOfBinary } from '../binary-text.ts'
import { failed, said } from '../result.ts'
import { inputOf, InputError } from './input.ts'
import { OptionError, readOptions } from './options.ts'

const manual = `paste [-d LIST] [-s] [FILE...]

Puts the lines of files side by side, with tabs or with the characters of LIST in turn between them.

  -s   puts the lines of one file side by side instead
`
const ESCAPED: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\\\': '\\', '\\0': '' }

export const paste: ShellCommand = {
  name: 'paste',
  summary: 'lines of files side by side',
  manual,
  async run(context) {
    let options
    try {
      options = readOptions(context.args, 'd:s', { 'delimiters=': 'd', serial: 's' })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`paste: ${error.message}\nTry 'paste --help' for more information.\n`)
    }
    const between = (options.value('d') ?? '\t')
      .match(/\\[nt\\0]|[^]/g)
      ?.map((one) => ESCAPED[one] ?? one) ?? ['']
    const joined = (parts: readonly string[]) =>
      parts.map((part, i) => (i === 0 ? part : `${between[(i - 1) % between.length]}${part}`)).join('')

    const columns: string[][] = []
    try {
      for (const path of options.operands.length > 0 ? options.operands : ['-']) {
        const lines = binaryOfBytes(await inputOf(context, path)).split('\n')
        if (lines.at(-1) === '') lines.pop()
        columns.push(lines)
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      return failed(`paste: ${error.message}\n`)
    }
    const rows = options.has('s')
      ? columns
      : Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) =>
          columns.map((lines) => lines[row] ?? ''),
        )
    return said(bytesOfBinary(rows.map((row) => `${joined(row)}\n`).join('')))
  },
}
