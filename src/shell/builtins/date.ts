import type { ShellCommand } from '../command.ts'
import { failed, said } from '../result.ts'
import { inputOf, InputError } from './input.ts'
import { OptionError, readOptions } from './options.ts'
import { strftime } from './strftime.ts'

const manual = `date [-u] [-d STRING] [-R] [-I[date|hours|minutes|seconds|ns]] [+FORMAT]

Shows the time of the lab, in UTC.

  -d STRING   another time: 2026-01-12T09:00:00Z, @1768208400, '+1 day', '2 hours ago', tomorrow
  +FORMAT     %Y-%m-%d, %H:%M:%S, %s (seconds since 1970) and the others of the C library

  date -u -d '+24 hours' +%Y-%m-%dT%H:%M:%SZ      a time in a day, for --valid-to

The clock cannot be set: lab clock +24h moves it. Other zones than UTC are not here.
`

const ISO: Readonly<Record<string, string>> = {
  '': '%Y-%m-%d',
  date: '%Y-%m-%d',
  hours: '%Y-%m-%dT%H%:z',
  minutes: '%Y-%m-%dT%H:%M%:z',
  seconds: '%Y-%m-%dT%H:%M:%S%:z',
  ns: '%Y-%m-%dT%H:%M:%S,%N%:z',
}

export const date: ShellCommand = {
  name: 'date',
  summary: 'the time of the lab',
  manual,
  async run(context) {
    let options
    try {
      options = readOptions(context.args, 'ud:RI?r:', {
        utc: 'u',
        universal: 'u',
        'date=': 'd',
        'rfc-email': 'R',
        'iso-8601': 'I',
        'rfc-3339=': '3',
        'reference=': 'r',
      })
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      return failed(`date: ${error.message}\nTry 'date --help' for more information.\n`)
    }
    const [format, ...more] = options.operands
    if (more.length > 0)
      return failed(`date: extra operand '${more[0]}'\nTry 'date --help' for more information.\n`)
    if (format !== undefined && !format.startsWith('+')) return failed(`date: invalid date '${format}'\n`)
    const now = await context.host.now()
    const text = options.value('d')
    const at = text === undefined ? now : instantOf(text, now)
    if (at === undefined) return failed(`date: invalid date '${text}'\n`)
    if (options.has('r')) {
      try {
        await inputOf(context, options.value('r') as string)
        return failed('date: the time of a file is not here: stat -c %y FILE\n')
      } catch (error) {
        if (error instanceof InputError) return failed(`date: ${error.message}\n`)
        throw error
      }
    }
    let layout = '%a %b %e %H:%M:%S %Z %Y'
    if (options.has('R')) layout = '%a, %d %b %Y %H:%M:%S %z'
    if (options.has('I')) layout = ISO[options.value('I') as string] ?? ''
    if (options.has('3'))
      layout =
        (
          { date: '%Y-%m-%d', seconds: '%Y-%m-%d %H:%M:%S%:z', ns: '%Y-%m-%d %H:%M:%S.%N%:z' } as Record<
            string,
            string
          >
        )[options.value('3') as string] ?? ''
    if (layout === '') return failed(`date: invalid argument\nTry 'date --help' for more information.\n`)
    return said(`${strftime(format === undefined ? layout : format.slice(1), at)}\n`)
  },
}

const UNITS: Readonly<Record<string, number>> = {
  sec: 1_000,
  second: 1_000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  fortnight: 1_209_600_000,
}

/** What people write after -d, as far as it is here. */
export function instantOf(text: string, now: number): number | undefined {
  const seconds = /^@(-?\d+)(?:\.(\d{1,9}))?$/.exec(text.trim())
  if (seconds) return Number(seconds[1]) * 1_000 + Math.floor(Number(`0.${seconds[2] ?? 0}`) * 1_000)
  let at = now
  let rest = text.trim()
  const day =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?(?!\s*\w))?/i.exec(
      rest,
    )
  if (day) {
    const [whole, year, month, date, hour = 0, minute = 0, second = 0, fraction = '', zone = ''] = day
    const parts = [
      Number(year),
      Number(month) - 1,
      Number(date),
      Number(hour),
      Number(minute),
      Number(second),
    ] as const
    at = Date.UTC(...parts) + Math.floor(Number(`0.${fraction || 0}`) * 1_000)
    const read = new Date(at)
    if (
      read.getUTCMonth() !== parts[1] ||
      read.getUTCDate() !== parts[2] ||
      parts[3] > 23 ||
      parts[4] > 59 ||
      parts[5] > 59
    )
      return undefined
    const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
    if (sign) at -= (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) * 60_000
    rest = rest.slice(whole.length).trim()
  }
  rest = rest.replace(/^(?:now|today|utc)\b\s*/i, '')
  while (rest !== '') {
    const word = /^(tomorrow|yesterday)\b\s*/i.exec(rest)
    const step =
      /^([+-]?\s*\d+|next|last|an?)?\s*(second|sec|minute|min|hour|day|week|fortnight|month|year)s?(?:\s+(ago))?\b\s*/i.exec(
        rest,
      )
    const found = word ?? step
    if (!found) return undefined
    if (word) at += (word[1]?.toLowerCase() === 'tomorrow' ? 1 : -1) * 86_400_000
    else if (step) {
      const [, count = '1', unit = '', ago] = step
      const many = /^next|an?$/i.test(count)
        ? 1
        : /^last$/i.test(count)
          ? -1
          : Number(count.replaceAll(/\s/g, ''))
      const by = ago ? -many : many
      const size = UNITS[unit.toLowerCase()]
      if (size !== undefined) at += by * size
      else {
        const date = new Date(at)
        if (unit.toLowerCase() === 'month') date.setUTCMonth(date.getUTCMonth() + by)
        else date.setUTCFullYear(date.getUTCFullYear() + by)
        at = date.getTime()
      }
    }
    rest = rest.slice(found[0].length)
  }
  return Math.abs(at) <= 8.64e15 ? at : undefined
}
