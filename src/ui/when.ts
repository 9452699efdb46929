import { days, hours, minutes, type Instant } from '../world/clock.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number) => String(n).padStart(2, '0')

/** 09:14 */
export function clockTime(at: Instant): string {
  const date = new Date(at)
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** 09:14:02 */
export const clockSeconds = (at: Instant): string => `${clockTime(at)}:${two(new Date(at).getUTCSeconds())}`

/** 13 Jan */
export function day(at: Instant): string {
  const date = new Date(at)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
}

/** 13 Jan 2026 */
export const dayAndYear = (at: Instant): string => `${day(at)} ${new Date(at).getUTCFullYear()}`

/** Mon 12 Jan 2026, 09:14 UTC */
export const fullDate = (at: Instant): string =>
  `${DAYS[new Date(at).getUTCDay()]} ${dayAndYear(at)}, ${clockTime(at)} UTC`

/** 10:00 on the same day, 13 Jan 09:06 in the same year, with the year otherwise: as short as it stays clear. */
export function shortDate(at: Instant, now: Instant): string {
  const [then, today] = [new Date(at), new Date(now)]
  if (then.getUTCFullYear() !== today.getUTCFullYear()) return `${dayAndYear(at)} ${clockTime(at)}`
  return day(at) === day(now) ? clockTime(at) : `${day(at)} ${clockTime(at)}`
}

/** 23 h 52 min, 61 days: the two largest units below a day, whole days above. */
export function span(ms: number): string {
  if (ms < minutes(1)) return `${Math.round(ms / 1000)} s`
  if (ms < hours(2)) return `${Math.floor(ms / minutes(1))} min`
  if (ms < days(2)) {
    const rest = Math.floor((ms % hours(1)) / minutes(1))
    return `${Math.floor(ms / hours(1))} h${rest ? ` ${rest} min` : ''}`
  }
  return `${Math.floor(ms / days(1))} days`
}

/** What an <input type="datetime-local"> holds, read as UTC; undefined when it is not a date. */
export function fromInput(value: string): Instant | undefined {
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)) return undefined
  const at = Date.parse(`${value}Z`)
  return Number.isNaN(at) ? undefined : at
}

export const toInput = (at: Instant): string => new Date(at).toISOString().slice(0, 16)
