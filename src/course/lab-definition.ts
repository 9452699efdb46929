import type { Bytes } from '../bytes/bytes.ts'
import type { ServiceName } from '../cloud/service.ts'
import type { TrailGap } from '../cloud/trail-gap.ts'
import type { KeyRecord, KeyState } from '../kms/key.ts'
import type { TrailEvent } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'
import type { AppSetup } from './apps/app.ts'
import type { AppView } from './apps/app-view.ts'
import type { AlarmView, StoredObject } from './store-view.ts'

/** The four success metrics. */
export type Metric = 'rotation-methods' | 'import-workflow' | 'availability-risks' | 'compliance-choice'

/** What conditions may look at: the state of the world and the trail, never typed text. */
export interface LabView {
  readonly now: Instant
  /** By the name the lab gave it ("K3"); undefined when it is gone */
  key(name: string): KeyRecord | undefined
  /** The ARN of a key that the lab named, also when the key is gone: the trail goes on naming it */
  arnOf(name: string): string | undefined
  state(name: string): KeyState | undefined
  /** Every customer key of the account in the home Region or the one named, oldest first: also those the learner made */
  keys(region?: string): readonly KeyRecord[]
  /** In whichever Region it is */
  keyAt(arn: string): KeyRecord | undefined
  /** The key that an alias (`alias/…`) points to, in the home Region or the one named */
  behind(alias: string, region?: string): KeyRecord | undefined
  /** Objects of one bucket, or of all. To look asks nobody and leaves no record */
  objects(bucket?: string): readonly StoredObject[]
  /** Alarms of CloudWatch, of every Region */
  alarms(): readonly AlarmView[]
  /** Whether policies and grants let a role do this with a key; nobody is asked, so nothing is on record */
  may(role: Role, operation: string, keyArn: string): boolean
  /** Fernhill's apps that this lab installed, with what became of their newest acts */
  apps(): readonly AppView[]
  /** Oldest first, numbered as in the whole trail (1 is its oldest record). Only records written after `start` was done */
  readonly events: readonly NumberedEvent[]
  /**
   * Every record there is, also those from before `start` was done, which may be what the lab is about, and those that
   * are not at hand (Stage.hideTrail)
   */
  scene(): readonly NumberedEvent[]
  /** Names of the learner's files */
  files(): readonly string[]
  /** The learner's file */
  file(name: string): Bytes | undefined
  /** When that file was last written: tells a blob wrapped before the newest parameters from one wrapped after */
  changedAt?(name: string): Instant | undefined
  answer(id: string): string | undefined
  /** When it was given: a prediction that came after the fact is none */
  answeredAt?(id: string): Instant | undefined
  /** What somebody of the story keeps about this, handed over or not: nothing that the learner has looked into */
  safe(about: string): readonly SafeFile[]
  /** Phone calls of the learner's, oldest first */
  readonly rings: readonly Ring[]
  /** What came through the drop zone, accepted or refused, oldest first */
  readonly transfers: readonly {
    readonly name: string
    readonly size: number
    readonly verdict: 'accepted' | 'refused'
    readonly at: Instant
  }[]
  /** The clock when `start` was done */
  readonly startedAt: Instant
}

/** A file that somebody of the story keeps. */
export interface SafeFile {
  readonly name: string
  readonly bytes: Bytes
}

/** A phone call, as it went. */
export interface Ring {
  readonly about: string
  readonly at: Instant
  readonly until: Instant
  /** Sentence by sentence */
  readonly said: readonly string[]
  /** Names of the files that came of it */
  readonly gave: readonly string[]
}

/** Somebody whom the learner may ring up. */
export interface Phone {
  readonly who: string
  /** What one can ask about */
  readonly about: readonly { readonly id: string; readonly says: string }[]
  /** Virtual time that each call takes */
  readonly takes: number
  /** From the world as it is when the call ends. @param fingerprint SHA-256 in hex digits */
  answer(
    view: LabView,
    about: string,
    fingerprint: (bytes: Bytes) => string | Promise<string>,
  ): Promise<{ readonly said: readonly string[]; readonly gives: readonly SafeFile[] }>
}

export interface NumberedEvent extends TrailEvent {
  readonly number: number
}

/** A condition is shown as a sentence, judged on state and trail, and latched once met. */
export interface Condition {
  readonly id: string
  readonly says: string
  /** It claims that a prediction came before the act: one that came after it is none */
  readonly foretold?: true
  /** Met: the number of the audit record that made it true, or 0 when none did. Not met: what is true now. */
  holds(
    view: LabView,
  ):
    | { readonly met: true; readonly event: number }
    | { readonly met: false; readonly now?: string; readonly lookAt?: string }
}

export interface Option {
  readonly id: string
  readonly text: string
  /** Shown for the chosen option: why it is right, or what it would take for it to be right */
  readonly because: string
  readonly correct?: true
  readonly misconception?: string
}

/** A question before a key action; its answer (an option's id) is locked when given (ux.md 3, idea 1). */
export interface Prediction {
  readonly id: string
  readonly asks: string
  readonly options: readonly Option[]
}

/** Asked after the fact; may be answered again, the newest answer counts. */
export interface Question extends Prediction {
  readonly again: true
  /** All right options have to be marked and no other; the answer is their ids in the order of the options, with commas */
  readonly several?: true
}

/** Something the learner types or confirms; kept as an answer (`confirm` as "yes"). */
export interface Entry {
  readonly id: string
  readonly kind: 'text' | 'confirm'
  readonly asks: string
  /** A regular expression that the whole trimmed answer matches, for `text` */
  readonly pattern?: string
  /** What to say when it does not */
  readonly refuses?: string
}

export interface Step {
  readonly id: string
  /** An outcome: "Make the data readable again", not "Step 4" */
  readonly title: string
  /** Paragraphs; `code` between backticks */
  readonly text: readonly string[]
  /** Of a worked example: what to type, line by line; `<ID of K2>` and `<ARN of K2>` stand for what the key has here */
  readonly lines?: readonly string[]
  readonly predictions?: readonly Prediction[]
  readonly questions?: readonly Question[]
  readonly entries?: readonly Entry[]
  /** Acts outside of KMS that the Brief offers as a button */
  readonly acts?: readonly 'region-failure'[]
  readonly conditions: readonly Condition[]
  readonly hints: readonly [where: string, which: string, worked: string]
}

/** Principals of the story (course.md 2.0); the session has a caller for each. */
export type Role = 'KeyCustodian' | 'AppRole' | 'Auditor' | 'KeyAdmin'

/** Sets a lab's world up through the same engine the learner uses. */
export interface Stage {
  /** The clock now: it moves with `moveClock` */
  readonly now: Instant
  /**
   * A KMS call as a principal of the world (KeyCustodian unless named) in the home Region or the one named; blobs are
   * bytes, dates Instants. Takes no virtual time.
   *
   * @returns the output
   * @throws KmsError when KMS refuses; the record is in the trail then too
   */
  call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    as?: Role,
    region?: string,
  ): Promise<Readonly<Record<string, unknown>>>
  /**
   * The same for a service beside KMS, as KeyAdmin unless named.
   *
   * @throws ServiceError when it refuses
   */
  request(
    service: ServiceName,
    operation: string,
    input: Readonly<Record<string, unknown>>,
    as?: Role,
    region?: string,
  ): Promise<Readonly<Record<string, unknown>>>
  /** From now on this app acts whenever the clock moves: see apps/app.ts for `intake`, `reader`, `nightlyExport` */
  install(app: AppSetup): void
  /** Does nothing when `to` has passed. Apps that are installed act on the way */
  moveClock(to: Instant): Promise<void>
  /** The home Region fails and comes back: a teaching model, see kms/region-failure.ts */
  regionFailure(): Promise<void>
  /** Changes what stands around custom key stores: see kms/outside-change.ts */
  outside(description: unknown): void
  putFile(name: string, bytes: Bytes): void
  /** A file that somebody of the story keeps, until they hand it over: see Phone */
  lockAway(about: string, file: SafeFile): void
  /** Records of this time are not at hand for the learner: a device of the exercise, see cloud/trail-gap.ts */
  hideTrail(gap: TrailGap): void
  /** Gives a key the name the lab's text uses */
  name(name: string, keyArn: string): void
  /** The ARN of a key that has a name. @throws RangeError when none has it */
  arn(name: string): string
  /** Seeded, so that a seed always makes the same world */
  random(length: number): Bytes
  /** The client's side of an import: closes material under a wrapping key, with OAEP and SHA-256 unless told */
  wrap(publicKey: Bytes, material: Bytes, hash?: 'SHA-1' | 'SHA-256'): Promise<Bytes>
  /** The client's side of envelope encryption, as `openssl enc -aes-256-cbc -K … -iv …` does it; an IV of zeros */
  closeLocally(dataKey: Bytes, plaintext: Bytes): Bytes | Promise<Bytes>
  /** SHA-256 in 64 lower-case hex digits, as sha256sum prints it */
  fingerprint(bytes: Bytes): string | Promise<string>
}

/** What became of a file in the drop zone. A refused file is not kept: only its name and size are. */
export type UploadVerdict =
  | { readonly accept: true }
  | {
      readonly accept: false
      readonly id: string
      readonly title: string
      readonly says: string
      /** A secret was about to leave the learner's hands: shown in red */
      readonly stop?: true
      readonly misconception?: string
    }

/** A wrong move that is recognised, and what it tells about the learner's idea. */
export interface WrongMove {
  readonly id: string
  readonly misconception?: string
  /** Looks at the newest record or file */
  when(view: LabView): boolean
  readonly says: string
}

export interface LabDefinition {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly module: 1 | 2 | 3 | 4
  readonly metric: Metric
  readonly objectives: readonly string[]
  readonly competencies: readonly string[]
  /** Questions of the bank whose answer this lab has shown, for those asked from memory after it */
  readonly recalls?: readonly string[]
  /** What the learner can do afterwards: one sentence, for lists of labs */
  readonly outcome?: string
  readonly minutes: number
  readonly mode: 'worked' | 'guided' | 'faded' | 'timed' | 'unguided'
  /** A night of a game day, of this level: it ends with a score and a debrief */
  readonly incident?: 1 | 2 | 3
  readonly story: readonly string[]
  readonly steps: readonly Step[]
  readonly wrongMoves: readonly WrongMove[]
  readonly reflection: string
  /** Virtual seconds a call costs here, counted after its record is written; 1 unless the lab is a drill */
  readonly secondsPerCall?: number
  /** The same for a call from the forms of the Bench, where they take longer than a typed line */
  readonly secondsPerForm?: number
  /** Whom the learner may ring up */
  readonly phone?: Phone
  /** Which panes the Bench opens with */
  readonly bench?: 'forms' | 'terminal' | 'transfer'
  /** Asked before a file from the drop zone is kept; every file is accepted when absent */
  judgeUpload?(name: string, bytes: Bytes, view: LabView): UploadVerdict
  start(stage: Stage): Promise<void>
  /**
   * What a seed changes besides the world, for a lab whose cases are drawn from a bank: see lab-of-seed.ts. What stands
   * in the definition itself is one such draw.
   */
  forSeed?(
    seed: number,
  ): Partial<Pick<LabDefinition, 'story' | 'steps' | 'start' | 'wrongMoves' | 'phone' | 'competencies'>>
  /** Which of its competencies the case of a seed asks for; absent: all of them, whatever the seed */
  practises?(seed: number): readonly string[]
}
