import { ANSWER_MODES, CERTAINTIES, type AnsweredItem } from '../course/answered.ts'
import type { ExamAttempt } from '../course/exam-attempt.ts'
import type { KeptBet, PartKept } from '../course/part-kept.ts'
import type { Tables } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import { requireText } from './guard.ts'
import {
  ANSWERED,
  ANSWERS,
  EXAMS,
  MOVES,
  PARTS,
  PASSES,
  PROGRESS,
  type AnswerRow,
  type MoveRow,
  type PassRow,
  type ProgressRow,
} from './rows.ts'
import {
  between,
  count,
  flag,
  instant,
  listOf,
  mapOf,
  maybe,
  number,
  oneOf,
  record,
  text,
  type Check,
  type Shapes,
} from './value-checks.ts'

const share = between(0, 1)
const spent = between(0)
const only: Check = (value) => value === true
const certainty = oneOf(...CERTAINTIES)
const level: Check = (value) => value === 1 || value === 2 || value === 3
const variant: Check = (value) => count(value) && (value as number) < 2 ** 32

const marked = record({ kind: oneOf('marked', 'order'), ids: listOf(text) })
const pairs = record({ kind: oneOf('pairs'), pairs: mapOf(text) })
const response: Check = (value) => marked(value) || pairs(value)

const answered = record({
  itemId: text,
  variant,
  at: instant,
  mode: oneOf(...ANSWER_MODES),
  response,
  right: flag,
  share,
  tags: listOf(text),
  certainty: maybe(certainty),
  seconds: spent,
  attempt: maybe(text),
  pilot: maybe(only),
} satisfies Record<keyof AnsweredItem, Check>)

const exam = record({
  attempt: text,
  seed: number,
  items: listOf(record({ itemId: text, variant, pilot: maybe(only) })),
  startedAt: instant,
  limitSeconds: maybe(spent),
  timeFactor: maybe(spent),
  pausedSeconds: maybe(spent),
  responses: mapOf(response),
  certainties: maybe(mapOf(certainty)),
  flags: listOf(text),
  seconds: mapOf(spent),
  finishedAt: maybe(instant),
} satisfies Record<keyof ExamAttempt, Check>)

const part = record({
  part: text,
  done: maybe(instant),
  bets: mapOf(record({ option: text, certainty, at: instant } satisfies Record<keyof KeptBet, Check>)),
} satisfies Record<keyof PartKept, Check>)

/** Rows of what a learner reached, answered and believed. */
export const learningShapes: Shapes = [
  [
    ANSWERS,
    record({
      value: text,
      certainty: maybe(text),
      at: instant,
      seenAt: maybe(instant),
    } satisfies Record<keyof AnswerRow, Check>),
  ],
  [
    PROGRESS,
    record({
      labId: text,
      seed: number,
      startedAt: instant,
      began: maybe(instant),
      met: mapOf(count),
      hints: mapOf(count),
      passed: flag,
      passes: count,
      rewound: maybe(flag),
      firstEvent: count,
    } satisfies Record<keyof ProgressRow, Check>),
  ],
  [
    PASSES,
    record({
      labId: text,
      seed: number,
      at: instant,
      began: maybe(instant),
      hints: mapOf(level),
      event: count,
    } satisfies Record<keyof PassRow, Check>),
  ],
  [
    MOVES,
    record({
      labId: text,
      moveId: text,
      misconception: maybe(text),
      certainty: maybe(certainty),
      times: count,
      at: instant,
      seenAt: maybe(instant),
    } satisfies Record<keyof MoveRow, Check>),
  ],
  [ANSWERED, answered],
  [EXAMS, exam],
  [PARTS, part],
]

/** When the newest thing was learnt, by the wall clock; 0 where nothing was. */
export function newestLearnt(tables: Tables): Instant {
  let newest = 0
  const see = (...times: readonly (Instant | undefined)[]) => {
    for (const at of times) if (at !== undefined && at > newest) newest = at
  }
  for (const [, { at }] of tables.rows<AnsweredItem>(ANSWERED)) see(at)
  for (const [, { at, began }] of tables.rows<PassRow>(PASSES)) see(at, began)
  for (const [, { startedAt, finishedAt }] of tables.rows<ExamAttempt>(EXAMS)) see(startedAt, finishedAt)
  for (const [, { began }] of tables.rows<ProgressRow>(PROGRESS)) see(began)
  for (const [, { seenAt }] of tables.rows<MoveRow>(MOVES)) see(seenAt)
  for (const [, { seenAt }] of tables.rows<AnswerRow>(ANSWERS)) see(seenAt)
  for (const [, { done, bets }] of tables.rows<PartKept>(PARTS))
    see(done, ...Object.values(bets).map(({ at }) => at))
  return newest
}

/** @throws TypeError where a running number is missing */
export function requireNoGaps(tables: Tables): void {
  for (const table of [ANSWERED, PASSES])
    for (let number = 1; number <= tables.size(table); number++)
      if (!tables.get(table, String(number))) throw new TypeError(`${table} has a gap`)
}

/** @throws TypeError for what is no answer; that is a mistake of ours. @throws LabRefusal for what must not be kept */
export function requireAnswered(row: AnsweredItem): AnsweredItem {
  requireText(JSON.stringify(row))
  if (!answered(row)) throw new TypeError('that is no answer to a question')
  return row
}

/** @throws TypeError for what is no exam; that is a mistake of ours. @throws LabRefusal for what must not be kept */
export function requireExam(row: ExamAttempt): ExamAttempt {
  requireText(JSON.stringify(row.responses))
  if (!exam(row)) throw new TypeError('that is no exam')
  return row
}

/** @throws TypeError for what is nothing to keep; that is a mistake of ours. @throws LabRefusal for what must not be kept */
export function requirePart(row: PartKept): PartKept {
  requireText(JSON.stringify(row))
  if (!part(row)) throw new TypeError('that is no part of a module')
  return row
}
