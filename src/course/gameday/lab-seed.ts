import type { Level } from './incident.ts'

/** How many plans a seed may propose before the generator gives up. */
export const ATTEMPTS = 8

/** The seed of a lab that stands for one proposal of a night. */
export const labSeedOf = (seed: number, attempt: number) => seed * ATTEMPTS + attempt
export const seedOfLab = (labSeed: number) => ({
  seed: Math.floor(labSeed / ATTEMPTS),
  attempt: labSeed % ATTEMPTS,
})

export const LEVELS: readonly Level[] = [1, 2, 3]
export const gameDayId = (level: Level) => `game-day-${level}`
export const levelOfGameDay = (labId: string): Level | undefined =>
  LEVELS.find((level) => gameDayId(level) === labId)
