import type { CommandContext, ShellCommand } from '../command.ts'
import { FileError, type FileAbout, type Files } from '../files.ts'
import { failed, said } from '../result.ts'
import { longLines, totalLine, type Listed, type LongForm, type TimeForm } from './ls-long.ts'
import { OptionError, readOptions, type Options } from './options.ts'

const manual = `ls [-1aAdFhlnprRSt] [FILE...]

Lists files, and what is in folders. One name stands on a line, as when the real ls writes into a pipe.

  -l   mode, links, owner, group, size, time and name; times older than six months with their year
  -h   with -l: sizes as 1.5K and 3.2M            -n   with -l: owner and group as numbers
  -a   names that begin with a dot too            -A   these, without . and ..
  -t   newest first      -S   largest first       -r   the other way round
  -R   folders in folders too                     -d   folders themselves, not what is in them
  -F   a sign behind each name: / folder, * program, @ link      -p   / behind folders only

  --time-style=full-iso|long-iso|iso|+FORMAT, --full-time

Times are those of the lab. Not here: columns (-C, -x, -m), colours, -i, -s and -L.
`

const LONG = {
  all: 'a',
  'almost-all': 'A',
  directory: 'd',
  classify: 'F',
  color: 'color',
  'full-time': 'full-time',
  'human-readable': 'h',
  'numeric-uid-gid': 'n',
  recursive: 'R',
  reverse: 'r',
  'time-style=': 'time-style',
}
const TROUBLE = 2
const TRY = "Try 'ls --help' for more information.\n"
const FULL: TimeForm = { old: '%Y-%m-%d %H:%M:%S.%N %z', recent: '%Y-%m-%d %H:%M:%S.%N %z' }
const TIMES: Readonly<Record<string, TimeForm>> = {
  'full-iso': FULL,
  'long-iso': { old: '%Y-%m-%d %H:%M', recent: '%Y-%m-%d %H:%M' },
  iso: { old: '%Y-%m-%d ', recent: '%m-%d %H:%M' },
  locale: { old: '%b %e  %Y', recent: '%b %e %H:%M' },
}

export const ls: ShellCommand = {
  name: 'ls',
  summary: 'lists files',
  manual,
  async run(context) {
    try {
      const options = readOptions(context.args, '1aAdFhlnprRSt', LONG)
      return await listing(context, options)
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`ls: ${error.message}\n${TRY}`, TROUBLE)
    }
  },
}

interface Found {
  readonly name: string
  /** Where to find it from the working directory */
  readonly path: string
  readonly about: FileAbout
}

async function listing({ files, host }: CommandContext, options: Options) {
  const isLong = ['l', 'n', 'full-time'].some(options.has)
  const form: LongForm = {
    human: options.has('h'),
    numeric: options.has('n'),
    time: timeForm(options),
    now: isLong ? await host.now() : 0,
  }
  const inOrder = orderOf(options)
  const errors: string[] = []
  let exitCode = 0

  const operands = options.operands.length > 0 ? options.operands : ['.']
  const found: Found[] = []
  for (const path of operands) {
    try {
      const follows = !options.has('d') && !options.has('F') && !isLong
      found.push({ name: path, path, about: await aboutOf(files, path, follows) })
    } catch (error) {
      errors.push(`ls: cannot access ${quoted(path)}: ${(error as FileError).message}\n`)
      exitCode = TROUBLE
    }
  }
  found.sort(inOrder)
  const isFolder = ({ about }: Found) => about.kind === 'folder' && !options.has('d')
  const parts: string[] = []
  const alone = found.filter((one) => !isFolder(one))
  const folders = found.filter(isFolder)
  if (alone.length > 0) parts.push(await block(alone, folders))
  const headed = options.has('R') || operands.length > 1 || alone.length > 0
  while (folders.length > 0) {
    const folder = folders.shift() as Found
    const inside = (await entriesOf(folder)).toSorted(inOrder)
    const total = isLong ? totalLine(await listed(inside), form) : ''
    parts.push(`${headed ? `${folder.name}:\n` : ''}${total}${await block(inside, [], folder.path)}`)
    if (options.has('R'))
      folders.unshift(
        ...inside
          .filter(({ name, about }) => about.kind === 'folder' && name !== '.' && name !== '..')
          .map((one) => ({ ...one, name: one.path })),
      )
  }
  const text = parts.join('\n')
  return errors.length > 0 ? failed(errors.join(''), exitCode, text) : said(text)

  async function entriesOf({ path }: Found): Promise<Found[]> {
    const last = options.given.findLast(({ name }) => name === 'a' || name === 'A')?.name
    const names = (await files.list(path))
      .map((name) => name.replace(/\/$/, ''))
      .filter((name) => !INNER.has(name) && (last !== undefined || !name.startsWith('.')))
    const under = path.endsWith('/') ? path : `${path}/`
    return Promise.all(
      (last === 'a' ? ['.', '..', ...names] : names).map(async (name) => ({
        name,
        path: `${under}${name}`,
        about: await files.about(`${under}${name}`),
      })),
    )
  }

  async function block(entries: readonly Found[], beside: readonly Found[], folder = ''): Promise<string> {
    const rows = await listed(entries)
    return isLong
      ? longLines(rows, await listed(beside), folder, form)
      : rows.map(({ name, tail }) => `${name}${tail}\n`).join('')
  }

  function listed(entries: readonly Found[]): Promise<Listed[]> {
    return Promise.all(
      entries.map(async ({ name, path, about }) => ({
        name,
        about,
        links: isLong && about.kind === 'folder' ? 2 + (await foldersIn(files, path)) : 1,
        tail: await tailOf(path, about),
      })),
    )
  }

  async function tailOf(path: string, about: FileAbout): Promise<string> {
    if (about.kind !== 'link' || !isLong) return sign(about)
    const target = await files.about(path, true).catch(() => undefined)
    return ` -> ${about.target}${target ? sign(target) : ''}`
  }

  function sign({ kind, mode }: FileAbout): string {
    if (kind === 'folder') return options.has('F') || options.has('p') ? '/' : ''
    if (!options.has('F')) return ''
    if (kind === 'link') return '@'
    return kind === 'file' && (mode & 0o111) !== 0 ? '*' : ''
  }
}

/** What the shell itself writes through. */
const INNER = new Set(['.stdout', '.stderr'])

/** A link on the line stands for the folder that it leads to, unless the line is about links. */
async function aboutOf(files: Files, path: string, follows: boolean): Promise<FileAbout> {
  if (path === '') throw new FileError('ENOENT')
  const about = await files.about(path)
  if (about.kind !== 'link' || !follows) return about
  const target = await files.about(path, true).catch(() => undefined)
  return target?.kind === 'folder' ? target : about
}

async function foldersIn(files: Files, path: string): Promise<number> {
  const names = await files.list(path).catch(() => [])
  return names.filter((name) => name.endsWith('/')).length
}

/** By name as bytes; -t and -S first by time or size, and -r turns all of it round. */
function orderOf(options: Options): (a: Found, b: Found) => number {
  const by = options.given.findLast(({ name }) => name === 't' || name === 'S')?.name
  const turned = options.has('r') ? -1 : 1
  return (a, b) => {
    const first =
      by === 't'
        ? b.about.changedAt - a.about.changedAt
        : by === 'S'
          ? shownSize(b.about) - shownSize(a.about)
          : 0
    return turned * (first || bytewise(a.name, b.name))
  }
}

const shownSize = ({ kind, size }: FileAbout) => (kind === 'folder' ? 4_096 : size)

/** Characters beyond 16 bits come after all others, as their bytes do. */
function bytewise(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  for (let at = 0; at < left.length && at < right.length; at++) {
    const by = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0)
    if (by !== 0) return by
  }
  return left.length - right.length
}

/** @throws OptionError */
function timeForm(options: Options): TimeForm {
  const style = options.value('time-style')
  const last = options.given.findLast(({ name }) => name === 'time-style' || name === 'full-time')
  if (last?.name === 'full-time') return FULL
  if (style === undefined) return TIMES['locale'] as TimeForm
  if (style.startsWith('+')) {
    const [old = '', recent = old] = style.slice(1).split('\n')
    return { old, recent }
  }
  const form = TIMES[style]
  if (form) return form
  throw new OptionError(
    `invalid argument ‘${style}’ for ‘time style’\nValid arguments are:\n  - [posix-]full-iso\n  - [posix-]long-iso\n  - [posix-]iso\n  - [posix-]locale\n  - +FORMAT (e.g., +%H:%M) for a 'date'-style format`,
  )
}

/** A name in a message, in quotation marks that a shell could read. */
function quoted(name: string): string {
  if (!name.includes("'")) return `'${name}'`
  return /["$`\\]/.test(name) ? `'${name.replaceAll("'", "'\\''")}'` : `"${name}"`
}
