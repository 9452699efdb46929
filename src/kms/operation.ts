import type { CryptoProvider } from '../crypto/provider.ts'
import type { World } from '../world/world.ts'
import type { KmsErrorCode } from './errors.ts'
import type { GrantRecord } from './grant.ts'
import type { KeyRecord, Origin } from './key.ts'
import type { Limits } from './limits.ts'
import type { Materials } from './materials.ts'
import type { Members, ValueOf } from './shapes.ts'
import type { Draft } from './tables.ts'
import type { Caller } from './trail.ts'

/** What an operation may touch while it runs. Writes go to the draft and count only if run() succeeds. */
export interface Context<M extends Members = Members> {
  readonly input: ValueOf<M>
  readonly caller: Caller
  readonly world: World
  readonly crypto: CryptoProvider
  readonly draft: Draft
  readonly materials: Materials
  readonly limits: Limits
  /** The key named by the operation's `key` member, found and allowed. Absent members throw: our bug. */
  readonly key: KeyRecord
  /** The same where the member is optional. */
  keyIfNamed(): KeyRecord | undefined
  /**
   * Finds a further key, and asks permission, origin and state as for the first one.
   * @param action the permission, where it is not the operation's name
   */
  admit(keyId: string, action?: string): KeyRecord
  /** The same for a key that the request does not name, but its ciphertext. */
  admitRecord(key: KeyRecord, action?: string): KeyRecord
  /** Asks for a further permission: on a key, on an alias, or on nothing in particular. */
  authorize(
    action: string,
    on?: {
      readonly key?: KeyRecord
      readonly aliasArn?: string
      readonly grant?: GrantRecord
      readonly lockout?: true
    },
  ): void
  /** Names a key among the record's resources that was not asked for by name, for instance a new one. */
  touch(key: KeyRecord): void
  /** A further record, in another Region where the same request did its part. */
  alsoRecord(part: RecordElsewhere): void
  /** Adds to additionalEventData of the audit record. */
  note(data: Readonly<Record<string, unknown>>): void
  /** Ends a dry run: everything was allowed. Does nothing when the request is not one. */
  endDryRun(): void
}

export type Output = Readonly<Record<string, unknown>>

/** What KMS did in another Region to carry out a request, as that Region's audit record tells it. */
export interface RecordElsewhere {
  readonly operation: Operation
  readonly region: string
  readonly input: Readonly<Record<string, unknown>>
  readonly output: Output
  readonly keys: readonly KeyRecord[]
}

/** One KMS operation as data and one function. `operations/index.ts` lists them all. */
export interface Operation<M extends Members = Members> {
  readonly name: string
  readonly docs: string
  /** CloudTrail's readOnly (F-705) */
  readonly readOnly: boolean
  readonly input: M
  readonly output: Members
  readonly errors: readonly KmsErrorCode[]
  /** The member that names the key, which identifiers it takes (F-505), and the permission, where it has its own */
  readonly key?: {
    readonly member: string
    readonly aliases?: true
    readonly crossAccount?: true
    readonly action?: string
  }
  /** Who may hangs on more than the operation and its key, so run() asks */
  readonly asksLater?: true
  /** Origins it works for; others are refused before the state is asked (F-334) */
  readonly origins?: readonly Origin[]
  readonly trail: {
    /** Input members that CloudTrail shows; what is not named is never logged (F-703) */
    readonly request: readonly string[]
    /** Output members shown in responseElements; empty means null */
    readonly response: readonly string[]
    /** responseElements has the key's ARN, though the operation answers nothing: the pages that say so */
    readonly keyArn?: true
    /** Values shown even where the caller left them out (F-710) */
    readonly defaults?: Readonly<Record<string, string | boolean>>
  }
  run(context: Context<M>): Output | Promise<Output>
}

/** Keeps the input's type while it is defined; the list holds operations of every input. */
export const operation = <const M extends Members>(definition: Operation<M>): Operation =>
  definition as unknown as Operation
