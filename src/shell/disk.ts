import {
  InMemoryFs,
  type BufferEncoding,
  type CpOptions,
  type FileContent,
  type MkdirOptions,
  type RmOptions,
} from 'just-bash/browser'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Instant } from '../world/clock.ts'
import { bytesOfBinary, binaryOfBytes } from './binary-text.ts'

/** The learner's own folder: what lies here outlives the visit. */
export const HOME = '/home/learner'

/** A file below the learner's home that was written, or that is no longer there. */
export interface FileChange {
  /** Below home, folders with `/`: `notes/a.txt` */
  readonly path: string
  /** Absent: the file is gone */
  readonly bytes?: Bytes
}

export interface DiskPorts {
  /** As much as a device may give in one read */
  random(length: number): Promise<Bytes>
  now(): Promise<Instant>
  /** What was written to the terminal, as it happens */
  onOutput(stream: 'stdout' | 'stderr', bytes: Bytes): void
  onChanges(changes: readonly FileChange[]): void
}

/** One read of a device that never ends gives this much (docs/fidelity.md). */
export const DEVICE_READ = 65_536
const DISK_BYTES = 64 * 1_024 * 1_024

const OUTPUTS: ReadonlyMap<string, 'stdout' | 'stderr'> = new Map([
  ['/dev/.stdout', 'stdout'],
  ['/dev/tty', 'stdout'],
  ['/dev/.stderr', 'stderr'],
])
const ENDLESS = new Set(['/dev/urandom', '/dev/random', '/dev/zero'])
const DEVICES = new Set([...OUTPUTS.keys(), ...ENDLESS, '/dev/null'])
export const isDevice = (path: string): boolean => DEVICES.has(path)

/** Messages of the library come as text, said to be bytes. */
const BEYOND_BYTES = /[^\0-\xff]/

type WriteOptions = Parameters<InMemoryFs['writeFile']>[2]

/** The library's file system in memory, with devices of the world, the world's time, and a word about each change. */
export class Disk extends InMemoryFs {
  readonly #ports: DiskPorts
  /** Appended to since they were last told of: a loop that appends must not send the whole file each time */
  readonly #stale = new Set<string>()

  constructor(ports: DiskPorts, files: readonly FileChange[] = []) {
    super({}, { maxTotalBytes: DISK_BYTES })
    this.#ports = ports
    for (const folder of [HOME, '/tmp']) this.mkdirSync(folder, { recursive: true })
    for (const device of ['/dev/urandom', '/dev/random', '/dev/tty']) this.writeFileSync(device, '')
    for (const { path, bytes } of files) if (bytes) this.writeFileSync(`${HOME}/${path}`, bytes)
  }

  override async readFileBuffer(path: string): Promise<Uint8Array> {
    if (!DEVICES.has(path)) return super.readFileBuffer(path)
    if (path === '/dev/zero') return new Uint8Array(DEVICE_READ)
    return ENDLESS.has(path) ? this.#ports.random(DEVICE_READ) : new Uint8Array()
  }

  override async readFileBytes(path: string): ReturnType<InMemoryFs['readFileBytes']> {
    if (!DEVICES.has(path)) return super.readFileBytes(path)
    return binaryOfBytes(await this.readFileBuffer(path)) as unknown as Awaited<
      ReturnType<InMemoryFs['readFileBytes']>
    >
  }

  override async readFile(path: string, options?: Parameters<InMemoryFs['readFile']>[1]): Promise<string> {
    if (!DEVICES.has(path)) return super.readFile(path, options)
    const text = binaryOfBytes(await this.readFileBuffer(path))
    const encoding = encodingOf(options)
    return encoding === 'binary' || encoding === 'latin1'
      ? text
      : new TextDecoder().decode(bytesOfBinary(text))
  }

  override async writeFile(path: string, content: FileContent, options?: WriteOptions): Promise<void> {
    if (this.#toDevice(path, content, options)) return
    await super.writeFile(path, content, options)
    await this.#touched(path)
  }

  override async appendFile(path: string, content: FileContent, options?: WriteOptions): Promise<void> {
    if (this.#toDevice(path, content, options)) return
    await super.appendFile(path, content, options)
    await this.#dated(path)
    const file = await this.#real(path)
    if (!isTheirs(file)) return
    if (!this.#stale.has(file)) await this.tell()
    this.#stale.add(file)
  }

  override async mkdir(path: string, options?: MkdirOptions): Promise<void> {
    await super.mkdir(path, options)
    await this.#dated(path)
  }

  override async rm(path: string, options?: RmOptions): Promise<void> {
    const before = await this.#filesUnder(await this.#real(path))
    await super.rm(path, options)
    await this.#compare(before)
  }

  override async cp(source: string, target: string, options?: CpOptions): Promise<void> {
    await super.cp(source, target, options)
    await this.#touched(target)
  }

  override async mv(source: string, target: string): Promise<void> {
    const before = await this.#filesUnder(await this.#real(source))
    await super.mv(source, target)
    await this.#compare(before)
    await this.#touched(target, false)
  }

  override async link(existing: string, path: string): Promise<void> {
    await super.link(existing, path)
    await this.#touched(path)
  }

  /** The library's `touch` means the wall's now, where no date is given. */
  override async utimes(path: string, accessed: Date, modified: Date): Promise<void> {
    const wall = Math.abs(Date.now() - modified.getTime()) < 5_000
    const at = wall ? new Date(await this.#ports.now()) : modified
    await super.utimes(path, accessed, at)
  }

  /** Puts the learner's files as they are elsewhere, and tells nobody. */
  async put(files: readonly FileChange[]): Promise<void> {
    for (const { path, bytes } of files) {
      const full = `${HOME}/${path}`
      this.#stale.delete(full)
      if (bytes) await super.writeFile(full, bytes)
      else await super.rm(full, { force: true, recursive: true })
      if (bytes) await this.#dated(full)
    }
  }

  /** What was here before the first line was made at the wall's now; in this world it is of the world's now. */
  async begin(): Promise<void> {
    for (const path of ['/home', HOME, '/tmp', ...(await this.#filesUnder(HOME))]) await this.#dated(path)
  }

  /** Hands out the files that were only appended to. */
  async tell(): Promise<void> {
    if (this.#stale.size === 0) return
    const paths = [...this.#stale]
    this.#stale.clear()
    await this.#changed(paths)
  }

  #toDevice(path: string, content: FileContent, options?: WriteOptions): boolean {
    if (!DEVICES.has(path)) return false
    const stream = OUTPUTS.get(path)
    if (stream && content.length > 0) this.#ports.onOutput(stream, bytesOf(content, options))
    return true
  }

  /** Files that were at or below a path and are no longer. */
  async #compare(before: readonly string[]): Promise<void> {
    const gone: string[] = []
    for (const path of before) if (isTheirs(path) && !(await this.#isFile(path))) gone.push(path)
    for (const path of gone) this.#stale.delete(path)
    if (gone.length > 0) this.#ports.onChanges(gone.map((path) => ({ path: belowHome(path) })))
  }

  async #touched(path: string, dated = true): Promise<void> {
    if (dated) await this.#dated(path)
    const real = await this.#real(path)
    if (real === HOME || isTheirs(real)) await this.#changed(await this.#filesUnder(real))
  }

  async #changed(paths: readonly string[]): Promise<void> {
    const changes: FileChange[] = []
    for (const path of paths) {
      this.#stale.delete(path)
      if (!isTheirs(path) || !(await this.#isFile(path))) continue
      changes.push({ path: belowHome(path), bytes: owned(await super.readFileBuffer(path)) })
    }
    if (changes.length > 0) this.#ports.onChanges(changes)
  }

  /** Links are followed, so that a file has one name. */
  async #real(path: string): Promise<string> {
    const plain = this.resolvePath('/', path)
    return super.realpath(plain).catch(() => plain)
  }

  async #filesUnder(path: string): Promise<string[]> {
    const files: string[] = []
    for (const one of this.getAllPaths())
      if ((one === path || one.startsWith(`${path}/`)) && (await this.#isFile(one))) files.push(one)
    return files
  }

  #isFile(path: string): Promise<boolean> {
    return super.lstat(path).then(
      ({ isFile }) => isFile,
      () => false,
    )
  }

  async #dated(path: string): Promise<void> {
    const now = new Date(await this.#ports.now())
    await super.utimes(path, now, now).catch(() => {})
  }
}

const isTheirs = (path: string) => path.startsWith(`${HOME}/`)
const belowHome = (path: string) => path.slice(HOME.length + 1)

const encodingOf = (options?: WriteOptions | { encoding?: BufferEncoding | null }) =>
  typeof options === 'object' ? options?.encoding : options

function bytesOf(content: FileContent, options?: WriteOptions): Bytes {
  if (typeof content !== 'string') return owned(content)
  const encoding = encodingOf(options)
  const binary = (encoding === 'binary' || encoding === 'latin1') && !BEYOND_BYTES.test(content)
  return binary ? bytesOfBinary(content) : encodeUtf8(content)
}
