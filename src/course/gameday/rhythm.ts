import { hours, minutes, seconds } from '../../world/clock.ts'

/** How often apps act on the quiet days before the night, and on the night itself, when every site sends its visits. */
export const SELDOM = {
  writer: { every: hours(6), offset: 0 },
  reader: { every: hours(6), offset: minutes(40) },
} as const

export const OFTEN = {
  writer: { every: minutes(5), offset: 0 },
  reader: { every: minutes(5), offset: seconds(140) },
} as const
