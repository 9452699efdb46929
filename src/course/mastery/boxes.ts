import { days, type Instant } from '../../world/clock.ts'
import { isCompetency, type CompetencyId } from '../words/competencies.ts'
import type { Course, LearnerRecord } from './learner-record.ts'
import { practisedIn } from './practised.ts'

/** A competency is asked again after so many days, the longer the better it is known. */
export const INTERVAL_DAYS = [1, 3, 8, 21, 60] as const

export interface Box {
  /** 1 to 5 */
  readonly box: number
  readonly intervalDays: number
  /** When it was last shown or missed */
  readonly last: Instant
  readonly due: Instant
}

export type Boxes = ReadonlyMap<CompetencyId, Box>

const DAY = days(1)
/** Days are told apart by UTC, wherever the learner is. */
const dayOf = (at: Instant) => Math.floor(at / DAY)

/**
 * In which box each competency lies. A day moves it once: to the first box when an answer of that day was wrong, else
 * to the next. So the order of a day's answers says nothing, and a day of cramming is no spacing.
 */
export function boxes({ answers, passes }: LearnerRecord, { items, labs }: Course): Boxes {
  const byItem = new Map(items.map((item) => [item.id, item]))
  const byLab = new Map(labs.map((lab) => [lab.id, lab]))
  const events = [
    ...answers
      .filter(({ pilot }) => !pilot)
      .map(({ itemId, at, right }) => ({ at, right, shows: byItem.get(itemId)?.competency })),
    ...passes.flatMap((pass) => {
      const lab = byLab.get(pass.labId)
      const practised = lab ? practisedIn(lab, pass).filter(isCompetency) : []
      return practised.map((shows) => ({ at: pass.at, right: true, shows }))
    }),
  ].sort((one, two) => one.at - two.at)

  const found = new Map<
    CompetencyId,
    Box & { readonly day: number; readonly before: number; readonly missed: boolean }
  >()
  for (const { at, right, shows } of events) {
    if (shows === undefined) continue
    const known = found.get(shows)
    const day = dayOf(at)
    const sameDay = known?.day === day
    const before = sameDay ? known.before : (known?.box ?? 0)
    const missed = !right || (sameDay && known.missed)
    const box = missed ? 1 : Math.min(before + 1, INTERVAL_DAYS.length)
    const intervalDays = INTERVAL_DAYS[box - 1] as number
    found.set(shows, { box, intervalDays, last: at, due: at + days(intervalDays), day, before, missed })
  }
  return new Map(
    Array.from(found, ([id, { box, intervalDays, last, due }]) => [id, { box, intervalDays, last, due }]),
  )
}

/** Whether its review is late by more than twice its interval: then older evidence no longer speaks for today. */
export const lapsed = (box: Box | undefined, now: Instant): boolean =>
  box !== undefined && now - box.due > 2 * days(box.intervalDays)
