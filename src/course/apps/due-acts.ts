import type { Instant } from '../../world/clock.ts'

export interface DueAct {
  readonly at: Instant
  readonly stands: number
}

/** How often one app acts in one move of the clock: a jump of a year stays a short one. */
export const MOST_ACTS = 24
/** The last acts before the end of a jump are all made: what the learner sees then is recent. */
const LAST = 6
/** Beside how many events the acts directly before and after are made */
const MOST_MARKS = 4

/**
 * When an app acts in a move of the clock: at every due moment, or, when those are too many, at a few that stand for
 * the rest. Among them are the last ones, and those around what happens by itself meanwhile, so that a result never
 * stands for acts of before and after.
 *
 * @param marks when something happens by itself, oldest first
 */
export function dueActs(
  { every, offset }: { readonly every: number; readonly offset: number },
  from: Instant,
  to: Instant,
  marks: () => readonly Instant[],
): DueAct[] {
  const first = Math.floor((from - offset) / every) + 1
  const last = Math.floor((to - offset) / every)
  const count = last - first + 1
  if (count <= 0) return []
  const at = (index: number) => index * every + offset
  if (count <= MOST_ACTS) return Array.from({ length: count }, (_, i) => ({ at: at(first + i), stands: 1 }))

  const chosen = new Set<number>()
  for (let i = 0; i < LAST; i++) chosen.add(last - i)
  for (const mark of marks().slice(0, MOST_MARKS)) {
    const before = Math.ceil((mark - offset) / every) - 1
    for (const index of [before, before + 1]) if (index >= first && index <= last) chosen.add(index)
  }
  const spread = MOST_ACTS - chosen.size
  for (let i = 0; i < spread; i++) chosen.add(first + Math.floor((i * (count - 1)) / spread))
  let previous = first - 1
  return [...chosen]
    .sort((a, b) => a - b)
    .map((index) => {
      const stands = index - previous
      previous = index
      return { at: at(index), stands }
    })
}
