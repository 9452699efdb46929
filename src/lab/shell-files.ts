import type { Bytes } from '../bytes/bytes.ts'
import type { Put } from '../kms/tables.ts'
import type { Action } from './journal.ts'
import { MAX_FILE_BYTES, refuseCredentialBytes, requireFileName, requireFileSize } from './guard.ts'
import { LabRefusal } from './refusal.ts'
import { FILES, type FileRow } from './rows.ts'
import type { Session } from './session.ts'
import type { FileChanges } from './shell-port.ts'
import { says } from './words.ts'

/** What a line may leave behind: a loop that makes files must not fill the learner's disk. */
const MAX_FILES = 400
const MAX_BYTES = 16 * MAX_FILE_BYTES
const MAX_PATH = 200
const MAX_NOTES = 5

/**
 * The learner's files on both sides: rows of the workspace, and the disk of the shell. Rows are the truth; what a line
 * writes becomes rows before the next request and at its end, as one action.
 */
export class ShellFiles {
  readonly #session: Session
  /** The row that the shell has seen last, by path */
  #known = new Map<string, FileRow>()
  #pending = new Map<string, Bytes | null>()
  /** What the shell must take away again */
  #refused = new Set<string>()
  #notes: string[] = []

  constructor(session: Session) {
    this.#session = session
  }

  /** Everything, for a shell that begins. */
  all(): Map<string, Bytes> {
    this.forget()
    this.#known = this.#rows()
    return new Map(Array.from(this.#known, ([path, { bytes }]) => [path, bytes]))
  }

  /** What has changed since the shell last saw it: a file that came in, an answer that was kept, an undo. */
  elsewhere(): Map<string, Bytes | null> {
    const rows = this.#rows()
    const changes = new Map<string, Bytes | null>()
    for (const path of this.#known.keys()) if (!rows.has(path)) changes.set(path, null)
    for (const path of this.#refused) if (!rows.has(path)) changes.set(path, null)
    for (const [path, row] of rows) if (this.#known.get(path) !== row) changes.set(path, row.bytes)
    this.#known = rows
    this.#refused.clear()
    return changes
  }

  /** The shell changed files. */
  changed(changes: FileChanges): void {
    for (const [path, bytes] of changes) this.#pending.set(path, bytes)
  }

  /** Puts what the shell changed into the workspace, and what it drew of the world's entropy. */
  async keep(): Promise<void> {
    const { tables, world } = this.#session
    if (this.#pending.size === 0 && world.changed(tables).length === 0) return
    await this.#session.act<Action>({ action: (action) => action, strict: true }, () => {
      const puts = this.#puts()
      tables.apply(puts)
      return { kind: 'files', names: puts.map(([, name]) => name) }
    })
  }

  takeNotes(): readonly string[] {
    const notes = this.#notes
    this.#notes = []
    const more = notes.length - MAX_NOTES
    return more > 0 ? [...notes.slice(0, MAX_NOTES), says.moreNotes(more)] : notes
  }

  /** The shell is gone, and what it had not handed out with it. */
  forget(): void {
    this.#known.clear()
    this.#pending.clear()
    this.#refused.clear()
    this.#notes = []
  }

  #puts(): Put[] {
    const now = this.#session.world.clock.now()
    const rows = this.#rows()
    let kept = Array.from(rows.values()).reduce((sum, { bytes }) => sum + bytes.length, 0)
    const puts: Put[] = []
    for (const [path, bytes] of this.#pending) {
      const old = rows.get(path)
      if (bytes === null) {
        if (old) puts.push([FILES, path, null])
        rows.delete(path)
        this.#known.delete(path)
        kept -= old?.bytes.length ?? 0
        continue
      }
      if (old && same(old.bytes, bytes) && this.#known.get(path) === old) continue
      try {
        requirePath(path)
        requireFileSize(bytes)
        const after = kept - (old?.bytes.length ?? 0) + bytes.length
        if (after > MAX_BYTES || (!old && rows.size >= MAX_FILES)) throw new LabRefusal(says.tooManyFiles)
        this.#refuseCredentials(path, bytes)
        const row: FileRow = { name: path, bytes: bytes.slice(), changedAt: now }
        puts.push([FILES, path, row])
        rows.set(path, row)
        this.#known.set(path, row)
        kept = after
      } catch (error) {
        if (!(error instanceof LabRefusal)) throw error
        this.#notes.push(says.notKept(path, error.message))
      }
    }
    this.#pending.clear()
    return puts
  }

  #refuseCredentials(path: string, bytes: Bytes): void {
    try {
      refuseCredentialBytes(bytes)
    } catch (error) {
      this.#refused.add(path)
      throw error
    }
  }

  #rows(): Map<string, FileRow> {
    return new Map(this.#session.tables.rows<FileRow>(FILES))
  }
}

/** Folders are parts of a name. @throws LabRefusal */
export function requirePath(path: string): void {
  const parts = path.split('/')
  if (path.length > MAX_PATH || parts.some((part) => requireFileName(part) !== part))
    throw new LabRefusal(says.badFileName)
}

const same = (a: Bytes, b: Bytes) => a.length === b.length && a.every((byte, i) => byte === b[i])
