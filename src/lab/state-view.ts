import type { Tables } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import { actingNow } from './acting.ts'
import { currentLab } from './checks.ts'
import type { History } from './history.ts'
import type { LabState } from './lab.ts'

/** The part of the screens' state that follows from the tables. */
export function view(
  tables: Tables,
  history: History,
  now: Instant,
): Pick<LabState, 'now' | 'acting' | 'canUndo' | 'canRedo' | 'current'> {
  return {
    now,
    acting: actingNow(tables),
    canUndo: history.undoable.length > 0,
    canRedo: history.redoable.length > 0,
    current: currentLab(tables),
  }
}
