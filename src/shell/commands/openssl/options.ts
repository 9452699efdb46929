import type { Io } from './io.ts'

/** What an option takes: nothing, a text, a whole number, or a form of key files. */
export type Kind = 'flag' | 'text' | 'number' | 'format'

export interface Parsed {
  readonly rest: readonly string[]
  has(name: string): boolean
  /** The last one given */
  text(name: string): string | undefined
  all(name: string): readonly string[]
  /** In the order in which they were typed */
  readonly given: readonly (readonly [name: string, value: string])[]
}

/**
 * Options as OpenSSL's own parser takes them: until the first word that is none; one dash or two.
 * @param unknown what to do with an option that the table does not have; true: it was understood
 */
export function parseOptions(
  io: Io,
  command: string,
  args: readonly string[],
  table: Readonly<Record<string, Kind>>,
  unknown: (name: string) => boolean = () => false,
): Parsed {
  const given: (readonly [string, string])[] = []
  let at = 0
  for (; at < args.length; at++) {
    const word = args[at] as string
    if (!word.startsWith('-') || word === '-') break
    if (word === '--') {
      at++
      break
    }
    const [name = '', attached] = split(word.replace(/^--?/, ''))
    const kind = Object.hasOwn(table, name) ? table[name] : undefined
    if (!kind) {
      if (unknown(name)) {
        given.push([name, ''])
        continue
      }
      io.fail(`${command}: Unknown option: ${word}`, seeHelp(command))
    }
    if (kind === 'flag') {
      given.push([name, ''])
      continue
    }
    const value = attached ?? args[++at]
    if (value === undefined) io.fail(`${command}: Option ${word} needs a value`, seeHelp(command))
    if (kind === 'number') numberOf(io, command, value)
    if (kind === 'format' && !/^(der|pem|d|p|any)$/i.test(value))
      io.fail(`${command}: Invalid format "${value}" for option -${name}`, seeHelp(command))
    given.push([name, value])
  }
  return {
    rest: args.slice(at),
    given,
    has: (name) => given.some(([each]) => each === name),
    text: (name) => given.findLast(([each]) => each === name)?.[1],
    all: (name) => given.filter(([each]) => each === name).map(([, value]) => value),
  }
}

function split(word: string): readonly [string, string | undefined] {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

export const seeHelp = (command: string) => `${command}: Use -help for summary.`

/** @returns the number, or ends the command as the real one does */
export function numberOf(io: Io, command: string, text: string, help = true): number {
  const more = help ? [seeHelp(command)] : []
  if (!/^[+-]?\d+$/.test(text)) io.fail(`${command}: Can't parse "${text}" as a number`, ...more)
  const value = Number(text)
  if (Math.abs(value) > 2 ** 31 - 1) io.fail(`${command}: Value "${text}" outside integer range`, ...more)
  return value
}

export const isDer = (format: string | undefined) => /^d/i.test(format ?? '')
