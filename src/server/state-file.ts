import { open, readFile, rename, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Change, Put } from '../kms/tables.ts'
import { canonical, revive } from '../lab/codec.ts'
import type { Instant } from '../world/clock.ts'
import { takeLock } from './lock-file.ts'

const HEADER = '{"format":"kms-key-material-lab/endpoint","version":1}\n'

/** Where the endpoint's clock stood, and how far it is ahead of the wall's. */
export interface ClockMark {
  readonly at: Instant
  readonly aheadMs: number
}

/**
 * The endpoint's tables on disk: a snapshot followed by one JSON line for each batch of changes. A batch is
 * written and synced before any answer of it is sent, so an answer that a client has seen is never lost (F40).
 * A last line without its end was never answered for, and is dropped.
 */
export class StateFile {
  /** Everything that was there at start. */
  readonly change: Change
  readonly clock: ClockMark | undefined
  readonly #handle: FileHandle
  readonly #unlock: () => void
  readonly #mark: () => ClockMark
  #length: number
  #pending: Put[] = []
  #added = 0
  #durable = 0
  #writing: Promise<void> | undefined

  private constructor(
    read: Read,
    handle: FileHandle,
    length: number,
    mark: () => ClockMark,
    unlock: () => void,
  ) {
    this.change = read.change
    this.clock = read.clock
    this.#handle = handle
    this.#length = length
    this.#mark = mark
    this.#unlock = unlock
  }

  /**
   * Reads the file, or makes it, and puts a fresh snapshot in its place.
   *
   * @param mark asked for with each batch
   * @throws Error when another server uses the file, or when it is damaged before its last line
   */
  static async open(path: string, mark: () => ClockMark): Promise<StateFile> {
    const unlock = takeLock(`${path}.lock`)
    try {
      const read = readState(await readIfThere(path))
      const snapshot = HEADER + (read.clock ? line(read.clock, read.change) : '')
      await replace(path, snapshot)
      return new StateFile(read, await open(path, 'r+'), Buffer.byteLength(snapshot), mark, unlock)
    } catch (error) {
      unlock()
      throw error
    }
  }

  /** Takes a change into the next batch. Also an empty one: the clock may have moved. */
  add(change: Change): void {
    this.#pending.push(...change)
    this.#added++
  }

  /** @returns when everything added before is on disk. @throws Error when the disk refuses; adding may go on */
  async flush(): Promise<void> {
    const wanted = this.#added
    while (this.#durable < wanted) {
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined
      })
      await this.#writing
    }
  }

  async close(): Promise<void> {
    try {
      await this.flush()
    } finally {
      await this.#handle.close()
      this.#unlock()
    }
  }

  async #write(): Promise<void> {
    const upTo = this.#added
    const puts = this.#pending
    this.#pending = []
    const bytes = Buffer.from(line(this.#mark(), puts))
    try {
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at, this.#length + at)
        at += bytesWritten
      }
      await this.#handle.datasync()
    } catch (error) {
      this.#pending = [...puts, ...this.#pending]
      await this.#handle.truncate(this.#length).catch(() => undefined)
      throw error
    }
    this.#length += bytes.length
    this.#durable = upTo
  }
}

interface Read {
  readonly change: Change
  readonly clock?: ClockMark
}

const line = ({ at, aheadMs }: ClockMark, puts: Change) => `${canonical({ at, aheadMs, puts })}\n`

function readState(text: string | undefined): Read {
  if (text === undefined) return { change: [] }
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1)
  if (lines.length === 0 && HEADER.startsWith(text)) return { change: [] }
  if (`${lines[0]}\n` !== HEADER) throw new Error('This is not a state file of this endpoint')
  const change: Put[] = []
  let clock: ClockMark | undefined
  for (const [i, each] of lines.slice(1).entries()) {
    const batch = readLine(each, i + 2)
    change.push(...batch.puts)
    clock = batch
  }
  return clock ? { change: collapsed(change), clock } : { change: [] }
}

function readLine(text: string, number: number): ClockMark & { readonly puts: Change } {
  try {
    const { at, aheadMs, puts } = revive(JSON.parse(text)) as unknown as ClockMark & { puts: Change }
    if (typeof at === 'number' && typeof aheadMs === 'number' && Array.isArray(puts))
      return { at, aheadMs, puts }
  } catch {
    // said below
  }
  throw new Error(`The state file is damaged at line ${number}`)
}

/** The last put of each row, where its first one stood: rows keep the order in which they came. */
function collapsed(change: Change): Change {
  const rows = new Map<string, Put>()
  for (const put of change) {
    const name = JSON.stringify([put[0], put[1]])
    if (put[2] === null) rows.delete(name)
    else rows.set(name, put)
  }
  return [...rows.values()]
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Either the old content or the new one, whenever the power goes. */
async function replace(path: string, content: string): Promise<void> {
  const fresh = `${path}.new`
  const handle = await open(fresh, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, path)
  const folder = await open(dirname(path), 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
