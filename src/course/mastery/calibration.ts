import { CERTAINTIES, type Certainty } from '../answered.ts'
import type { LearnerRecord } from './learner-record.ts'

/** What an answer is worth by certainty. High pays above 80 % right, middle above 67 %. It never counts for mastery. */
export const WORTH: Readonly<Record<Certainty, { readonly right: number; readonly wrong: number }>> = {
  low: { right: 1, wrong: 0 },
  middle: { right: 2, wrong: -2 },
  high: { right: 3, wrong: -6 },
}

/** Between which shares of right answers a certainty is the best choice. */
export const PAYS: Readonly<Record<Certainty, { readonly from: number; readonly to: number }>> = {
  low: { from: 0, to: 2 / 3 },
  middle: { from: 2 / 3, to: 0.8 },
  high: { from: 0.8, to: 1 },
}

export interface Calibrated {
  readonly certainty: Certainty
  readonly answers: number
  readonly right: number
  readonly points: number
  /** Whether the share right is where this certainty pays; undefined with fewer than 5 answers */
  readonly fits?: 'under' | 'fits' | 'over'
}

const ENOUGH = 5

/** How sure the learner was, against how often they were right: questions and predictions together. */
export function calibration({ answers, predictions }: LearnerRecord): readonly Calibrated[] {
  const all = [...answers, ...predictions]
  return CERTAINTIES.map((certainty) => {
    const given = all.filter((one) => one.certainty === certainty)
    const right = given.filter((one) => one.right).length
    const worth = WORTH[certainty]
    const points = right * worth.right + (given.length - right) * worth.wrong
    const told = { certainty, answers: given.length, right, points: points === 0 ? 0 : points }
    return given.length < ENOUGH ? told : { ...told, fits: fit(certainty, right / given.length) }
  })
}

/** `over`: surer than right; `under`: it could have been said with more certainty. */
function fit(certainty: Certainty, share: number): 'under' | 'fits' | 'over' {
  const { from, to } = PAYS[certainty]
  return share < from ? 'over' : share > to ? 'under' : 'fits'
}
