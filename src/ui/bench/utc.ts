import type { Instant } from '../../world/clock.ts'

/** Of an `<input type="datetime-local">` or typed by hand, always read as UTC; undefined when it is no date. */
export function parseInstant(text: string): Instant | undefined {
  const match = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}))?)?Z?\s*$/.exec(text)
  if (!match) return undefined
  const [, day, minute = '00:00', second = '00'] = match
  const at = Date.parse(`${day}T${minute}:${second}Z`)
  // Date.parse moves 30 February into March; a date is meant as it is written.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day as string) ? undefined : at
}

/** As the field holds it: 2026-02-11T09:00, seconds only when there are some. */
export function fieldText(at: Instant): string {
  const iso = new Date(at).toISOString()
  return iso.slice(17, 19) === '00' ? iso.slice(0, 16) : iso.slice(0, 19)
}

/** 2026-01-13T09:06:12+00:00, as the AWS CLI prints a time. */
export const cliTime = (at: Instant): string =>
  new Date(at)
    .toISOString()
    .replace(/(\.\d+)Z$/, (_, ms: string) => `${ms === '.000' ? '' : `${ms}000`}+00:00`)
