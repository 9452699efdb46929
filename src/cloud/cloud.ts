import type { CryptoProvider } from '../crypto/provider.ts'
import { createKms, type CallResult, type DueEvent } from '../kms/engine.ts'
import type { Caller, TrailEvent } from '../kms/trail.ts'
import type { Tables } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import type { World } from '../world/world.ts'
import { appendTrail, readTrail } from './trail.ts'

/** One simulated cloud: KMS and what stands around it, over one set of tables. */
export interface Cloud {
  readonly tables: Tables
  readonly world: World
  /** Runs one KMS operation after all that came before it; its records are in the trail when it resolves. */
  call(operation: string, input: Readonly<Record<string, unknown>>, caller: Caller): Promise<CallResult>
  /** Lets everything happen that is due by now. @returns the records it left */
  settle(): Promise<readonly TrailEvent[]>
  /** What would happen by itself until then, in order, without doing it. */
  upcoming(until: Instant): readonly DueEvent[]
  /** The audit records, oldest first. */
  trail(): readonly TrailEvent[]
  /** Runs `work` alone, in turn with the calls. */
  exclusive<T>(work: () => T | Promise<T>): Promise<T>
}

export interface CloudPorts {
  readonly world: World
  readonly crypto: CryptoProvider
  readonly tables: Tables
}

export function createCloud({ world, crypto, tables }: CloudPorts): Cloud {
  const kms = createKms({ world, crypto, tables })
  let last: Promise<unknown> = Promise.resolve()

  function exclusive<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    tables,
    world,
    exclusive,
    call: (operation, input, caller) =>
      exclusive(async () => {
        const result = await kms.call(operation, input, caller)
        appendTrail(tables, result.events)
        return result
      }),
    settle: () =>
      exclusive(() => {
        const events = kms.settle()
        appendTrail(tables, events)
        return events
      }),
    upcoming: (until) => kms.upcoming(until),
    trail: () => readTrail(tables),
  }
}
