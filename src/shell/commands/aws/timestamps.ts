/**
 * A time as the CLI reads it: seconds since 1970, or ISO 8601 in whole or in part; without an offset it is UTC.
 *
 * @returns milliseconds since 1970, or undefined where the CLI would not take it
 */
export function readTimestamp(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^[-+]?\d+(\.\d*)?$/.test(trimmed) && !/^\d{8}$/.test(trimmed)) return bounded(Number(trimmed) * 1000)
  const found = ISO.exec(trimmed)
  if (!found) return undefined
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    fraction = '',
    zone = 'Z',
  ] = found
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Math.trunc(Number(`0${fraction || '.0'}`) * 1000),
  )
  const date = new Date(at)
  const real =
    Number(month) - 1 === date.getUTCMonth() &&
    Number(day) === date.getUTCDate() &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  return real ? bounded(at - offsetOf(zone)) : undefined
}

const ISO =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(\.\d{1,9})?)?\s*(Z|UTC|GMT|[-+]\d\d(?::?\d\d)?)?)?)?)?$/i

const LAST = 8.64e15
const bounded = (at: number) => (Math.abs(at) <= LAST ? at : undefined)

function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([-+])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** As CLI version 2 prints times: ISO 8601 with an offset, microseconds only where there are any. */
export function isoTime(seconds: number): string {
  const micros = Math.round(seconds * 1e6)
  const whole = Math.floor(micros / 1e6)
  const rest = micros - whole * 1e6
  const text = new Date(whole * 1000).toISOString().slice(0, 19)
  return `${text}${rest === 0 ? '' : `.${String(rest).padStart(6, '0')}`}+00:00`
}
