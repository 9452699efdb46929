import type { Level } from '../../course/gameday/incident.ts'

export const MOST_SEED = 999_999

/** What an address says of a night; undefined when there is no such one. */
export function nightIn(
  seed: string,
  search: string,
): { readonly seed: number; readonly level: Level } | undefined {
  const level = Number(new URLSearchParams(search).get('level') ?? 1)
  const number = /^\d{1,6}$/.test(seed) ? Number(seed) : 0
  if (number < 1 || number > MOST_SEED || (level !== 1 && level !== 2 && level !== 3)) return undefined
  return { seed: number, level }
}

export const addressOf = (seed: number, level: Level) => `/gameday/${seed}?level=${level}`
