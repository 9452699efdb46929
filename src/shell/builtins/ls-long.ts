import type { Instant } from '../../world/clock.ts'
import type { FileAbout } from '../files.ts'
import { strftime } from './strftime.ts'

/** A line of a listing: the name as it is to be shown, and what it is. */
export interface Listed {
  readonly name: string
  readonly about: FileAbout
  /** Folders in it, itself, and its name above: the count that a folder has */
  readonly links: number
  /** What follows the name: a sign of its kind, or where a link leads */
  readonly tail: string
}

export interface LongForm {
  readonly human: boolean
  /** Names and sizes of owner and group as numbers */
  readonly numeric: boolean
  readonly time: TimeForm
  readonly now: Instant
}

/** How times are written: for old files and for those of the last six months. */
export interface TimeForm {
  readonly old: string
  readonly recent: string
}

const BLOCK = 4_096
const KIB = 1_024
/** Half of a mean year of the calendar, as coreutils reckon. */
const SIX_MONTHS = (31_556_952 / 2) * 1_000
const NUMBERS: Readonly<Record<string, string>> = {
  '/dev/null': '1, 3',
  '/dev/zero': '1, 5',
  '/dev/random': '1, 8',
  '/dev/urandom': '1, 9',
  '/dev/tty': '5, 0',
}
const LETTER = { file: '-', folder: 'd', link: 'l', device: 'c' } as const

/**
 * Lines as `ls -l` prints them, each column as wide as its widest.
 *
 * @param beside what is listed further down and has its part in the widths
 */
export function longLines(
  listed: readonly Listed[],
  beside: readonly Listed[],
  folder: string,
  form: LongForm,
): string {
  const all = [...listed, ...beside].map(({ name, about, links, tail }) => {
    const owner = ownerOf(about, form.numeric)
    return { mode: modeOf(about), links: String(links), owner, size: sizeOf(name, about), name, about, tail }

    function sizeOf(shown: string, { kind, size }: FileAbout): string {
      if (kind === 'device') return NUMBERS[shown.startsWith('/') ? shown : `${folder}/${shown}`] ?? '0, 0'
      const bytes = kind === 'folder' ? BLOCK : size
      return form.human ? human(bytes) : String(bytes)
    }
  })
  const width = (pick: (row: (typeof all)[number]) => string) =>
    Math.max(0, ...all.map((row) => pick(row).length))
  const [links, owner, size] = [
    width((row) => row.links),
    width((row) => row.owner),
    width((row) => row.size),
  ]
  return all
    .slice(0, listed.length)
    .map((row) => {
      const { changedAt } = row.about
      const recent = form.now - SIX_MONTHS < changedAt && changedAt <= form.now
      const time = strftime(recent ? form.time.recent : form.time.old, changedAt)
      const who = row.owner.padEnd(owner)
      return `${row.mode} ${row.links.padStart(links)} ${who} ${who} ${row.size.padStart(size)} ${time} ${row.name}${row.tail}\n`
    })
    .join('')
}

/** The line above: what all of them take on the disk, in blocks of 1 KiB. */
export function totalLine(listed: readonly Listed[], { human: short }: LongForm): string {
  const bytes = listed.reduce((sum, { about }) => sum + onDisk(about), 0)
  return `total ${short ? human(bytes) : bytes / KIB}\n`
}

function onDisk({ kind, size }: FileAbout): number {
  if (kind === 'folder') return BLOCK
  return kind === 'file' ? Math.ceil(size / BLOCK) * BLOCK : 0
}

function ownerOf({ theirs }: FileAbout, numeric: boolean): string {
  if (numeric) return theirs ? '1000' : '0'
  return theirs ? 'learner' : 'root'
}

function modeOf({ kind, mode }: FileAbout): string {
  const bits = kind === 'device' ? 0o666 : kind === 'link' ? 0o777 : mode
  const three = (by: number) =>
    ['r', 'w', 'x'].map((letter, at) => ((bits >> (by - at)) & 1 ? letter : '-')).join('')
  return `${LETTER[kind]}${three(8)}${three(5)}${three(2)}`
}

/** 1023, 1.0K, 9.8K, 10K: always rounded up. */
function human(bytes: number): string {
  let size = bytes
  let unit = ''
  for (const next of 'KMGT') {
    if (size < KIB) break
    size /= KIB
    unit = next
  }
  if (unit === '') return String(size)
  const tenths = Math.ceil(size * 10) / 10
  return `${tenths < 10 ? tenths.toFixed(1) : Math.ceil(size)}${unit}`
}
