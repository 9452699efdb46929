import type { CryptoProvider } from '../crypto/provider.ts'
import type { Instant } from '../world/clock.ts'
import type { World } from '../world/world.ts'
import { outOfSight } from './access-denied.ts'
import { apiRecord, ownersRecord, serviceRecord, type ApiCall } from './audit.ts'
import type { AccessQuestion, Authorize } from './authorization.ts'
import { KmsError, type KmsErrorCode } from './errors.ts'
import { findKey } from './find-key.ts'
import { grantOfToken } from './grant-token.ts'
import { keysTable, type KeyRecord } from './key.ts'
import { requireState } from './key-state.ts'
import { recordUsage } from './last-usage.ts'
import { LIMITS, type Limits } from './limits.ts'
import { materialId, Materials } from './materials.ts'
import type { Context, Operation, Output, RecordElsewhere } from './operation.ts'
import { operations } from './operations/index.ts'
import { THROTTLED, type Rates } from './rates.ts'
import { Schedule } from './schedule.ts'
import { keysInTime, nextDue, type Due } from './settle.ts'
import { Draft, type Change, type Tables } from './tables.ts'
import type { NewMaterial } from './timed.ts'
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
  /** Absent: everybody may do everything in their own account, and nothing in others */
  readonly authorize?: Authorize
  /** A fault to answer with, for drills: dependency timeouts, internal errors, keys that cannot be reached */
  readonly fault?: (operation: string) => KmsErrorCode | undefined
  readonly limits?: Partial<Limits>
  /** Request quotas. Absent: nobody is throttled */
  readonly rates?: Rates | undefined
  /** What else is written with a change, in one step with it; `at` is when it happened, which settling may be later than */
  readonly also?: (change: Change, at: Instant) => Change
}

export function createKms(ports: KmsPorts): Kms {
  const { world, crypto, tables, authorize, fault, rates, also, limits: own } = ports
  const limits = { ...LIMITS, ...own }
  const materials = new Materials(crypto, tables)
  const schedule = new Schedule(tables)
  tables.subscribe((change) => {
    materials.forget(change)
    schedule.follow(change)
  })

  function commit(change: Change, at: Instant): void {
    if (change.length === 0) return
    materials.forget(change)
    const more = also?.(change, at) ?? []
    tables.apply(more.length === 0 ? change : [...change, ...more])
  }

  const newMaterial: NewMaterial = (keyId, draft) => {
    const bytes = world.entropy.bytes(32)
    return { id: materialId(keyId, bytes), token: materials.seal(bytes, draft, world.entropy) }
  }

  function settle(now = world.clock.now()): TrailEvent[] {
    const events: TrailEvent[] = []
    for (let turn = schedule.first(now); turn; turn = schedule.first(now)) {
      const { at, row, timed } = turn
      const { change, occurrences } = timed.happen(tables, row, newMaterial)
      for (const occurrence of occurrences)
        events.push(serviceRecord({ ...occurrence, at, newId: () => uuid(world.entropy) }))
      commit(change, at)
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

    // A clock that is moved while the call runs must not date its parts differently.
    const at = world.clock.now()
    const events = settle(at)
    const run = new Run(operation, input, caller, { ...world, clock: { now: () => at } })
    const eventID = uuid(world.entropy)
    const { keys, notes } = run
    try {
      const output = await run.output()
      recordUsage(run.draft, keys, { operation: name, at, eventId: eventID, requestId })
      commit(run.draft.change(), at)
      events.push(...records({ operation, input, caller, requestId, at, eventID, keys, notes, output }))
      for (const { region, ...part } of run.elsewhere) {
        const there: Caller = { ...caller, region, via: 'kms' }
        const eventID = uuid(world.entropy)
        events.push(apiRecord({ ...part, caller: there, requestId, at, eventID, notes: {} }))
      }
      events.push(...settle())
      return { ok: true, requestId, output, events }
    } catch (error) {
      if (!(error instanceof KmsError)) throw error
      events.push(...records({ operation, input, caller, requestId, at, eventID, keys, notes, error }))
      return { ok: false, requestId, error, events }
    }
  }

  /** The caller's record, and one for every other account whose key was used, unless access was denied (F-701). */
  function records(call: ApiCall): TrailEvent[] {
    const others = new Set<string>()
    for (const { accountId } of call.keys) if (accountId !== call.caller.accountId) others.add(accountId)
    if (others.size === 0 || call.error?.code === 'AccessDeniedException') return [apiRecord(call)]
    const own: TrailEvent = { ...apiRecord(call), sharedEventID: uuid(world.entropy) }
    return [own, ...[...others].map((account) => ownersRecord(own, account, uuid(world.entropy)))]
  }

  /** One operation on its way, from its input to its output. */
  class Run {
    readonly draft = new Draft(tables)
    readonly keys: KeyRecord[] = []
    readonly notes: Record<string, unknown> = {}
    readonly elsewhere: RecordElsewhere[] = []
    readonly #operation: Operation
    readonly #input: Readonly<Record<string, unknown>>
    readonly #caller: Caller
    readonly #world: World

    constructor(
      operation: Operation,
      input: Readonly<Record<string, unknown>>,
      caller: Caller,
      worldAtStart: World,
    ) {
      this.#operation = operation
      this.#input = input
      this.#caller = caller
      this.#world = worldAtStart
    }

    // The order of checks is F-334's SIM order: parameters, key, authorization, origin, state, then the operation's own.
    async output(): Promise<Output> {
      validate(this.#operation.input, this.#input)
      const how = this.#operation.key
      const named = how && this.#input[how.member]
      for (const token of this.#grantTokens()) grantOfToken(this.draft, token)
      if (!how && !this.#operation.asksLater) this.#authorize(this.#operation.name, {})
      const key =
        named === undefined
          ? undefined
          : this.#admit(named as string, how?.action, !this.#operation.asksLater)
      this.#throttle(key)
      this.#injectFault()
      return this.#operation.run({
        input: this.#input as Context['input'],
        caller: this.#caller,
        world: this.#world,
        crypto,
        draft: this.draft,
        materials,
        limits,
        get key() {
          if (!key) throw new TypeError('this operation names no key')
          return key
        },
        keyIfNamed: () => key,
        admit: (identifier, action) => this.#admit(identifier, action),
        admitRecord: (record, action) => this.#admitRecord(record, { action, byCiphertext: true }),
        authorize: (action, on = {}) => this.#authorize(action, on),
        touch: (record) => void this.keys.push(record),
        alsoRecord: (part) => void this.elsewhere.push(part),
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

    #admit(identifier: string, action?: string, ask = true): KeyRecord {
      const how = this.#operation.key
      const found = findKey(this.draft, this.#caller, identifier, {
        aliases: how?.aliases === true,
        crossAccount: how?.crossAccount === true,
        action: action ?? this.#operation.name,
      })
      return this.#admitRecord(found, { action, identifier, ask })
    }

    #admitRecord(
      key: KeyRecord,
      {
        action,
        ask = true,
        ...how
      }: { action?: string | undefined; identifier?: string; byCiphertext?: true; ask?: boolean },
    ): KeyRecord {
      this.keys.push(key)
      if (ask) this.#authorize(action ?? this.#operation.name, { key, ...how })
      if (this.#operation.origins && !this.#operation.origins.includes(key.origin)) {
        throw new KmsError(
          'UnsupportedOperationException',
          `${key.arn} origin is ${key.origin} which is not valid for this operation.`,
        )
      }
      requireState(this.#operation.name, key)
      return key
    }

    /** A token adds nothing here, because a grant counts at once; but one that is none is refused where AWS says so. */
    #grantTokens(): readonly string[] {
      const tokens = this.#input.GrantTokens as readonly string[] | undefined
      return tokens && this.#operation.errors.includes('InvalidGrantTokenException') ? tokens : []
    }

    #authorize(
      action: string,
      on: Pick<AccessQuestion, 'key' | 'identifier' | 'byCiphertext' | 'aliasArn' | 'grant' | 'lockout'>,
    ): void {
      if (!authorize) {
        if (on.key && on.key.accountId !== this.#caller.accountId)
          throw outOfSight(this.#caller, action, on.byCiphertext)
        return
      }
      authorize({
        caller: this.#caller,
        operation: this.#operation.name,
        action,
        input: this.#input,
        ...on,
        reader: this.draft,
        now: this.#world.clock.now(),
      })
    }

    #throttle(key: KeyRecord | undefined): void {
      const { accountId, region } = this.#caller
      const operation = this.#operation.name
      const request = { operation, accountId, region, key, input: this.#input, now: this.#world.clock.now() }
      if (rates && !rates(request)) throw new KmsError('ThrottlingException', THROTTLED)
    }

    #injectFault(): void {
      const code = fault?.(this.#operation.name)
      if (code && this.#operation.errors.includes(code)) throw new KmsError(code)
    }
  }

  return { call, settle: () => settle(), upcoming: (until) => upcoming(tables, schedule, until) }
}

/** Plays what is due on a draft, and tells what would become of each key. */
function upcoming(tables: Tables, known: Schedule, until: Instant): DueEvent[] {
  const draft = new Draft(tables)
  const schedule = new Schedule(draft, known)
  const events: DueEvent[] = []
  for (let turn = schedule.first(until); turn; turn = schedule.first(until)) {
    const { row, timed } = turn
    const { change } = timed.happen(draft, row, toBeMade)
    draft.apply(change)
    schedule.follow(change)
    if (timed !== (keysInTime as unknown)) continue
    const before = row as KeyRecord
    const after = draft.get<KeyRecord>(keysTable(before.accountId, before.region), before.id) ?? null
    events.push({ due: nextDue(before) as Due, keyId: before.id, keyArn: before.arn, before, after })
  }
  return events
}

/** No bytes: a preview asks no entropy, so that looking ahead changes nothing. */
const toBeMade: NewMaterial = () => ({ id: 'to be made', token: new Uint8Array() })
