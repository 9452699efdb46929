import type { Bytes } from '../bytes/bytes.ts'
import type { AnsweredItem, Certainty } from '../course/answered.ts'
import type { ExamAttempt } from '../course/exam-attempt.ts'
import type { Ring, SafeFile } from '../course/lab-definition.ts'
import type { PartKept } from '../course/part-kept.ts'
import type { TableReader } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'

/** The session's own rows beside those of KMS and the trail. */
export interface FileRow {
  readonly name: string
  readonly bytes: Bytes
  readonly changedAt: Instant
}

export interface AnswerRow {
  readonly value: string
  readonly certainty?: Certainty
  readonly at: Instant
  /** The same by the wall clock; not in older saves */
  readonly seenAt?: Instant
}

/** Something the learner brought through the drop zone, or that was refused there. Never the bytes themselves. */
export interface TransferRow {
  readonly name: string
  readonly size: number
  readonly verdict: 'accepted' | 'refused'
  readonly at: Instant
}

/** What the learner reached in a lab: which conditions hold or held, which hints were taken. */
export interface ProgressRow {
  readonly labId: string
  readonly seed: number
  readonly startedAt: Instant
  /** The same by the wall clock; not in older saves */
  readonly began?: Instant
  /** Condition ids that were met, each with the number of the audit record that shows it (0: none) */
  readonly met: Readonly<Record<string, number>>
  readonly hints: Readonly<Record<string, 1 | 2 | 3>>
  /** In this attempt; undo does not take it away */
  readonly passed: boolean
  /** How often this lab was passed, over all attempts */
  readonly passes: number
  /** In a challenge: the learner took acts of this attempt back */
  readonly rewound?: true
  /** Records up to this number were there when the learner began */
  readonly firstEvent: number
}

/** A wrong move or a wrong answer in a lab, for the course's estimate of what the learner believes. */
export interface MoveRow {
  readonly labId: string
  readonly moveId: string
  readonly misconception?: string
  /** How sure the learner was, the last time, where they were asked */
  readonly certainty?: Certainty
  readonly times: number
  readonly at: Instant
  /** The newest time by the wall clock; not in older saves */
  readonly seenAt?: Instant
}

/** A lab that was passed, as it was then: a later start of the same lab does not take it away. */
export interface PassRow {
  readonly labId: string
  readonly seed: number
  /** By the wall clock */
  readonly at: Instant
  /** When this attempt was started */
  readonly began?: Instant
  /** The help that was taken: step id to level */
  readonly hints: Readonly<Record<string, 1 | 2 | 3>>
  /** Number of the audit record that was the last to be needed, in the world of that time */
  readonly event: number
}

/** A file that somebody of the story keeps about something. */
export interface SafeRow extends SafeFile {
  readonly about: string
}

export const FILES = 'files'
/** Files that are not the learner's (yet). key: a running number */
export const SAFES = 'safes'
/** Phone calls. key: a running number, 1 is the oldest; row: Ring */
export const RINGS = 'rings'
/** key: `${labId}/${answerId}`; an answer outside a lab has its id alone */
export const ANSWERS = 'answers'
/** key: a running number, 1 is the oldest */
export const TRANSFERS = 'transfers'
/** key: lab id */
export const PROGRESS = 'progress'
/** key: `${labId}/${moveId}`; of an answer, the move is `answer:${answerId}:${optionId}` */
export const MOVES = 'moves'
/** Answers to questions of the bank. key: a running number, 1 is the oldest; row: AnsweredItem */
export const ANSWERED = 'answered'
/** key: the attempt's id, row: ExamAttempt */
export const EXAMS = 'exams'
/** Lessons and demonstrations. key: the part's id, row: PartKept */
export const PARTS = 'parts'
/** key: a running number, 1 is the oldest */
export const PASSES = 'passes'
/** key: 'current', row: {labId, seed} */
export const SESSION = 'session'
/** Lines typed in the terminal. key: a running number, row: the line */
export const HISTORY = 'history'
/** Names a lab gives to its keys ("K3"): key = name, row = key ARN */
export const NAMES = 'names'

export const fileNames = (tables: TableReader): string[] =>
  Array.from(tables.rows<FileRow>(FILES), ([name]) => name)
export const file = (tables: TableReader, name: string): FileRow | undefined =>
  tables.get<FileRow>(FILES, name)

/** What a table holds under running numbers, oldest first */
const numbered = <Row>(tables: TableReader, table: string): Row[] =>
  Array.from({ length: tables.size(table) }, (_, i) => tables.get<Row>(table, String(i + 1)) as Row)

/** Every answer to a question of the bank, oldest first */
export const answeredItems = (tables: TableReader): AnsweredItem[] => numbered(tables, ANSWERED)
export const passedLabs = (tables: TableReader): PassRow[] => numbered(tables, PASSES)
export const examAttempts = (tables: TableReader): ExamAttempt[] =>
  Array.from(tables.rows<ExamAttempt>(EXAMS), ([, row]) => row)
export const partKept = (tables: Pick<TableReader, 'get'>, part: string): PartKept | undefined =>
  tables.get<PartKept>(PARTS, part)

export const ringsOf = (tables: TableReader): Ring[] => numbered(tables, RINGS)
export const safeOf = (tables: TableReader, about: string): SafeFile[] =>
  numbered<SafeRow>(tables, SAFES).filter((row) => row.about === about)
