import type { Bytes } from '../../bytes/bytes.ts'
import type { KeyRecord } from '../../kms/key.ts'
import type { TrailEvent } from '../../kms/trail.ts'
import type { Instant } from '../../world/clock.ts'
import type { Role } from '../lab-definition.ts'
import type { ClaimId } from '../words/claims.ts'

/** The places of the stage, from left to right: two of yours, the public way, four of the service. */
export const places = ['hsm', 'disk', 'wire', 'api', 'kms-hsm', 'key', 'log'] as const
export type Place = (typeof places)[number]

/** What the learner sets. Each changes an input of a beat; what comes of it is the engine's answer. */
export interface FlowInputs {
  readonly probe: 'none' | 'encrypt'
  readonly hash: 'SHA-256' | 'SHA-1'
  readonly spec: 'RSA_2048' | 'RSA_3072' | 'RSA_4096'
  readonly wait: 'none' | 'day'
  readonly bytes: 'raw' | 'base64' | 'short' | 'other'
  readonly closing: 'right' | 'wrong-hash' | 'flip-bit' | 'key-b'
  readonly sending: 'right' | 'swap-token' | 'yesterday'
  readonly ending: 'date' | 'none'
  readonly again: 'none' | 'same' | 'other' | 'new'
}

export const faultless: FlowInputs = {
  probe: 'none',
  hash: 'SHA-256',
  spec: 'RSA_3072',
  wait: 'none',
  bytes: 'raw',
  closing: 'right',
  sending: 'right',
  ending: 'date',
  again: 'none',
}

export interface Choice<Name extends keyof FlowInputs = keyof FlowInputs> {
  readonly value: FlowInputs[Name]
  readonly label: string
}

/** A choice that a beat offers; the first one is what happens without it. */
export type Control = {
  [Name in keyof FlowInputs]: {
    readonly input: Name
    readonly legend: string
    /** The first beat that reads it, where that is an earlier one */
    readonly from?: number
    readonly choices: readonly Choice<Name>[]
  }
}[keyof FlowInputs]

/** One call to KMS, as it was sent and answered. */
export interface FlowCall {
  readonly operation: string
  readonly as: Role
  readonly input: Readonly<Record<string, unknown>>
  readonly at: Instant
  readonly output?: Readonly<Record<string, unknown>>
  readonly error?: { readonly code: string; readonly message: string }
  /** Its audit record, numbered from 1, the oldest */
  readonly event: number
  readonly record: TrailEvent
}

/** Public key and import token of one GetParametersForImport. */
export interface ParameterSet {
  readonly publicKey: Bytes
  readonly token: Bytes
  readonly issuedAt: Instant
  readonly validTo: Instant
}

/** What is true after a beat, gathered from requests, answers and the state of the engine. Never changed in place. */
export interface FlowFacts {
  readonly now: Instant
  /** Newest last, all that were made so far */
  readonly calls: readonly FlowCall[]
  readonly key?: KeyRecord
  readonly probe?: FlowCall
  readonly set?: ParameterSet
  /** What your HSM made and keeps */
  readonly original?: Bytes
  /** What lies on the workstation; absent once it is removed */
  readonly working?: Bytes
  readonly closed?: {
    readonly blob: Bytes
    /** The same bytes closed a second time under the same key */
    readonly second: Bytes
    readonly hash: FlowInputs['hash']
  }
  /** What goes out with ImportKeyMaterial */
  readonly letter?: {
    readonly input: Readonly<Record<string, unknown>>
    readonly blob: Bytes
    readonly token: Bytes
  }
  readonly answer?: FlowCall
  readonly described?: FlowCall
  /** Its audit records about the import and the end of the material */
  readonly trail: readonly TrailEvent[]
  readonly ended?: { readonly by: 'date' | 'hand'; readonly from: Instant; readonly event: number }
  readonly again?: FlowCall
}

export interface Frame {
  readonly beat: number
  readonly inputs: FlowInputs
  readonly facts: FlowFacts
  /** The beats before it, as they were when they were played */
  readonly past: readonly Frame[]
}

/** @param beat one that was played by then */
export const frameOf = (frame: Frame, beat: number): Frame =>
  beat === frame.beat ? frame : (frame.past[beat - 1] as Frame)

/** What a beat may do to the world: calls as people of the story, time, and the customer's own tools. */
export interface FlowStage {
  readonly now: Instant
  call(operation: string, input: Readonly<Record<string, unknown>>, as?: Role): Promise<FlowCall>
  moveClock(to: Instant): Promise<void>
  random(length: number): Bytes
  wrap(publicKey: Bytes, material: Bytes, hash: FlowInputs['hash']): Promise<Bytes>
  key(arn: string): KeyRecord | undefined
  trail(): readonly TrailEvent[]
}

/** A line of values: where it is bytes or a name of AWS, it is shown as typed. */
export interface Value {
  readonly label: string
  readonly value: string
  readonly typed?: true
}

export interface Beat {
  readonly id: string
  readonly title: string
  /** Where it happens: the wide place of the stage */
  readonly at: Place
  readonly controls: readonly Control[]
  readonly claims: readonly ClaimId[]
  /** A sentence or two about how far the picture goes */
  readonly note?: string
  /** Changes the world and says what is true now */
  run(stage: FlowStage, facts: FlowFacts, inputs: FlowInputs): Promise<FlowFacts>
  /** A sentence or two; one that stands whatever happened is there before the engine is */
  readonly caption: string | ((frame: Frame) => string)
  /** What went where, for those who cannot see the arrow */
  moved(frame: Frame): string
  values(frame: Frame): readonly Value[]
}

export const captionOf = ({ caption }: Beat, frame: Frame): string =>
  typeof caption === 'string' ? caption : caption(frame)
