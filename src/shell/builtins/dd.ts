import { concatBytes, type Bytes } from '../../bytes/bytes.ts'
import type { CommandContext, ShellCommand } from '../command.ts'
import { FileError } from '../files.ts'
import { failed, said } from '../result.ts'
import { sizeOf } from './options.ts'

const manual = `dd [if=FILE] [of=FILE] [bs=BYTES] [count=N] [skip=N] [seek=N] [conv=notrunc] [status=none|noxfer]

Copies bytes in blocks, from standard input to standard output unless told otherwise.

  bs, ibs, obs   bytes of a block (512)
  count, skip    blocks to copy, blocks to skip first
  seek           blocks to leave before writing; what was there stays
  conv=notrunc   leaves what lies behind the written bytes
  status         none: says nothing; noxfer: leaves out the last line

  dd if=/dev/urandom of=key.bin bs=32 count=1

No time passes while it copies: its last line has 0 s.
`

const KEYS = new Set([
  'if',
  'of',
  'bs',
  'ibs',
  'obs',
  'count',
  'skip',
  'seek',
  'conv',
  'status',
  'iflag',
  'oflag',
])
const MOST = 16 * 1_024 * 1_024
const ENDLESS = new Set(['/dev/urandom', '/dev/random', '/dev/zero'])

export const dd: ShellCommand = {
  name: 'dd',
  summary: 'copies bytes in blocks',
  manual,
  async run(context) {
    const wanted = new Map<string, string>()
    for (const arg of context.args) {
      const [, key = '', value = ''] = /^([a-z]+)=(.*)$/s.exec(arg) ?? []
      if (!KEYS.has(key))
        return failed(`dd: unrecognized operand '${arg}'\nTry 'dd --help' for more information.\n`)
      wanted.set(key, value)
    }
    const numbers = new Map<string, number>()
    for (const key of ['bs', 'ibs', 'obs', 'count', 'skip', 'seek']) {
      const text = wanted.get(key)
      if (text === undefined) continue
      const number = productOf(text)
      if (number === undefined || (number === 0 && key.endsWith('bs')))
        return failed(`dd: invalid number: '${text}'\n`)
      numbers.set(key, number)
    }
    for (const word of (wanted.get('conv') ?? '').split(',').filter(Boolean))
      if (!['notrunc', 'fsync', 'fdatasync', 'sync', 'noerror'].includes(word))
        return failed(`dd: invalid conversion: '${word}'\nTry 'dd --help' for more information.\n`)
    return copied(context, wanted, numbers)
  },
}

const productOf = (text: string): number | undefined =>
  text.split('x').reduce<number | undefined>((product, factor) => {
    const size = sizeOf(factor)
    return product === undefined || size === undefined ? undefined : product * size
  }, 1)

async function copied(
  context: CommandContext,
  wanted: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<string, number>,
) {
  const { files } = context
  const block = numbers.get('bs') ?? numbers.get('ibs') ?? 512
  const outBlock = numbers.get('bs') ?? numbers.get('obs') ?? 512
  const from = (numbers.get('skip') ?? 0) * block
  const count = numbers.get('count')
  const path = wanted.get('if')
  const need = count === undefined ? undefined : from + count * block
  if (need !== undefined && need > MOST && path !== undefined && ENDLESS.has(path))
    return failed(`dd: the lab copies ${MOST} bytes at most\n`)
  let all: Bytes
  try {
    all = path === undefined ? context.stdin : await read(files, path, need)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed(`dd: failed to open '${path}': ${error.message}\n`)
  }
  const bytes = all.slice(from, need)
  const target = wanted.get('of')
  if (target !== undefined) {
    try {
      await write(
        files,
        target,
        bytes,
        (numbers.get('seek') ?? 0) * outBlock,
        (wanted.get('conv') ?? '').includes('notrunc'),
      )
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      return failed(`dd: failed to open '${target}': ${error.message}\n`)
    }
  }
  const status = wanted.get('status')
  const stdout = target === undefined ? bytes : new Uint8Array()
  if (status === 'none') return said(stdout)
  const records = (size: number) => `${Math.floor(bytes.length / size)}+${bytes.length % size === 0 ? 0 : 1}`
  const last = status === 'noxfer' ? '' : `${amount(bytes.length)} copied, 0 s, Infinity B/s\n`
  return failed(`${records(block)} records in\n${records(outBlock)} records out\n${last}`, 0, stdout)
}

/** A device that never ends is read again until there is enough. */
async function read(files: CommandContext['files'], path: string, need = 0): Promise<Bytes> {
  const parts = [await files.read(path)]
  let length = parts[0]?.length ?? 0
  while (ENDLESS.has(path) && length < need) {
    const more = await files.read(path)
    parts.push(more)
    length += more.length
  }
  return concatBytes(...parts)
}

async function write(
  files: CommandContext['files'],
  path: string,
  bytes: Bytes,
  seek: number,
  keep: boolean,
) {
  const old = (seek > 0 || keep) && (await files.exists(path)) ? await files.read(path) : new Uint8Array()
  const head = new Uint8Array(seek)
  head.set(old.subarray(0, seek))
  const tail = keep ? old.subarray(seek + bytes.length) : new Uint8Array()
  await files.write(path, concatBytes(head, bytes, tail))
}

function amount(bytes: number): string {
  const plain = `${bytes} byte${bytes === 1 ? '' : 's'}`
  if (bytes < 1_000) return plain
  const both = [scaled(bytes, 1_000, ['B', 'kB', 'MB', 'GB'])]
  if (bytes >= 1_024) both.push(scaled(bytes, 1_024, ['B', 'KiB', 'MiB', 'GiB']))
  return `${plain} (${both.join(', ')})`
}

function scaled(bytes: number, step: number, units: readonly string[]): string {
  let value = bytes
  let unit = 0
  while (value >= step && unit < units.length - 1) {
    value /= step
    unit++
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}
