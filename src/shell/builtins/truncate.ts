import type { ShellCommand } from '../command.ts'
import { FileError } from '../files.ts'
import { failed, said } from '../result.ts'
import { OptionError, readOptions, sizeOf } from './options.ts'

const manual = `truncate -s [+-]SIZE [-c] FILE...

Cuts a file to a size, or makes it longer with zero bytes. With + or - the size is a difference.

  -c   does not make files that are not there
`
const MOST = 16 * 1_024 * 1_024

export const truncate: ShellCommand = {
  name: 'truncate',
  summary: 'cuts or lengthens a file',
  manual,
  async run({ args, files }) {
    let options
    try {
      options = readOptions(args, 's:c', { 'size=': 's', 'no-create': 'c' })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`truncate: ${error.message}\nTry 'truncate --help' for more information.\n`)
    }
    const size = options.value('s')
    if (size === undefined)
      return failed(
        "truncate: you must specify either '--size' or '--reference'\nTry 'truncate --help' for more information.\n",
      )
    const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(size) ?? []
    const amount = sizeOf(digits)
    if (amount === undefined) return failed(`truncate: Invalid number: '${size}'\n`)
    if (options.operands.length === 0)
      return failed("truncate: missing file operand\nTry 'truncate --help' for more information.\n")
    let errors = ''
    for (const path of options.operands) {
      const there = await files.exists(path)
      if (!there && options.has('c')) continue
      try {
        const old = there ? await files.read(path) : new Uint8Array()
        const length =
          sign === '+' ? old.length + amount : sign === '-' ? Math.max(0, old.length - amount) : amount
        if (length > MOST) throw new FileError('EFBIG')
        const bytes = new Uint8Array(length)
        bytes.set(old.subarray(0, length))
        await files.write(path, bytes)
      } catch (error) {
        if (!(error instanceof FileError)) throw error
        errors += `truncate: cannot open '${path}' for writing: ${error.message}\n`
      }
    }
    return errors === '' ? said('') : failed(errors)
  },
}
