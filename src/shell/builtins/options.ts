/** What a command line says, read as getopt reads it. */
export interface Options {
  /** In order; a flag without a value has '' */
  readonly given: readonly { readonly name: string; readonly value: string }[]
  readonly operands: readonly string[]
  has(name: string): boolean
  /** The last value given */
  value(name: string): string | undefined
}

/** Wrong options, in getopt's words. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
}

/**
 * @param short letters, each with `:` when it takes a value, or `?` when it may have one stuck to it
 * @param long names to letters; those with a value end with `=`
 * @throws OptionError
 */
export function readOptions(
  args: readonly string[],
  short: string,
  long: Readonly<Record<string, string>> = {},
): Options {
  const given: { name: string; value: string }[] = []
  const operands: string[] = []
  const rest = [...args]
  const needed = (name: string, words: string) => {
    const value = rest.shift()
    if (value === undefined) throw new OptionError(`option requires an argument -- '${name}'${words}`)
    return value
  }
  while (rest.length > 0) {
    const arg = rest.shift() as string
    if (arg === '--') {
      operands.push(...rest)
      break
    }
    if (arg.startsWith('--')) {
      const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? []
      const found = Object.keys(long).find((one) => one.replace('=', '') === name)
      if (found === undefined) throw new OptionError(`unrecognized option '${arg}'`)
      const letter = long[found] as string
      if (!found.endsWith('=')) given.push({ name: letter, value: value ?? '' })
      else if (value !== undefined) given.push({ name: letter, value })
      else {
        const next = rest.shift()
        if (next === undefined) throw new OptionError(`option '--${name}' requires an argument`)
        given.push({ name: letter, value: next })
      }
      continue
    }
    if (!arg.startsWith('-') || arg === '-') {
      operands.push(arg)
      continue
    }
    for (let at = 1; at < arg.length; at++) {
      const name = arg[at] as string
      const where = name === ':' || name === '?' ? -1 : short.indexOf(name)
      if (where < 0) throw new OptionError(`invalid option -- '${name}'`)
      const kind = short[where + 1]
      const stuck = arg.slice(at + 1)
      if (kind === ':') given.push({ name, value: stuck === '' ? needed(name, '') : stuck })
      else if (kind === '?') given.push({ name, value: stuck })
      else given.push({ name, value: '' })
      if (kind === ':' || kind === '?') break
    }
  }
  return {
    given,
    operands,
    has: (name) => given.some((one) => one.name === name),
    value: (name) => given.findLast((one) => one.name === name)?.value,
  }
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  w: 2,
  b: 512,
  k: 1_024,
  K: 1_024,
  M: 1_024 ** 2,
  G: 1_024 ** 3,
  kB: 1_000,
  KB: 1_000,
  MB: 1_000_000,
  GB: 1e9,
  KiB: 1_024,
  MiB: 1_024 ** 2,
  GiB: 1_024 ** 3,
}

/** A count with a unit as coreutils take it: 4, 1k, 2M. */
export function sizeOf(text: string): number | undefined {
  const [, digits, unit] = /^(\d+)(c|w|b|k|K|M|G|[kKMG]B|[KMG]iB)?$/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits) * (UNITS[unit ?? ''] as number)
}

/** The same, where hexadecimal and octal are read too, as od, xxd and hexdump do. */
export function countOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(0[xX][0-9a-fA-F]+|\d+)([bkKmMG]?)$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const number = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)
  return Number.isNaN(number) ? undefined : number * (UNITS[unit === 'm' ? 'M' : unit] as number)
}
