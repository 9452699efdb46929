import { days, hours, type Instant } from '../../world/clock.ts'

/** Days in texts are written 2026-03-04; the story's day begins at 09:00 UTC. */
export const isoDay = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

export const morningOf = (day: string): Instant => Date.parse(`${day}T00:00:00Z`) + hours(9)

export const dayAfter = (day: string, count: number): string => isoDay(morningOf(day) + days(count))
