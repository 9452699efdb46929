import type { CryptoProvider } from '../crypto/provider.ts'
import type { CallResult } from '../kms/engine.ts'
import { KmsError } from '../kms/errors.ts'
import { Draft, type Tables } from '../kms/tables.ts'
import type { Caller, TrailEvent } from '../kms/trail.ts'
import { uuid } from '../kms/uuid.ts'
import { validate } from '../kms/validate.ts'
import type { World } from '../world/world.ts'
import { serviceRequestRecord } from './service-record.ts'
import {
  ServiceError,
  type Need,
  type Permit,
  type ServiceName,
  type ServiceOperation,
  type ServiceResult,
} from './service.ts'
import { serviceOperationOf } from './services.ts'

export interface ServicePorts {
  readonly world: World
  readonly crypto: CryptoProvider
  readonly tables: Tables
  readonly permit?: Permit | undefined
  kms(operation: string, input: Readonly<Record<string, unknown>>, as: Caller): Promise<CallResult>
}

/** What a service calls input that breaks its shape, where that is not ValidationException. */
const SHAPE_FAULT: Partial<Record<ServiceName, string>> = {
  iam: 'ValidationError',
  sts: 'ValidationError',
  cloudwatch: 'ValidationError',
}

/**
 * Runs one operation of a service beside KMS: shape, permission, the operation, its writes, its record.
 * Time has been settled before, and calls must not overlap: the cloud queues them.
 */
export async function runService(
  { world, crypto, tables, permit, kms }: ServicePorts,
  service: ServiceName,
  name: string,
  input: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<ServiceResult> {
  const requestId = uuid(world.entropy)
  const operation = serviceOperationOf(service, name)
  if (!operation)
    return { ok: false, requestId, error: new ServiceError('UnknownOperationException'), events: [] }

  const events: TrailEvent[] = []
  const draft = new Draft(tables)
  const about = { operation, input, caller, requestId, at: world.clock.now(), eventID: uuid(world.entropy) }
  const record = (end: { output: Readonly<Record<string, unknown>> } | { error: ServiceError }) => {
    const event = serviceRequestRecord({ ...about, ...end })
    return event ? [...events, event] : events
  }
  try {
    validate(operation.input, input)
    for (const need of needsOf(operation, input, caller))
      permit?.({ ...need, caller, input, reader: draft, now: about.at })
    const output = await operation.run({
      input: input as never,
      caller,
      world,
      crypto,
      tables,
      draft,
      async kms(asked, its, as) {
        const result = await kms(asked, its, as)
        events.push(...result.events)
        return result
      },
    })
    tables.apply(draft.change())
    return { ok: true, requestId, output, events: record({ output }) }
  } catch (thrown) {
    const error = asServiceError(thrown, service)
    if (!error) throw thrown
    return { ok: false, requestId, error, events: record({ error }) }
  }
}

const needsOf = (
  { service, name, needs }: ServiceOperation,
  input: Readonly<Record<string, unknown>>,
  caller: Caller,
): readonly Need[] => needs?.(input as never, caller) ?? [{ action: `${service}:${name}` }]

/** Shapes are checked by the same words as those of KMS; any other error is a bug of ours. */
function asServiceError(thrown: unknown, service: ServiceName): ServiceError | undefined {
  if (thrown instanceof ServiceError) return thrown
  if (thrown instanceof KmsError && thrown.code === 'ValidationException')
    return new ServiceError(SHAPE_FAULT[service] ?? thrown.code, thrown.message)
  return undefined
}
