import { LAST_VARIANT } from '../../course/items/variant-of.ts'
import type { AnsweredItem } from '../../course/answered.ts'

/** A review that is on. It stands in the address, so that a reload and the way back from a lab find it again. */
export interface Round {
  readonly questions: readonly {
    readonly itemId: string
    /** Every one it was asked in, the present one last */
    readonly variants: readonly number[]
  }[]
  /** The place of the open question, 0 is the first; after the last the round is over */
  readonly at: number
}

/** `?round=AQ01-3_RQ02-17-5&at=1`: the second question was asked twice. */
export const roundQuery = ({ questions, at }: Round): string =>
  `?round=${questions.map(({ itemId, variants }) => [itemId, ...variants].join('-')).join('_')}&at=${at}`

/** Undefined where an address names no round, or one that cannot be. @param known tells the ids there are */
export function roundIn(search: string, known: (itemId: string) => boolean): Round | undefined {
  const query = new URLSearchParams(search)
  const questions = (query.get('round') ?? '').split('_').map((each) => {
    const [itemId = '', ...variants] = each.split('-')
    return { itemId, variants: variants.filter((text) => /^\d{1,3}$/.test(text)).map(Number) }
  })
  const at = Number(query.get('at') ?? Number.NaN)
  const whole = questions.every(
    ({ itemId, variants }) =>
      known(itemId) && variants.length > 0 && variants.every((variant) => variant <= LAST_VARIANT),
  )
  return whole && Number.isInteger(at) && at >= 0 && at <= questions.length ? { questions, at } : undefined
}

/** Item id to whether its newest answer of this round was right; without what was not answered. */
export function roundResults(
  { questions }: Round,
  answered: readonly AnsweredItem[],
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    questions.flatMap(({ itemId, variants }) => {
      const newest = answered.findLast(
        (each) => each.mode === 'review' && each.itemId === itemId && variants.includes(each.variant),
      )
      return newest ? [[itemId, newest.right] as const] : []
    }),
  )
}
