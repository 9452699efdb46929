import type { ShellCommand } from '../command.ts'
import { binaryOfBytes, bytesOfBinary } from '../binary-text.ts'
import { failed, said } from '../result.ts'
import { inputsOf } from './input.ts'
import { OptionError, readOptions } from './options.ts'

const manual = `cut -b LIST | -c LIST | -f LIST [-d DELIM] [-s] [FILE...]

Shows parts of each line: bytes, characters (here the same as bytes), or fields that a delimiter parts (a tab unless
told). LIST is numbers from 1 and ranges: 1,3-5,7-. A line without the delimiter is shown whole, or left out with -s.
`
type Ranges = readonly (readonly [from: number, to: number])[]

function rangesOf(list: string): Ranges | undefined {
  const ranges: [number, number][] = []
  for (const part of list.split(',')) {
    const [, from, dash, to] = /^(\d*)(-?)(\d*)$/.exec(part) ?? []
    if (from === undefined || (from === '' && to === '') || from === '0') return undefined
    const first = from === '' ? 1 : Number(from)
    const last = dash === '' ? first : to === '' ? Number.POSITIVE_INFINITY : Number(to)
    if (last < first) return undefined
    ranges.push([first, last])
  }
  return ranges
}

const within = (ranges: Ranges, number: number) => ranges.some(([from, to]) => number >= from && number <= to)

export const cut: ShellCommand = {
  name: 'cut',
  summary: 'parts of each line',
  manual,
  async run(context) {
    const help = "Try 'cut --help' for more information.\n"
    let options
    try {
      options = readOptions(context.args, 'b:c:f:d:s', {
        'bytes=': 'b',
        'characters=': 'c',
        'fields=': 'f',
        'delimiter=': 'd',
        'only-delimited': 's',
      })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`cut: ${error.message}\n${help}`)
    }
    const lists = options.given.filter(({ name }) => 'bcf'.includes(name))
    const list = lists[0]
    if (!list) return failed(`cut: you must specify a list of bytes, characters, or fields\n${help}`)
    if (lists.length > 1) return failed(`cut: only one list may be specified\n${help}`)
    const ranges = rangesOf(list.value)
    if (!ranges)
      return failed(
        list.name === 'f'
          ? `cut: invalid field value ‘${list.value}’\n${help}`
          : `cut: invalid byte or character range ‘${list.value}’\n${help}`,
      )
    const delimiter = options.value('d') ?? '\t'
    if (delimiter.length !== 1) return failed(`cut: the delimiter must be a single character\n${help}`)

    const { bytes, errors } = await inputsOf(context, options.operands)
    const lines = binaryOfBytes(bytes).split('\n')
    if (lines.at(-1) === '') lines.pop()
    let shown = ''
    for (const line of lines) {
      if (list.name !== 'f') {
        shown += `${[...line].filter((_, i) => within(ranges, i + 1)).join('')}\n`
        continue
      }
      const fields = line.split(delimiter)
      if (fields.length > 1) shown += `${fields.filter((_, i) => within(ranges, i + 1)).join(delimiter)}\n`
      else if (!options.has('s')) shown += `${line}\n`
    }
    const out = bytesOfBinary(shown)
    return errors.length === 0 ? said(out) : failed(errors.map((one) => `cut: ${one}\n`).join(''), 1, out)
  },
}
