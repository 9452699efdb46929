import type { CallResult } from '../kms/engine.ts'
import type { Members, ValueOf } from '../kms/shapes.ts'
import type { Draft } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
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

export interface ServiceContext<M extends Members = Members> {
  readonly input: ValueOf<M>
  readonly caller: Caller
  readonly world: World
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
