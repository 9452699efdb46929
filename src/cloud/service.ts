import type { CryptoProvider } from '../crypto/provider.ts'
import type { CallResult } from '../kms/engine.ts'
import type { Members, ValueOf } from '../kms/shapes.ts'
import type { Draft, TableReader, Tables } from '../kms/tables.ts'
import type { Caller, TrailEvent } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'
import type { World } from '../world/world.ts'

/** What stands beside KMS in the account. */
export type ServiceName = 's3' | 'sts' | 'iam' | 'cloudtrail' | 'cloudwatch' | 'events'

/** The only error a service throws on purpose, with the service's own code, text and HTTP status. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly code: string
  readonly status: number

  constructor(code: string, message = '', status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** A permission a request needs, for instance `s3:GetObject` on the ARN of an object. */
export interface Need {
  readonly action: string
  /** ARN; absent: every resource (`*`) */
  readonly resource?: string
}

/** May this caller do this with a service beside KMS? */
export interface ServiceQuestion extends Need {
  readonly caller: Caller
  readonly input: Readonly<Record<string, unknown>>
  readonly reader: TableReader
  readonly now: Instant
}

/** Decides it, by what identities are allowed. @throws ServiceError in the service's words for a refusal */
export type Permit = (question: ServiceQuestion) => void

export interface ServiceContext<M extends Members = Members> {
  readonly input: ValueOf<M>
  readonly caller: Caller
  readonly world: World
  readonly crypto: CryptoProvider
  /** For reading; what the operation itself has written so far is in the draft only */
  readonly tables: Tables
  /** Writes count only if run() succeeds. What KMS writes meanwhile counts at once, as it would between two services. */
  readonly draft: Draft
  /** Calls KMS in the same turn, for instance as S3 does on a caller's behalf. */
  kms(operation: string, input: Readonly<Record<string, unknown>>, as: Caller): Promise<CallResult>
}

/** One operation of a service beside KMS, in the same words as a KMS operation, so that wire and shell can speak it. */
export interface ServiceOperation<M extends Members = Members> {
  readonly service: ServiceName
  readonly name: string
  readonly docs: string
  readonly readOnly: boolean
  readonly input: M
  readonly output: Members
  /** What a caller must be allowed; absent: the permission of the operation's own name, on every resource */
  readonly needs?: (input: ValueOf<M>, caller: Caller) => readonly Need[]
  /** Members shown in the audit record; absent: the service leaves no management event for it */
  readonly trail?: { readonly request: readonly string[]; readonly response: readonly string[] }
  run(
    context: ServiceContext<M>,
  ): Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>
}

/** Keeps the input's type while it is defined; the list holds operations of every input. */
export const serviceOperation = <const M extends Members>(
  definition: ServiceOperation<M>,
): ServiceOperation => definition as unknown as ServiceOperation

export type ServiceResult =
  | {
      readonly ok: true
      readonly requestId: string
      readonly output: Readonly<Record<string, unknown>>
      readonly events: readonly TrailEvent[]
    }
  | {
      readonly ok: false
      readonly requestId: string
      readonly error: ServiceError
      readonly events: readonly TrailEvent[]
    }
