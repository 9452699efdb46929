import { lastCall } from '../course/evidence.ts'
import type { Condition, LabDefinition, LabView } from '../course/lab-definition.ts'
import type { Put, Tables } from '../kms/tables.ts'
import { trailLength } from '../cloud/trail.ts'
import { seconds, type Instant } from '../world/clock.ts'
import type { Coach } from './lab.ts'
import { lostKeys, speaksOf } from './lost-keys.ts'
import { MOVES, PASSES, PROGRESS, SESSION, type MoveRow, type PassRow, type ProgressRow } from './rows.ts'
import { labView } from './view.ts'
import { says } from './words.ts'

export interface CurrentLab {
  readonly labId: string
  readonly seed: number
}

export const currentLab = (tables: Tables): CurrentLab | undefined =>
  tables.get<CurrentLab>(SESSION, 'current')

export const conditionsOf = (lab: LabDefinition): readonly Condition[] =>
  lab.steps.flatMap(({ conditions }) => conditions)

/** Which open conditions hold now, latched: once met, a condition stays met. */
export function latched(lab: LabDefinition, progress: ProgressRow, view: LabView): ProgressRow {
  const conditions = conditionsOf(lab)
  const fresh = conditions
    .filter(({ id }) => !Object.hasOwn(progress.met, id))
    .flatMap((condition) => {
      const verdict = judged(condition, view)
      return verdict?.met ? [[condition.id, verdict.event] as const] : []
    })
  if (fresh.length === 0 && progress.passed) return progress
  const met = { ...progress.met, ...Object.fromEntries(fresh) }
  const passed =
    progress.passed || (conditions.length > 0 && conditions.every(({ id }) => Object.hasOwn(met, id)))
  if (fresh.length === 0 && passed === progress.passed) return progress
  return { ...progress, met, passed, passes: progress.passes + (passed && !progress.passed ? 1 : 0) }
}

/** A check that throws is a bug of the lab's; it must not take the learner's session down. */
function judged(condition: Condition, view: LabView): ReturnType<Condition['holds']> | undefined {
  try {
    return condition.holds(view)
  } catch {
    return undefined
  }
}

/**
 * How each condition stands, for the list of ticks: latched, or what is true now. What speaks of a key that was deleted
 * is said to be so, whatever the lab would say of its next step: only an answer about the key can still be given.
 */
export function standing(lab: LabDefinition, tables: Tables, now: Instant) {
  const progress = tables.get<ProgressRow>(PROGRESS, lab.id)
  if (!progress) return []
  const view = labView(lab, progress, tables, now)
  const lost = lostKeys(progress, tables)
  return conditionsOf(lab).map((condition) => {
    const event = Object.hasOwn(progress.met, condition.id) ? progress.met[condition.id] : undefined
    if (event !== undefined) return { id: condition.id, says: condition.says, met: true as const, event }
    const verdict = judged(condition, view)
    if (verdict?.met) return { id: condition.id, says: condition.says, ...verdict }
    const key = lost.find((name) => speaksOf([condition.says, verdict?.now, verdict?.lookAt], name))
    const told = key === undefined ? verdict : { now: says.keyGone(key), lookAt: says.wayOut }
    return { id: condition.id, says: condition.says, met: false as const, ...told }
  })
}

/** The wrong move that the newest record or transfer shows, if the lab knows it. */
export function recognised(lab: LabDefinition, view: LabView, tables: Tables): Coach | undefined {
  const move = lab.wrongMoves.find((candidate) => {
    try {
      return candidate.when(view)
    } catch {
      return false
    }
  })
  return (
    move && {
      eventNumber: besideWhat(lab, view) ?? trailLength(tables),
      moveId: move.id,
      says: move.says,
      ...(move.misconception === undefined ? {} : { misconception: move.misconception }),
    }
  )
}

/** The call it was, where all that is newer happened in the time that the call took, or was done by apps. */
function besideWhat(
  { secondsPerCall = 1, secondsPerForm = secondsPerCall }: LabDefinition,
  view: LabView,
): number | undefined {
  const [call, newest] = [lastCall(view), view.events.at(-1)]
  if (!call || !newest) return undefined
  const since = Date.parse(newest.eventTime) - Date.parse(call.eventTime)
  const took = seconds(Math.max(secondsPerCall, secondsPerForm))
  return view.apps().length > 0 || since <= took ? call.number : undefined
}

export const moveKey = (lab: Pick<LabDefinition, 'id'>, moveId: string) => `${lab.id}/${moveId}`

/** Keeps count of a recognised move, for what the course believes of the learner's ideas. */
export function moveRow(
  lab: LabDefinition,
  { moveId, misconception, certainty }: Pick<MoveRow, 'moveId' | 'misconception' | 'certainty'>,
  tables: Tables,
  at: Instant,
  seenAt: Instant,
): Put {
  const key = moveKey(lab, moveId)
  const before = tables.get<MoveRow>(MOVES, key)
  const row: MoveRow = {
    labId: lab.id,
    moveId,
    times: (before?.times ?? 0) + 1,
    at,
    seenAt,
    ...(certainty === undefined ? {} : { certainty }),
    ...(misconception === undefined ? {} : { misconception }),
  }
  return [MOVES, key, row]
}

/** Keeps that a lab was passed, and with what help. */
export function passRow({ labId, seed, began, hints, met }: ProgressRow, tables: Tables, at: Instant): Put {
  const event = Math.max(0, ...Object.values(met))
  const row: PassRow = { labId, seed, at, ...(began === undefined ? {} : { began }), hints, event }
  return [PASSES, String(tables.size(PASSES) + 1), row]
}
