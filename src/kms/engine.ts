import type { CryptoProvider } from '../crypto/provider.ts'
import type { Instant } from '../world/clock.ts'
import type { World } from '../world/world.ts'
import { apiRecord, serviceRecord } from './audit.ts'
import { KmsError } from './errors.ts'
import { findKey } from './find-key.ts'
import type { KeyRecord } from './key.ts'
import { requireState } from './key-state.ts'
import { materialId, Materials } from './materials.ts'
import type { Context, Operation, Output } from './operation.ts'
import { operations } from './operations/index.ts'
import { Schedule } from './schedule.ts'
import { happen, nextDue, putSettled, type Due } from './settle.ts'
import { Draft, type Change, type Tables } from './tables.ts'
import type { Caller, TrailEvent } from './trail.ts'
import { uuid } from './uuid.ts'
import { validate } from './validate.ts'

export type CallResult =
  | {
      readonly ok: true
      readonly requestId: string
      readonly output: Output
      readonly events: readonly TrailEvent[]
    }
  | {
      readonly ok: false
      readonly requestId: string
      readonly error: KmsError
      readonly events: readonly TrailEvent[]
    }

/** A thing that will happen to a key, named for a preview. */
export interface DueEvent {
  readonly due: Due
  readonly keyId: string
  readonly keyArn: string
  readonly before: KeyRecord
  /** null: the key is gone */
  readonly after: KeyRecord | null
}

export interface Kms {
  /**
   * Runs one operation for one caller. Calls must not overlap: the owner of the tables queues them.
   * @returns output or AWS's error, and every audit record it left, those of settled time first
   */
  call(name: string, input: Readonly<Record<string, unknown>>, caller: Caller): Promise<CallResult>
  /** Lets everything happen that is due by now, in order of due date. */
  settle(): TrailEvent[]
  upcoming(until: Instant): DueEvent[]
}

export interface KmsPorts {
  readonly world: World
  readonly crypto: CryptoProvider
  readonly tables: Tables
}

export function createKms({ world, crypto, tables }: KmsPorts): Kms {
  const materials = new Materials(crypto, tables)
  const schedule = new Schedule(tables)
  tables.subscribe((change) => {
    materials.forget(change)
    schedule.follow(change)
  })

  function commit(change: Change): void {
    if (change.length === 0) return
    materials.forget(change)
    tables.apply(change)
  }

  function newMaterial(keyId: string, draft: Draft) {
    const bytes = world.entropy.bytes(32)
    return { id: materialId(keyId, bytes), token: materials.seal(bytes, draft, world.entropy) }
  }

  function settle(): TrailEvent[] {
    const now = world.clock.now()
    const events: TrailEvent[] = []
    for (let key = schedule.first(now); key; key = schedule.first(now)) {
      const due = nextDue(key) as Due
      const draft = new Draft(tables)
      const { id } = key
      const { key: after, happening } = happen(key, due, () => newMaterial(id, draft))
      putSettled(draft, key, after)
      if (happening) events.push(serviceRecord({ key, happening, at: due.at, eventID: uuid(world.entropy) }))
      commit(draft.change())
    }
    return events
  }

  async function call(
    name: string,
    input: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Promise<CallResult> {
    const requestId = uuid(world.entropy)
    const operation = operations.get(name)
    if (!operation)
      return { ok: false, requestId, error: new KmsError('UnknownOperationException'), events: [] }

    const events = settle()
    const run = new Run(operation, input, caller)
    const at = world.clock.now()
    const eventID = uuid(world.entropy)
    const { keys, notes } = run
    try {
      const output = await run.output()
      commit(run.draft.change())
      events.push(apiRecord({ operation, input, caller, requestId, at, eventID, keys, notes, output }))
      events.push(...settle())
      return { ok: true, requestId, output, events }
    } catch (error) {
      if (!(error instanceof KmsError)) throw error
      events.push(apiRecord({ operation, input, caller, requestId, at, eventID, keys, notes, error }))
      return { ok: false, requestId, error, events }
    }
  }

  /** One operation on its way, from its input to its output. */
  class Run {
    readonly draft = new Draft(tables)
    readonly keys: KeyRecord[] = []
    readonly notes: Record<string, unknown> = {}
    readonly #operation: Operation
    readonly #input: Readonly<Record<string, unknown>>
    readonly #caller: Caller

    constructor(operation: Operation, input: Readonly<Record<string, unknown>>, caller: Caller) {
      this.#operation = operation
      this.#input = input
      this.#caller = caller
    }

    // The order of checks is F-334's SIM order: parameters, key, authorization, origin, state, then the operation's own.
    async output(): Promise<Output> {
      validate(this.#operation.input, this.#input)
      const named = this.#operation.key && this.#input[this.#operation.key.member]
      const key = named === undefined ? undefined : this.#admit(named as string)
      return this.#operation.run({
        input: this.#input as Context['input'],
        caller: this.#caller,
        world,
        crypto,
        draft: this.draft,
        materials,
        get key() {
          if (!key) throw new TypeError('this operation names no key')
          return key
        },
        keyIfNamed: () => key,
        admit: (identifier) => this.#admit(identifier),
        admitRecord: (record) => this.#admitRecord(record),
        touch: (record) => void this.keys.push(record),
        note: (data) => void Object.assign(this.notes, data),
        endDryRun: () => {
          if (this.#input.DryRun === true)
            throw new KmsError(
              'DryRunOperationException',
              'The request would have succeeded, but the DryRun option is set.',
            )
        },
      })
    }

    #admit(identifier: string): KeyRecord {
      const how = this.#operation.key
      const found = findKey(this.draft, this.#caller, identifier, {
        aliases: how?.aliases === true,
        operation: this.#operation.name,
      })
      return this.#admitRecord(found)
    }

    #admitRecord(key: KeyRecord): KeyRecord {
      this.keys.push(key)
      if (this.#operation.origins && !this.#operation.origins.includes(key.origin)) {
        throw new KmsError(
          'UnsupportedOperationException',
          `${key.arn} origin is ${key.origin} which is not valid for this operation.`,
        )
      }
      requireState(this.#operation.name, key)
      return key
    }
  }

  return { call, settle, upcoming: (until) => upcoming(tables, until) }
}

/** Keys do not touch each other as time passes, so each is followed alone and the events are sorted. */
function upcoming(tables: Tables, until: Instant): DueEvent[] {
  const events: DueEvent[] = []
  for (const table of tables.names().filter((name) => name.startsWith('keys/'))) {
    for (const [, first] of tables.rows<KeyRecord>(table)) {
      let key: KeyRecord | null = first
      for (let due = nextDue(key); key && due && due.at <= until; due = key ? nextDue(key) : undefined) {
        const before: KeyRecord = key
        key = happen(before, due, () => ({ id: 'to be made', token: new Uint8Array() })).key
        events.push({ due, keyId: before.id, keyArn: before.arn, before, after: key })
      }
    }
  }
  return events.sort((a, b) => a.due.at - b.due.at)
}
