import { accountView, keyByArn, may } from '../course/account-view.ts'
import { appsView } from '../course/apps/app-view.ts'
import type { LabDefinition, LabView, NumberedEvent } from '../course/lab-definition.ts'
import { alarmsOf, storedObjects } from '../course/store-view.ts'
import { keyState } from '../kms/key.ts'
import type { Tables } from '../kms/tables.ts'
import { trailEvent, trailLength } from '../cloud/trail.ts'
import type { Instant } from '../world/clock.ts'
import {
  ANSWERS,
  file,
  fileNames,
  NAMES,
  ringsOf,
  safeOf,
  TRANSFERS,
  type AnswerRow,
  type ProgressRow,
  type TransferRow,
} from './rows.ts'

/** What a lab's conditions and moves may look at, taken from the tables when asked. */
export function labView(lab: LabDefinition, progress: ProgressRow, tables: Tables, now: Instant): LabView {
  let events: readonly NumberedEvent[] | undefined
  const arnOf = (name: string) => tables.get<string>(NAMES, name)
  const key = (name: string) => keyByArn(tables, arnOf(name))
  return {
    now,
    startedAt: progress.startedAt,
    ...accountView(tables),
    objects: (bucket) => storedObjects(tables, bucket),
    alarms: () => alarmsOf(tables),
    may: (role, operation, arn) => may(tables, now, role, operation, arn),
    apps: () => appsView(tables, now),
    key,
    arnOf,
    state: (name) => {
      const found = key(name)
      return found && keyState(found)
    },
    scene: () => eventsAfter(tables, 0),
    get events() {
      events ??= eventsAfter(tables, progress.firstEvent)
      return events
    },
    files: () => fileNames(tables),
    file: (name) => file(tables, name)?.bytes,
    changedAt: (name) => file(tables, name)?.changedAt,
    answer: (id) => tables.get<AnswerRow>(ANSWERS, answerKey(lab.id, id))?.value,
    answeredAt: (id) => tables.get<AnswerRow>(ANSWERS, answerKey(lab.id, id))?.at,
    safe: (about) => safeOf(tables, about),
    get rings() {
      return ringsOf(tables)
    },
    get transfers() {
      return Array.from(tables.rows<TransferRow>(TRANSFERS), ([, row]) => row)
    },
  }
}

/** @param labId undefined for an answer outside of any lab */
export const answerKey = (labId: string | undefined, id: string) =>
  labId === undefined ? id : `${labId}/${id}`

function eventsAfter(tables: Tables, first: number): readonly NumberedEvent[] {
  const events: NumberedEvent[] = []
  for (let number = first + 1; number <= trailLength(tables); number++) {
    const event = trailEvent(tables, number)
    if (event) events.push({ ...event, number })
  }
  return events
}
