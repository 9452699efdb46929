import type { Bytes } from '../bytes/bytes.ts'
import { encodeHex } from '../bytes/hex.ts'
import type { Entry } from './journal.ts'
import type { SavedMark } from './lab.ts'
import { loadStored, type Stored } from './load-stored.ts'
import { granted, type LabPorts } from './ports.ts'
import { validPrefix } from './rebuild.ts'
import { Saver } from './saver.ts'
import type { Session } from './session.ts'
import { lockName, Turn, type Lease } from './turn.ts'
import { says } from './words.ts'
import { withinLimit, WorkspaceStore } from './workspace-store.ts'

/** How long storage may take to answer before the lab begins without it (F05). */
export const OPEN_LIMIT_MS = 1_500
const START_LIMIT_MS = 1_900

/** Where a session is kept: one database, one writer among the tabs, and what to do when either fails. */
export class Workspace {
  readonly #ports: LabPorts
  readonly #session: Session
  readonly #id: string
  #saver: Saver
  #turn: Turn | undefined
  #store: WorkspaceStore | undefined
  #newer = false
  #begun = false

  constructor(ports: LabPorts, session: Session) {
    this.#ports = ports
    this.#session = session
    this.#id = encodeHex(ports.seedEntropy.bytes(8))
    this.#saver = this.#createSaver()
    session.keep = (entry, snapshot, strict) => this.#saver.add(entry, snapshot, strict)
  }

  async begin(): Promise<void> {
    try {
      const writes = await withinLimit(this.#start(), this.#ports.timers, START_LIMIT_MS)
      this.#session.writable = writes
      const stored = await loadStored(this.#store as WorkspaceStore)
      this.#saver = this.#createSaver()
      await this.#take(stored)
    } catch (error) {
      await this.#withoutStorage(error)
    }
    this.#begun = true
    this.#session.store.setState({ phase: 'ready' })
    if (this.#turn?.writes && !this.#session.writable && !this.#newer) this.#onTurn(() => this.#onGained())
  }

  async #start(): Promise<boolean> {
    const store = await this.#open()
    const turn = this.#createTurn()
    this.#turn = turn
    if (await turn.begin()) await this.#claim(store, turn)
    await store.meta()
    return turn.writes
  }

  /** Follows what other tabs do, after the actions that are on their way. */
  #onTurn(work: () => Promise<void>): void {
    this.#session.inTurn(work).catch(() => this.#mark('failed', says.storageFailed))
  }

  async takeOver(): Promise<void> {
    if (this.#newer || this.#session.writable) return
    await this.#turn?.take()
    await this.#session.inTurn(() => undefined)
  }

  retry(): Promise<void> {
    return this.#newer ? Promise.resolve() : this.#saver.retry()
  }

  /** Puts what is in memory in the place of what is on disk. */
  replaceAll(): Promise<void> {
    return this.#saver.replaceAll()
  }

  /** Every entry there is, from disk and from memory. */
  async journal(): Promise<readonly Entry[]> {
    await this.#saver.idle()
    const inMemory = this.#session.ledger.image.entries
    const onDisk = await this.#store?.entriesAfter(0).catch(() => [])
    const first = inMemory[0]?.seq ?? this.#session.ledger.head.seq + 1
    return [...((onDisk ?? []) as Entry[]).filter(({ seq }) => seq < first), ...inMemory]
  }

  async close(): Promise<void> {
    await this.#session.inTurn(() => undefined)
    await this.#saver.flush().catch(() => undefined)
    await this.#turn?.close()
    this.#saver.close()
    this.#store?.close()
  }

  async #take(stored: Stored): Promise<void> {
    switch (stored.kind) {
      case 'newer':
        return this.#leaveAlone(stored.rest)
      case 'empty':
        if (this.#session.writable) return this.#saver.replaceAll()
        return this.#mark('read-only', says.otherTabWrites)
      case 'unreadable':
        this.#session.store.setState({ quarantined: stored.rest })
        return this.#putRight(says.allDamaged, { name: 'quarantine', value: stored.rest })
      default:
        break
    }
    this.#session.adopt(stored.image, stored.rebuilt)
    this.#saver.startFrom(stored.image.generation, stored.rebuilt.head)
    if (stored.kind === 'damaged') {
      this.#session.store.setState({ quarantined: stored.rest })
      return this.#putRight(says.damaged, { name: 'quarantine', value: stored.rest })
    }
    if (stored.kind === 'migrated')
      return this.#putRight(says.migrated, { name: 'backup', value: stored.original })
    if (this.#session.writable) this.#mark('saved')
    else this.#mark('read-only', says.otherTabWrites)
  }

  /** Writes down the state we came to; what was found before is kept aside in the same transaction. */
  async #putRight(
    notice: string,
    aside: { readonly name: 'backup' | 'quarantine'; readonly value: unknown },
  ): Promise<void> {
    if (!this.#session.writable) return this.#mark('read-only', notice)
    await this.#saver.replaceAll(aside)
    this.#session.store.setState({ notice })
  }

  #leaveAlone(rest: Bytes | undefined): void {
    this.#newer = true
    this.#session.writable = false
    if (rest) this.#session.store.setState({ quarantined: rest })
    this.#mark('read-only', says.newerVersion)
    void this.#turn?.close()
    this.#store?.close()
  }

  async #withoutStorage(error: unknown): Promise<void> {
    if (error instanceof DOMException && error.name === 'VersionError') return this.#leaveAlone(undefined)
    await this.#turn?.close().catch(() => undefined)
    this.#turn = undefined
    this.#store?.close()
    this.#store = undefined
    this.#session.writable = true
    this.#saver = this.#createSaver()
    this.#mark('memory', says.storageMissing)
  }

  async #open(): Promise<WorkspaceStore> {
    const factory = granted(this.#ports.storage.indexedDB)
    if (!factory) throw new DOMException('No IndexedDB here', 'NotSupportedError')
    const store = await WorkspaceStore.open(factory, lockName(this.#ports.storage), {
      timers: this.#ports.timers,
      limitMs: OPEN_LIMIT_MS,
      onLost: () => this.#saver.lost(),
    })
    this.#store = store
    return store
  }

  #createSaver(): Saver {
    const session = this.#session
    return new Saver(
      {
        timers: this.#ports.timers,
        writer: () => this.#record(),
        open: async () => {
          const store = await this.#open()
          this.#turn ??= await this.#joinLate()
          return store
        },
        image: () => session.ledger.image,
        mark: (mark, notice) => session.writable && this.#mark(mark, notice),
        saved: () => this.#turn?.announce(),
        overtaken: () => this.#turn?.lose(),
      },
      this.#store,
      session.ledger.generation,
      session.ledger.head,
    )
  }

  /** Storage came back after a start without it. */
  async #joinLate(): Promise<Turn> {
    const turn = this.#createTurn()
    await turn.begin()
    return turn
  }

  #createTurn(): Turn {
    const lease: Lease = {
      claim: async (record, unless) => (await this.#store?.claim(record, unless)) ?? false,
      release: async (id) => this.#store?.release(id),
    }
    return new Turn({
      id: this.#id,
      storage: this.#ports.storage,
      timers: this.#ports.timers,
      wallClock: this.#ports.wallClock,
      lease,
      finish: async () => {
        await this.#session.inTurn(() => undefined)
        await this.#saver.flush()
      },
      gained: () => this.#begun && this.#onTurn(() => this.#onGained()),
      lost: () => this.#onLost(),
      heard: () => this.#onTurn(() => this.#catchUp()),
    })
  }

  /** The turn came later than the start: what others wrote is read before anything is written. */
  async #onGained(): Promise<void> {
    const turn = this.#turn
    if (!this.#store || !turn?.writes) return
    const mine = await this.#claim(this.#store, turn)
    const stored = await loadStored(this.#store)
    if (!mine || !turn.writes) return
    this.#session.writable = true
    await this.#take(stored)
  }

  #onLost(): void {
    const unsaved = this.#saver.unsaved > 0
    this.#session.writable = false
    this.#mark('read-only', unsaved ? says.takenOverUnsaved : says.takenOver)
    this.#onTurn(() => this.#reread())
  }

  /** A follower reads on where it is; when the histories differ it reads all. */
  async #catchUp(): Promise<void> {
    if (this.#session.writable || !this.#store) return
    const { seq, hash } = this.#session.ledger.head
    const { generation } = await this.#store.meta()
    const news = await this.#store.entriesAfter(seq)
    const { entries, rejected } = validPrefix({ seq, hash }, news)
    const same =
      (generation as { generation?: unknown } | undefined)?.generation ===
      this.#session.ledger.generation.generation
    if (same && rejected.length === 0 && entries.length > 0) this.#session.follow(entries)
    else await this.#reread()
  }

  async #reread(): Promise<void> {
    if (!this.#store) return
    const stored = await loadStored(this.#store)
    if (stored.kind === 'newer') return this.#leaveAlone(stored.rest)
    if (!('image' in stored)) return
    this.#session.adopt(stored.image, stored.rebuilt)
    this.#saver.startFrom(stored.image.generation, stored.rebuilt.head)
  }

  /** Taken over meanwhile: the one that lost it has been told so already, and the other one's name stays on the disk. */
  #claim(store: WorkspaceStore, turn: Turn): Promise<boolean> {
    return store.claim(this.#record(), () => !turn.writes)
  }

  #record() {
    return { id: this.#id, beat: this.#ports.wallClock.now() }
  }

  /** What was said of how the work was found stays; what was said of a failure goes with it. */
  #mark(saved: SavedMark, notice?: string): void {
    const state = this.#session.store.getState()
    const kept = state.saved === 'saving' || state.saved === 'saved' ? state.notice : undefined
    this.#session.store.setState({ saved, notice: notice ?? kept })
  }
}
