import { createStore, type StoreApi } from 'zustand/vanilla'
import { encodeHex } from '../bytes/hex.ts'
import { createCloud, type Cloud } from '../cloud/cloud.ts'
import { newestFirst, trailLength } from '../cloud/trail.ts'
import { isByApp } from '../course/apps/app.ts'
import type { LabDefinition, LabView } from '../course/lab-definition.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import type { Change } from '../kms/tables.ts'
import type { Instant } from '../world/clock.ts'
import { latched, currentLab, moveKey, moveRow, passRow, recognised } from './checks.ts'
import type { Action, Entry, Snapshot } from './journal.ts'
import type { Coach, LabState } from './lab.ts'
import { Ledger } from './ledger.ts'
import { SCHEMA } from './migrate.ts'
import type { LabPorts } from './ports.ts'
import { emptySnapshot, rebuild, type Rebuilt } from './rebuild.ts'
import type { RecordedTables } from './recorded-tables.ts'
import { ReadOnlyRefusal } from './refusal.ts'
import { MOVES, PROGRESS, TRANSFERS, type ProgressRow } from './rows.ts'
import { view } from './state-view.ts'
import { labView } from './view.ts'
import { says } from './words.ts'
import { rowWorld, worldRows, type RowWorld } from './world-rows.ts'
import type { Image } from './workspace-store.ts'

/** Brings entries to wherever they are kept. */
export type Keep = (entry: Entry, snapshot: Snapshot | undefined, strict: boolean) => Promise<void>

export interface ActOptions<T> {
  /** Told after the work, when its outcome is known */
  readonly action: (result: T) => Action
  /** On disk when the action resolves */
  readonly strict: boolean
  /** What screens show meanwhile */
  readonly busy?: string
  /** Whether wrong moves may be recognised in what was done */
  readonly coached?: boolean
}

/**
 * The state of a workspace and the one way to change it: an action at a time, each one entry of the journal.
 * Knows nothing of disks and tabs.
 */
export class Session {
  readonly tables: RecordedTables
  readonly world: RowWorld
  readonly cloud: Cloud
  readonly store: StoreApi<LabState>
  readonly #ports: LabPorts
  ledger: Ledger
  keep: Keep = () => Promise.resolve()
  writable = true
  #last: Promise<unknown> = Promise.resolve()

  constructor(ports: LabPorts) {
    this.#ports = ports
    const { image, rebuilt } = this.blank()
    this.tables = rebuilt.tables
    this.world = rowWorld(this.tables)
    this.cloud = createCloud({ world: this.world, crypto: ports.crypto, tables: this.tables })
    this.ledger = new Ledger(image, rebuilt)
    this.store = createStore<LabState>(() => ({
      phase: 'starting',
      revision: 0,
      saved: 'saving',
      calls: [],
      ...view(this.tables, this.ledger.history, this.world.clock.now()),
    }))
  }

  /** A new workspace: an empty account, or one that keeps some rows. */
  blank(kept: Change = []): { readonly image: Image; readonly rebuilt: Rebuilt } {
    const { seedEntropy } = this.#ports
    const generation = { schema: SCHEMA, generation: encodeHex(seedEntropy.bytes(16)) }
    const empty = { generation, base: emptySnapshot(generation), entries: [] }
    const start = rebuild(empty)
    const ledger = new Ledger(empty, start)
    const change = [...kept, ...worldRows(seedEntropy.bytes(32))]
    ledger.write(
      { kind: 'begin' },
      start.tables.get('world', 'clock') ?? 0,
      change,
      start.tables.apply(change),
    )
    return { image: ledger.image, rebuilt: { ...start, history: ledger.history, head: ledger.head } }
  }

  /** Puts another state in place of this one. */
  adopt(image: Image, rebuilt: Rebuilt): void {
    if (rebuilt.tables !== this.tables) {
      const gone = this.tables.dump().map(([table, key]) => [table, key, null] as const)
      this.tables.apply([...gone, ...rebuilt.tables.dump()])
    }
    this.ledger = new Ledger(image, rebuilt)
    this.world.restore(this.tables)
    this.show()
  }

  /** Takes entries that another tab wrote. */
  follow(entries: readonly Entry[]): void {
    for (const entry of entries) this.ledger.follow(entry, this.tables.apply(entry.change))
    if (entries.length === 0) return
    this.ledger.snapshotIfDue(this.tables)
    this.world.restore(this.tables)
    this.show()
  }

  /** Runs work after all that was asked for before it. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** One action from beginning to end; when it fails, nothing has happened. */
  async act<T>({ action, strict, busy, coached }: ActOptions<T>, work: () => T | Promise<T>): Promise<T> {
    const { result, saved } = await this.inTurn(async () => {
      this.requireWritable()
      if (busy !== undefined) this.store.setState({ busy })
      const before = { events: trailLength(this.tables), transfers: this.tables.size(TRANSFERS) }
      const stop = this.tables.record()
      try {
        const result = await work()
        this.tables.apply(this.world.changed(this.tables))
        const coach = this.#judge(coached === true, before)
        const { change, inverse } = stop()
        const saved =
          change.length > 0 ? this.#write(action(result), change, inverse, strict) : Promise.resolve()
        this.show(coach)
        return { result, saved }
      } catch (error) {
        this.tables.apply(stop().inverse)
        this.world.restore(this.tables)
        throw error
      } finally {
        if (busy !== undefined) this.store.setState({ busy: undefined })
      }
    })
    if (strict) await saved
    return result
  }

  /** The learner's time, for what they learn. The world has its own. */
  wallNow(): Instant {
    return this.#ports.wallClock.now()
  }

  requireWritable(): void {
    if (!this.writable) throw new ReadOnlyRefusal(says.readOnly)
  }

  lab(id: string | undefined): LabDefinition | undefined {
    return this.#ports.labs.find((lab) => lab.id === id)
  }

  /** As its seed makes it */
  current(): LabDefinition | undefined {
    const { labId, seed = 0 } = currentLab(this.tables) ?? {}
    const lab = this.lab(labId)
    return lab && labOfSeed(lab, seed)
  }

  progress(): ProgressRow | undefined {
    return this.tables.get<ProgressRow>(PROGRESS, currentLab(this.tables)?.labId ?? '')
  }

  /** What the open lab may look at. @throws TypeError when none is open */
  seen(): LabView {
    const [lab, progress] = [this.current(), this.progress()]
    if (!lab || !progress) throw new TypeError('no lab is open')
    return labView(lab, progress, this.tables, this.world.clock.now())
  }

  /** Tells screens what is true now. */
  show(coach?: Coach): void {
    const { revision, coach: last } = this.store.getState()
    const kept = coach ?? (last && last.eventNumber <= trailLength(this.tables) ? last : undefined)
    this.store.setState({
      ...view(this.tables, this.ledger.history, this.world.clock.now()),
      revision: revision + 1,
      coach: kept,
    })
  }

  /** After coming back: says again what the wrong move tells that is still the newest thing done. */
  recall(): void {
    const lab = this.current()
    const progress = this.progress()
    if (!lab || !progress) return
    const coach = recognised(lab, labView(lab, progress, this.tables, this.world.clock.now()), this.tables)
    if (coach && this.tables.get(MOVES, moveKey(lab, coach.moveId))) this.show(coach)
  }

  #write(action: Action, change: Change, inverse: Change, strict: boolean): Promise<void> {
    const entry = this.ledger.write(action, this.world.clock.now(), change, inverse)
    return this.keep(entry, this.ledger.snapshotIfDue(this.tables), strict)
  }

  #judge(coached: boolean, before: { events: number; transfers: number }): Coach | undefined {
    const lab = this.current()
    const progress = this.progress()
    if (!lab || !progress) return undefined
    const now = this.world.clock.now()
    const seen = labView(lab, progress, this.tables, now)
    const next = latched(lab, progress, seen)
    if (next !== progress) this.tables.apply([[PROGRESS, lab.id, next]])
    if (next.passed && !progress.passed) this.tables.apply([passRow(next, this.tables, this.wallNow())])
    const something = this.#actedSince(before.events) || this.tables.size(TRANSFERS) > before.transfers
    const coach = coached && something ? recognised(lab, seen, this.tables) : undefined
    if (coach) this.tables.apply([moveRow(lab, coach, this.tables, now, this.wallNow())])
    return coach
  }

  /** Whether a record was written that is not an app's: what apps do tells nothing of the learner. */
  #actedSince(number: number): boolean {
    for (const [at, event] of newestFirst(this.tables)) {
      if (at <= number) return false
      if (!isByApp(event)) return true
    }
    return false
  }
}
