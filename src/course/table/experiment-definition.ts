import type { Bytes } from '../../bytes/bytes.ts'
import type { Instant } from '../../world/clock.ts'
import type { ColumnId } from './table-definition.ts'

export type ExperimentId = `P-${number}`

/** A value as it is typed: `$NAME` is what a step before printed, a file is sent as bytes or, where it is text, as text. */
export type ScriptValue = string | number | boolean | { readonly file: string } | { readonly text: string }

/** What a step must come to. Nothing is asked of a step but that it works, unless this says more. */
export type Expectation =
  | 'works'
  | { readonly prints: string }
  | { readonly refused: string; readonly saying?: string }

/** One call, shown as the `aws` line that makes it. */
export interface CallStep {
  readonly is: 'call'
  readonly service: 'kms' | 'cloudtrail'
  readonly operation: string
  readonly input: Readonly<Record<string, ScriptValue | readonly Readonly<Record<string, string>>[]>>
  readonly region?: string
  /** Printed with `--output text`; absent: the whole answer as JSON */
  readonly query?: string
  /** What becomes of what is printed: a variable, a file of JSON, a file of the bytes behind base64, or those as text */
  readonly goes?: { readonly into: string } | { readonly to: string } | { readonly bytes: string } | 'decoded'
  readonly expect: Expectation
  /** Part of the preparation: it is there to read, and folded away */
  readonly quiet?: true
}

/** The customer's own computer. */
export interface Desk {
  readonly files: Map<string, Bytes>
  random(length: number): Bytes
  wrap(publicKey: Bytes, material: Bytes): Promise<Bytes>
  variable(name: string): string
}

/** A line that is typed on the customer's own computer and asks nobody. */
export interface LocalStep {
  readonly is: 'local'
  readonly line: string
  /** @returns what the line prints */
  does(desk: Desk): string | void | Promise<string | void>
  readonly expect: Expectation
  readonly quiet?: true
}

export interface TravelStep {
  readonly is: 'travel'
  readonly by: Instant
  readonly quiet?: true
}

/** Something that happens outside KMS: at the customer's cluster, proxy or key manager. */
export interface OutsideStep {
  readonly is: 'outside'
  readonly says: string
  /** As `kms/outside-change.ts` reads it */
  readonly change: Readonly<Record<string, unknown>>
  readonly files?: Readonly<Record<string, string>>
  readonly quiet?: true
}

/** The Region fails as a whole and comes back: a teaching model, no operation of KMS. */
export interface RegionFailureStep {
  readonly is: 'region-failure'
  readonly quiet?: true
}

export type ScriptStep = CallStep | LocalStep | TravelStep | OutsideStep | RegionFailureStep

/** A run in a world of its own, from an empty account. */
export interface Script {
  readonly steps: readonly ScriptStep[]
  /** What the run has shown, once every step came to what it must */
  readonly shows: string
}

export interface Experiment {
  readonly id: ExperimentId
  readonly title: string
  readonly scripts: Readonly<Partial<Record<ColumnId, Script>>>
}
