import type { StoreApi } from 'zustand/vanilla'
import type { Bytes } from '../bytes/bytes.ts'
import type { AnsweredItem, Certainty } from '../course/answered.ts'
import type { ExamAttempt } from '../course/exam-attempt.ts'
import type { KeptBet } from '../course/part-kept.ts'
import type { LabDefinition, Prediction, Ring } from '../course/lab-definition.ts'
import type { DueEvent } from '../kms/engine.ts'
import type { Tables } from '../kms/tables.ts'
import type { TrailEvent } from '../kms/trail.ts'
import type { WireRequest, WireResponse } from '../wire/message.ts'
import type { Instant } from '../world/clock.ts'
import type { Acting } from './acting.ts'
import type { Entry } from './journal.ts'
import type { Terminal } from './terminal.ts'

/** A value of a request as JSON carries it; a blob is base64 text or the name of a file of the learner's. */
export type RequestValue =
  | string
  | number
  | boolean
  | null
  | { readonly file: string }
  | readonly RequestValue[]
  | { readonly [name: string]: RequestValue }

/** What a form asks for. It goes to the engine through wire/handle, as every other door does (D2). */
export interface CallRequest {
  readonly operation: string
  readonly input: Readonly<Record<string, RequestValue>>
  /** Output members (blobs) to keep as files of the learner's: member name -> file name */
  readonly keep?: Readonly<Record<string, string>>
  /** `root` or a role of the account; absent: whom the learner acts as */
  readonly as?: string
  /** Absent: the Region in which the learner acts */
  readonly region?: string
}

/** One call as the Bench shows it. Kept in memory for this visit only: outputs may be secret. */
export interface CallEntry {
  readonly number: number
  readonly at: Instant
  /** With the caller and the Region it had, so that it can be made again as it was */
  readonly request: CallRequest & Acting
  /** The literal `aws kms …` line that this call stands for */
  readonly command: string
  readonly ok: boolean
  /** JSON as the wire gave it */
  readonly output?: Readonly<Record<string, unknown>>
  readonly error?: { readonly code: string; readonly message: string }
  /** Number of the audit record; 1 is the oldest */
  readonly eventNumber?: number
}

/** How many calls of this visit the Bench can show. */
export const MAX_CALLS = 1_000

/** What a clock move did, or would do. */
export interface ClockReport {
  readonly from: Instant
  readonly to: Instant
  readonly happened: readonly DueEvent[]
}

export type SavedMark =
  /** every action shown so far is on disk */
  | 'saved'
  | 'saving'
  /** storage is blocked or missing: kept in memory, the learner can save to a file */
  | 'memory'
  /** another tab writes this workspace */
  | 'read-only'
  /** writing failed (quota); the work goes on in memory and a retry is offered */
  | 'failed'

/** A wrong move that was recognised, beside the audit record it belongs to (0: none, for instance a refused file). */
export interface Coach {
  readonly eventNumber: number
  readonly moveId: string
  readonly misconception?: string
  readonly says: string
}

/** What became of bytes that were dropped. */
export type Receipt =
  | { readonly verdict: 'accepted'; readonly name: string; readonly size: number }
  | {
      readonly verdict: 'refused'
      readonly name: string
      readonly size: number
      readonly title: string
      readonly says: string
      /** A secret was about to leave the learner's hands: shown in red */
      readonly stop?: true
    }

export interface LabState {
  readonly phase: 'starting' | 'ready' | 'broken'
  /** Grows with every change of the tables: what screens subscribe to */
  readonly revision: number
  readonly now: Instant
  readonly saved: SavedMark
  /** One plain sentence when the learner should know something about their save; undefined otherwise */
  readonly notice?: string | undefined
  /** What could not be read at start, for download (F11); null bytes never shown */
  readonly quarantined?: Bytes | undefined
  /** Whom the learner acts as, and in which Region; kept with the world */
  readonly acting: Acting
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly calls: readonly CallEntry[]
  /** A call or a clock move is on its way */
  readonly busy?: string | undefined
  /** The lab being done: its definition's id and its seed */
  readonly current?: { readonly labId: string; readonly seed: number } | undefined
  /** The newest one; kept until the next or until its record is taken back */
  readonly coach?: Coach | undefined
}

/**
 * One learner's session: the only thing screens act on. Actions run one after the other, in the order of their calls.
 * An action that cannot be done for a reason the learner can understand throws LabRefusal and changes nothing:
 * what looks like real AWS credentials, a file that is too large, a tab that does not write this workspace.
 */
export interface Lab {
  readonly store: StoreApi<LabState>
  /** Everything there is: read freely, never write. Rows of the session itself: see lab/rows.ts */
  readonly tables: Tables
  trail(): readonly TrailEvent[]

  call(request: CallRequest): Promise<CallEntry>
  /** From now on, calls that name no caller or no Region have these. Costs no time, and undo leaves it as it is. */
  actAs(acting: Partial<Acting>): Promise<void>
  /** The same engine for the terminal and for SDK clients: one request is one action. */
  send(request: WireRequest): Promise<WireResponse>
  readonly terminal: Terminal
  upcoming(until: Instant): readonly DueEvent[]
  /** @param to not before now. @throws RangeError otherwise */
  moveClock(to: Instant): Promise<ClockReport>
  /**
   * A Region fails and comes back: a teaching model, no operation of KMS; it leaves no record and can be undone.
   * @param region where the learner acts, unless named
   * @returns ARNs of the keys that lost their material
   */
  regionFailure(region?: string): Promise<readonly string[]>

  /**
   * Rings somebody of the story up: it takes its time, and what is handed over becomes files of the learner's.
   *
   * @param about what the call is about, of what the lab's phone offers
   */
  ring(about: string): Promise<Ring>
  putFile(name: string, bytes: Bytes): Promise<void>
  removeFile(name: string): Promise<void>
  /** The drop zone: what the lab's judge accepts becomes a file, of the rest only name and size are kept. */
  receive(name: string, bytes: Bytes): Promise<Receipt>

  /** Puts the world to the lab's start, seeded; progress of other labs is kept. */
  startLab(lab: LabDefinition, seed: number): Promise<void>
  /** An answer of the learner's to a prediction, a question or a confirmation; the first answer to a prediction stays. */
  answer(id: string, value: string, certainty?: Certainty): Promise<void>
  /** Keeps an answer to a question of the bank: for good, whatever becomes of the world. */
  answerItem(answered: AnsweredItem): Promise<void>
  /** Keeps an exam as it stands now, so that it goes on after a crash. */
  putExam(exam: ExamAttempt): Promise<void>
  /**
   * Keeps what became of a lesson or a demonstration: bets that were locked, or that it is done. What was kept before
   * stays.
   */
  keepPart(
    part: string,
    news: { readonly done: Instant } | { readonly bets: Readonly<Record<string, KeptBet>> },
  ): Promise<void>
  takeHint(stepId: string, level: 1 | 2 | 3): Promise<void>

  undo(): Promise<void>
  redo(): Promise<void>
  /** Back to an empty account; the journal of before is dropped after the learner agreed. */
  reset(): Promise<void>
  /** Become the writer of this workspace when another tab is (F07). */
  takeOver(): Promise<void>
  retrySave(): Promise<void>
  dismissNotice(): void

  /** Every entry of this generation's journal, oldest first: for evidence and for what changed. */
  journal(): Promise<readonly Entry[]>

  /** The whole workspace as a file: JSON, gzipped when large. */
  save(): Promise<Bytes>
  /** @throws LoadRefusal (a LabRefusal) with a plain sentence; the present work is untouched then */
  load(file: Bytes): Promise<void>
  close(): Promise<void>
}

export type { Prediction }
