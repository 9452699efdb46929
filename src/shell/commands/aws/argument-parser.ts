import { closeMatches } from './close-matches.ts'
import { wrongLine } from './cli-error.ts'
import { reprText } from './python-value.ts'

/** How many words an argument takes, as Python's argparse counts them. */
export type Takes = 'nothing' | 'one' | 'optional' | 'any' | 'some'

export interface Argument {
  /** `--key-id`, or the bare name of a positional */
  readonly name: string
  readonly into: string
  readonly takes: Takes
  readonly required?: boolean
  readonly choices?: readonly string[]
  readonly kind?: 'int' | 'float'
  /** What it stands for where no word follows: true or false for a switch */
  readonly constant?: boolean | string
}

export type Parsed = Map<string, string | number | boolean | readonly string[]>

interface Option {
  readonly argument: Argument | undefined
  readonly flag: string
  readonly explicit: string | undefined
}

const FEW_WORDS: Readonly<Record<Takes, string>> = {
  nothing: '',
  one: 'expected one argument',
  optional: 'expected at most one argument',
  any: '',
  some: 'expected at least one argument',
}

/**
 * Python's ArgumentParser.parse_known_args for the arguments the CLI has: options may be shortened, may stand
 * anywhere, and what is unknown is handed back in its order.
 *
 * @throws CliError in the words of argparse
 * @see https://docs.python.org/3.11/library/argparse.html
 */
export function parseKnown(
  args: readonly string[],
  options: readonly Argument[],
  positionals: readonly Argument[] = [],
): { parsed: Parsed; rest: string[] } {
  const byFlag = new Map(options.map((option) => [option.name, option]))
  const parsed: Parsed = new Map()
  const seen = new Set<Argument>()
  const rest: string[] = []
  const { marks, found } = classified(args, byFlag)
  let waiting = [...positionals]
  const last = Math.max(-1, ...found.keys())
  let at = 0
  while (at <= last) {
    const next = Math.min(...[...found.keys()].filter((index) => index >= at))
    if (at !== next) {
      const end = takePositionals(at)
      if (end > at) {
        at = end
        continue
      }
    }
    if (!found.has(at)) {
      rest.push(...args.slice(at, next))
      at = next
    }
    at = takeOption(at)
  }
  const end = takePositionals(at)
  rest.push(...args.slice(end))

  const missing = [...options, ...positionals].filter(
    (argument) => argument.required === true && !seen.has(argument),
  )
  if (missing.length > 0)
    throw wrongLine(`the following arguments are required: ${missing.map(({ name }) => name).join(', ')}`)
  return { parsed, rest }

  function takeOption(index: number): number {
    const { argument, flag, explicit } = found.get(index) as Option
    if (!argument) {
      rest.push(args[index] as string)
      return index + 1
    }
    if (explicit !== undefined) {
      if (argument.takes === 'nothing')
        throw wrongLine(`argument ${argument.name}: ignored explicit argument ${reprText(explicit)}`)
      put(argument, [explicit])
      return index + 1
    }
    void flag
    const count = wordsFor(argument.takes, marks.slice(index + 1))
    if (count === undefined) throw wrongLine(`argument ${argument.name}: ${FEW_WORDS[argument.takes]}`)
    put(argument, args.slice(index + 1, index + 1 + count))
    return index + 1 + count
  }

  function takePositionals(from: number): number {
    let place = from
    while (waiting.length > 0) {
      const [first, ...others] = waiting as [Argument, ...Argument[]]
      const here = marks.slice(place)
      const dashes = /^-*/.exec(here)?.[0].length ?? 0
      const words = /^A*/.exec(here.slice(dashes))?.[0].length ?? 0
      if (first.takes === 'one' && words === 0) break
      const taken = words === 0 ? 0 : 1
      // Without a word, only the pattern's leading dashes are used up.
      put(first, args.slice(place + dashes, place + dashes + taken))
      place += dashes + taken
      waiting = others
    }
    return place
  }

  function put(argument: Argument, words: readonly string[]): void {
    seen.add(argument)
    const { takes, into, constant } = argument
    if (takes === 'nothing') parsed.set(into, constant as boolean)
    else if (takes === 'any' || takes === 'some') {
      const values = words.filter((word, index) => word !== '--' || words.indexOf('--') !== index)
      for (const value of values) check(argument, value)
      parsed.set(into, values)
    } else if (words.length === 0) {
      if (constant !== undefined) parsed.set(into, constant)
    } else {
      const [word] = words as [string]
      const value = converted(argument, word)
      check(argument, word)
      parsed.set(into, value)
    }
  }
}

/** A for a word, O for an option, - for the two dashes after which all are words. */
function classified(args: readonly string[], byFlag: ReadonlyMap<string, Argument>) {
  const found = new Map<number, Option>()
  let marks = ''
  let wordsOnly = false
  args.forEach((arg, index) => {
    if (wordsOnly) marks += 'A'
    else if (arg === '--') {
      marks += '-'
      wordsOnly = true
    } else {
      const option = optionOf(arg, byFlag)
      if (option) found.set(index, option)
      marks += option ? 'O' : 'A'
    }
  })
  return { marks, found }
}

function optionOf(arg: string, byFlag: ReadonlyMap<string, Argument>): Option | undefined {
  if (!arg.startsWith('-')) return undefined
  const exact = byFlag.get(arg)
  if (exact) return { argument: exact, flag: arg, explicit: undefined }
  if (arg.length === 1) return undefined
  const equals = arg.indexOf('=')
  const [flag, explicit] = equals < 0 ? [arg, undefined] : [arg.slice(0, equals), arg.slice(equals + 1)]
  const named = equals < 0 ? undefined : byFlag.get(flag)
  if (named) return { argument: named, flag, explicit }
  const longer = arg.startsWith('--') ? [...byFlag.keys()].filter((name) => name.startsWith(flag)) : []
  if (longer.length > 1) throw wrongLine(`ambiguous option: ${arg} could match ${longer.join(', ')}`)
  const [only] = longer
  if (only !== undefined) return { argument: byFlag.get(only), flag: only, explicit }
  if (/^-\d+$|^-\d*\.\d+$/.test(arg) || arg.includes(' ')) return undefined
  return { argument: undefined, flag: arg, explicit: undefined }
}

function wordsFor(takes: Takes, marks: string): number | undefined {
  const words = /^A*/.exec(marks)?.[0].length ?? 0
  switch (takes) {
    case 'nothing':
      return 0
    case 'one':
      return words > 0 ? 1 : undefined
    case 'optional':
      return Math.min(words, 1)
    case 'any':
      return words
    case 'some':
      return words > 0 ? words : undefined
  }
}

function converted({ name, kind }: Argument, word: string): string | number {
  if (kind === undefined) return word
  const number = kind === 'int' ? pythonInt(word) : pythonFloat(word)
  if (number === undefined) throw wrongLine(`argument ${name}: invalid ${kind} value: ${reprText(word)}`)
  return number
}

/** Python's int(text), or undefined where it raises. */
export const pythonInt = (text: string): number | undefined =>
  /^\s*[-+]?\d+(_\d+)*\s*$/.test(text) ? Number(text.trim().replaceAll('_', '')) : undefined

/** Python's float(text), or undefined where it raises. */
export const pythonFloat = (text: string): number | undefined =>
  /^\s*[-+]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)([eE][-+]?\d+)?\s*$/.test(text)
    ? Number(text.trim().replaceAll('_', ''))
    : undefined

const CHOICES_IN_A_LINE = 2

function check({ name, choices }: Argument, word: string): void {
  if (choices === undefined || choices.includes(word)) return
  const lines = ['Invalid choice, valid choices are:\n']
  for (let i = 0; i < choices.length; i += CHOICES_IN_A_LINE)
    lines.push(
      choices
        .slice(i, i + CHOICES_IN_A_LINE)
        .map((choice) => choice.padEnd(40))
        .join(' | '),
    )
  const close = closeMatches(word, choices)
  if (close.length > 0) {
    lines.push(`\n\nInvalid choice: ${reprText(word)}, maybe you meant:\n`)
    for (const one of close) lines.push(`  * ${one}`)
  }
  throw wrongLine(`argument ${name}: ${lines.join('\n')}`)
}
