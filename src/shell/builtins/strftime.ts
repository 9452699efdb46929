const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAY = 86_400_000

/** A date by a format of the C library, in UTC and the C locale. @param at milliseconds */
export function strftime(format: string, at: number): string {
  const date = new Date(at)
  const year = date.getUTCFullYear()
  const midnight = Date.UTC(year, date.getUTCMonth(), date.getUTCDate())
  const yearDay = Math.round((midnight - Date.UTC(year, 0, 1)) / DAY)
  const weekDay = date.getUTCDay()
  const hour = date.getUTCHours()
  const iso = isoWeek(midnight)
  const two = (number: number, pad = '0') => String(number).padStart(2, pad)
  const values: Readonly<Record<string, () => string>> = {
    '%': () => '%',
    n: () => '\n',
    t: () => '\t',
    a: () => (DAYS[weekDay] as string).slice(0, 3),
    A: () => DAYS[weekDay] as string,
    b: () => (MONTHS[date.getUTCMonth()] as string).slice(0, 3),
    h: () => (MONTHS[date.getUTCMonth()] as string).slice(0, 3),
    B: () => MONTHS[date.getUTCMonth()] as string,
    c: () => strftime('%a %b %e %H:%M:%S %Y', at),
    C: () => two(Math.floor(year / 100)),
    d: () => two(date.getUTCDate()),
    D: () => strftime('%m/%d/%y', at),
    e: () => two(date.getUTCDate(), ' '),
    F: () => strftime('%Y-%m-%d', at),
    g: () => two(iso.year % 100),
    G: () => String(iso.year),
    H: () => two(hour),
    I: () => two(hour % 12 || 12),
    j: () => String(yearDay + 1).padStart(3, '0'),
    k: () => two(hour, ' '),
    l: () => two(hour % 12 || 12, ' '),
    m: () => two(date.getUTCMonth() + 1),
    M: () => two(date.getUTCMinutes()),
    N: () => String(((at % 1_000) + 1_000) % 1_000).padStart(3, '0') + '000000',
    p: () => (hour < 12 ? 'AM' : 'PM'),
    P: () => (hour < 12 ? 'am' : 'pm'),
    q: () => String(Math.floor(date.getUTCMonth() / 3) + 1),
    r: () => strftime('%I:%M:%S %p', at),
    R: () => strftime('%H:%M', at),
    s: () => String(Math.floor(at / 1_000)),
    S: () => two(date.getUTCSeconds()),
    T: () => strftime('%H:%M:%S', at),
    u: () => String(weekDay || 7),
    U: () => two(Math.floor((yearDay + 7 - weekDay) / 7)),
    V: () => two(iso.week),
    w: () => String(weekDay),
    W: () => two(Math.floor((yearDay + 7 - ((weekDay + 6) % 7)) / 7)),
    x: () => strftime('%m/%d/%y', at),
    X: () => strftime('%H:%M:%S', at),
    y: () => two(year % 100),
    Y: () => String(year),
    z: () => '+0000',
    Z: () => 'UTC',
  }
  return format.replaceAll(/%(:?z|[-_0^#]?\d*[a-zA-Z%])/g, (all, spec: string) => {
    if (spec === ':z') return '+00:00'
    const [, flag = '', width = '', letter = ''] = /^([-_0^#]?)(\d*)(.)$/.exec(spec) ?? []
    const value = values[letter]?.()
    if (value === undefined) return all
    if (letter === 'N' && width !== '') return value.slice(0, Number(width))
    const bare =
      flag === '-'
        ? value.replace(/^[0 ]+(?=\d)/, '')
        : flag === '_'
          ? value.replace(/^0+(?=\d)/, (zeros) => ' '.repeat(zeros.length))
          : value
    const cased = flag === '^' ? bare.toUpperCase() : bare
    return width === ''
      ? cased
      : cased.padStart(Number(width), flag === '_' || /[^\d]/.test(value) ? ' ' : '0')
  })
}

/** ISO 8601: weeks begin on Monday, and the first one has the year's first Thursday. */
function isoWeek(midnight: number): { year: number; week: number } {
  const weekDay = (new Date(midnight).getUTCDay() + 6) % 7
  const thursday = midnight + (3 - weekDay) * DAY
  const year = new Date(thursday).getUTCFullYear()
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1 }
}
