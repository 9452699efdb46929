import type { Instant } from '../world/clock.ts'
import type { Certainty } from './answered.ts'

/** A bet of a demonstration as it was locked. */
export interface KeptBet {
  readonly option: string
  readonly certainty: Certainty
  /** By the wall clock */
  readonly at: Instant
}

/** What is kept of a part of a module that is no lab: a lesson or a demonstration. */
export interface PartKept {
  /** See `partId` */
  readonly part: string
  /** By the wall clock, the first time: the end of a lesson was reached, every button of a demonstration pressed */
  readonly done?: Instant
  /** Of a demonstration, the newest of each: bet id to bet */
  readonly bets: Readonly<Record<string, KeptBet>>
}

/** As it stands in the address: `1/the-key-you-cannot-hold`. */
export const partId = (module: number, id: string): string => `${module}/${id}`
