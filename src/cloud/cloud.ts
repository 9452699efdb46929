import type { CryptoProvider } from '../crypto/provider.ts'
import type { Authorize } from '../kms/authorization.ts'
import { createKms, type CallResult, type DueEvent, type KmsPorts } from '../kms/engine.ts'
import type { KeyRecord } from '../kms/key.ts'
import { regionFailure } from '../kms/region-failure.ts'
import type { Caller, TrailEvent } from '../kms/trail.ts'
import type { Tables } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import type { World } from '../world/world.ts'
import { authorizeByPolicies } from './authorize.ts'
import { expirationChanges } from './cloudwatch/expiration-metric.ts'
import { AlarmWatch } from './cloudwatch/watch-alarms.ts'
import { fromAlarm, fromTrail } from './events/bus-event.ts'
import { anyRules, deliver } from './events/deliver.ts'
import { permitByPolicies } from './permit.ts'
import { runService } from './run-service.ts'
import type { Permit, ServiceName, ServiceResult } from './service.ts'
import { appendTrail, readTrail } from './trail.ts'

type Input = Readonly<Record<string, unknown>>

/** One simulated cloud: KMS and what stands around it, over one set of tables. */
export interface Cloud {
  readonly tables: Tables
  readonly world: World
  /** Runs one KMS operation after all that came before it; its records are in the trail when it resolves. */
  call(operation: string, input: Input, caller: Caller): Promise<CallResult>
  /** The same for an operation of a service beside KMS, which may call KMS itself: see services.ts */
  request(service: ServiceName, operation: string, input: Input, caller: Caller): Promise<ServiceResult>
  /** Lets everything happen that is due by now. @returns the records it left */
  settle(): Promise<readonly TrailEvent[]>
  /** What would happen by itself until then, in order, without doing it. */
  upcoming(until: Instant): readonly DueEvent[]
  /** A Region fails and comes back, as kms/region-failure.ts has it: a teaching model. @returns keys that lost material, as they were */
  regionFailure(region: string): Promise<readonly KeyRecord[]>
  /** The audit records, oldest first. */
  trail(): readonly TrailEvent[]
  /** Runs `work` alone, in turn with the calls. */
  exclusive<T>(work: () => T | Promise<T>): Promise<T>
}

export interface CloudPorts extends Pick<KmsPorts, 'fault' | 'limits' | 'rates'> {
  readonly world: World
  readonly crypto: CryptoProvider
  readonly tables: Tables
  /** Who may do what with keys. Absent: what key policies, identity policies and grants say */
  readonly authorize?: Authorize
  /** Who may do what with the services beside KMS. Absent: as above */
  readonly permit?: Permit
}

export function createCloud({
  world,
  crypto,
  tables,
  permit = permitByPolicies,
  authorize = authorizeByPolicies,
  ...ports
}: CloudPorts): Cloud {
  const kms = createKms({
    world,
    crypto,
    tables,
    authorize,
    ...ports,
    also: (change, at) => expirationChanges(tables, change, at),
  })
  const alarms = new AlarmWatch(tables)
  let last: Promise<unknown> = Promise.resolve()

  function exclusive<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  /** What happened goes on record, to alarms and to rules, in the turn in which it happened. */
  function record(events: readonly TrailEvent[]): void {
    appendTrail(tables, events)
    const transitions = alarms.bringTo(world.clock.now())
    if (!anyRules(tables)) return
    const occurrences = [...events.flatMap(fromTrail), ...transitions.map(fromAlarm)]
    occurrences.sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
    tables.apply(deliver(tables, world.entropy, occurrences))
  }

  function settle(): TrailEvent[] {
    const events = kms.settle()
    record(events)
    return events
  }

  return {
    tables,
    world,
    exclusive,
    call: (operation, input, caller) =>
      exclusive(async () => {
        const result = await kms.call(operation, input, caller)
        record(result.events)
        return result
      }),
    request: (service, operation, input, caller) =>
      exclusive(async () => {
        const settled = settle()
        const result = await runService(
          { world, crypto, tables, permit, kms: kms.call },
          service,
          operation,
          input,
          caller,
        )
        record(result.events)
        return { ...result, events: [...settled, ...result.events] }
      }),
    settle: () => exclusive(settle),
    regionFailure: (region) =>
      exclusive(() => {
        settle()
        const { change, emptied } = regionFailure(tables, region)
        tables.apply([...change, ...expirationChanges(tables, change, world.clock.now())])
        record([])
        return emptied
      }),
    upcoming: (until) => kms.upcoming(until),
    trail: () => readTrail(tables),
  }
}
