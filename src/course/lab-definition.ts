import type { Bytes } from '../bytes/bytes.ts'
import type { KeyRecord, KeyState } from '../kms/key.ts'
import type { TrailEvent } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'

/** The four success metrics. */
export type Metric = 'rotation-methods' | 'import-workflow' | 'availability-risks' | 'compliance-choice'

/** What conditions may look at: the state of the world and the trail, never typed text. */
export interface LabView {
  readonly now: Instant
  /** By the name the lab gave it ("K3"); undefined when it is gone */
  key(name: string): KeyRecord | undefined
  state(name: string): KeyState | undefined
  /** Oldest first; number = index + 1. Only records since the lab was started */
  readonly events: readonly NumberedEvent[]
  /** The learner's file */
  file(name: string): Bytes | undefined
  answer(id: string): string | undefined
  /** What came through the drop zone, accepted or refused, oldest first */
  readonly transfers: readonly { readonly name: string; readonly size: number; readonly verdict: 'accepted' | 'refused' }[]
  readonly startedAt: Instant
}

export interface NumberedEvent extends TrailEvent {
  readonly number: number
}

/** A condition is shown as a sentence, judged on state and trail, and latched once met. */
export interface Condition {
  readonly id: string
  readonly says: string
  /** Met: the number of the audit record that made it true, or 0 when none did. Not met: what is true now. */
  holds(view: LabView): { readonly met: true; readonly event: number } | { readonly met: false; readonly now?: string; readonly lookAt?: string }
}

/** A question before a key action; its answer is locked when given (ux.md 3, idea 1). */
export interface Prediction {
  readonly id: string
  readonly asks: string
  readonly options: readonly { readonly id: string; readonly text: string; readonly because: string; readonly correct?: true; readonly misconception?: string }[]
}

export interface Step {
  readonly id: string
  /** An outcome: "Make the data readable again", not "Step 4" */
  readonly title: string
  /** Paragraphs; `code` between backticks */
  readonly text: readonly string[]
  readonly predictions?: readonly Prediction[]
  readonly conditions: readonly Condition[]
  readonly hints: readonly [where: string, which: string, worked: string]
}

/** Sets a lab's world up through the same engine the learner uses. */
export interface Stage {
  readonly now: Instant
  /** A KMS call as a principal of the world; blobs are bytes. @returns the output */
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  moveClock(to: Instant): Promise<void>
  putFile(name: string, bytes: Bytes): void
  /** Gives a key the name the lab's text uses */
  name(name: string, keyArn: string): void
  /** Seeded, so that a seed always makes the same world */
  random(length: number): Bytes
  /** The client's side of an import: closes material under a wrapping key */
  wrap(publicKey: Bytes, material: Bytes): Promise<Bytes>
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
  readonly minutes: number
  readonly mode: 'worked' | 'guided' | 'faded' | 'timed' | 'unguided'
  readonly story: readonly string[]
  readonly steps: readonly Step[]
  readonly wrongMoves: readonly WrongMove[]
  readonly reflection: string
  /** Virtual seconds a call costs here; 1 unless the lab is a drill */
  readonly secondsPerCall?: number
  /** Which panes the Bench opens with */
  readonly bench?: 'forms' | 'transfer'
  start(stage: Stage): Promise<void>
}
