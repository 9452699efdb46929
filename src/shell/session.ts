import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { binaryOfBytes, bytesOfBinary } from './binary-text.ts'
import type { ShellCommand } from './command.ts'
import { complete, type Completions } from './complete.ts'
import { Disk, HOME, type FileChange } from './disk.ts'
import { filesOf } from './disk-files.ts'
import type { Host } from './host.ts'
import { createInterpreter, type Startup } from './interpreter.ts'
import { SHELL_LIMITS, tooLong, type ShellLimits } from './limits.ts'
import { sessionCommands } from './session-commands.ts'

export interface ShellOptions {
  readonly host: Host
  readonly commands: readonly ShellCommand[]
  /** The learner's files, below home */
  readonly files?: readonly FileChange[]
  readonly startup?: Startup
  /** Earlier lines, oldest first, for `history` */
  readonly history?: readonly string[]
  readonly limits?: Partial<ShellLimits>
  /** Files of the learner, as soon as each is written */
  onChanges?(changes: readonly FileChange[]): void
  /** What a line shows, as soon as each of its statements is done */
  onOutput?(stream: Stream, bytes: Bytes): void
}

export type Stream = 'stdout' | 'stderr'

export interface RunResult {
  readonly stdout: Bytes
  readonly stderr: Bytes
  readonly exitCode: number
  readonly cwd: string
  /** Files below home that this line wrote or removed: the last word on each */
  readonly changed: readonly FileChange[]
  /** By `exit`, or by a failure under `set -e`: the shell is over, and a new one stands in its place */
  readonly ended?: true
}

export interface Shell {
  /** One line, or a script of many. One at a time: the next waits for the one before. */
  run(line: string): Promise<RunResult>
  complete(line: string, cursor: number): Promise<Completions>
  /** Puts files below home that were made or removed outside, between two lines. They are not handed out. */
  put(files: readonly FileChange[]): Promise<void>
  /** What a new shell needs to go on where this one is ended between two lines */
  startup(): Startup
}

/** A bash over the world, with our commands in it. */
export function createShell(options: ShellOptions): Shell {
  const limits = { ...SHELL_LIMITS, ...options.limits }
  const history = [...(options.history ?? [])]
  const clock = worldClock(options.host)
  const host = clock.host
  const shown = shownOutput(limits.output, options.onOutput)
  let changed = new Map<string, FileChange>()

  const disk = new Disk(
    {
      random: (length) => host.random(length),
      now: clock.now,
      onOutput(stream, bytes) {
        if (stream === 'stdout' || bytes.length > SHORT) return shown.add(stream, bytes)
        const message = binaryOfBytes(bytes)
        const corrected = interpreter.corrected(message)
        shown.add(stream, corrected === message ? bytes : bytesOfBinary(corrected))
      },
      onChanges(changes) {
        for (const change of changes) changed.set(change.path, change)
        options.onChanges?.(changes)
      },
    },
    options.files,
  )
  // No later than the first line; a host that has no time yet leaves the dates as they are.
  let before: Promise<unknown> = disk.begin().catch(() => {})
  const commands = [...options.commands]
  commands.push(...sessionCommands({ commands: () => commands, history: () => history }))
  const interpreter = createInterpreter({
    commands,
    disk,
    host,
    limits,
    errors: () => shown.errors(),
    ...(options.startup && { startup: options.startup }),
  })

  async function runNow(line: string): Promise<RunResult> {
    shown.clear()
    clock.forget()
    changed = new Map()
    const bytes = encodeUtf8(line)
    if (bytes.length > limits.line) {
      shown.add('stderr', encodeUtf8(tooLong(bytes.length, limits.line)))
      return result(2)
    }
    if (line.trim() !== '') history.push(line)
    const { exitCode, said, ended } = await interpreter.run(line)
    if (said !== '') shown.add('stderr', encodeUtf8(said))
    return result(exitCode, ended)
  }

  const result = (exitCode: number, ended = false): RunResult => ({
    ...shown.taken(),
    exitCode,
    cwd: interpreter.startup().cwd,
    changed: [...changed.values()],
    ...(ended && { ended }),
  })

  return {
    run(line) {
      const done = before.then(() => runNow(line))
      before = done.catch(() => {})
      return done
    },
    put(files) {
      const done = before.then(() => {
        clock.forget()
        return disk.put(files)
      })
      before = done.catch(() => {})
      return done
    },
    async complete(line, cursor) {
      await before
      const { cwd, env, variables } = interpreter.startup()
      const noStreams = { stdin: new Uint8Array(), toStdout() {}, toStderr() {} }
      return complete(line, cursor, {
        commands,
        names: interpreter.names(),
        variables: Object.keys({ ...env, ...variables }),
        home: HOME,
        context: { files: filesOf(disk, cwd, noStreams), host, cwd },
      })
    },
    startup: interpreter.startup,
  }
}

const SHORT = 4_096

/** Asks for the time once, until something happened that may have moved it. */
function worldClock(outer: Host) {
  let asked: Promise<number> | undefined
  const forget = () => {
    asked = undefined
  }
  const after = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } finally {
      forget()
    }
  }
  const { lab, names } = outer
  const host: Host = {
    models: outer.models,
    send: (request) => after(outer.send(request)),
    random: (length) => outer.random(length),
    now: () => outer.now(),
    sleep: (ms) => after(outer.sleep(ms)),
    identity: () => outer.identity(),
    ...(names && { names: () => names() }),
    ...(lab && { lab: { ask: (words) => after(lab.ask(words)) } }),
  }
  return { host, forget, now: () => (asked ??= outer.now()) }
}

/** What one line has written to the terminal, bounded. */
function shownOutput(most: number, onOutput: ShellOptions['onOutput']) {
  let parts: Record<Stream, Bytes[]> = { stdout: [], stderr: [] }
  let left = most
  const give = (stream: Stream, bytes: Bytes) => {
    parts[stream].push(bytes)
    onOutput?.(stream, bytes)
  }
  return {
    add(stream: Stream, bytes: Bytes): void {
      if (left < 0) return
      const kept = bytes.length <= left ? bytes : bytes.slice(0, left)
      left -= bytes.length
      if (kept.length > 0) give(stream, kept)
      if (left < 0)
        give('stderr', encodeUtf8(`\nlab: the output goes on; only its first ${most} bytes are shown\n`))
    },
    clear(): void {
      parts = { stdout: [], stderr: [] }
      left = most
    },
    /** How often something was written to stderr */
    errors: () => parts.stderr.length,
    taken: () => ({ stdout: concatBytes(...parts.stdout), stderr: concatBytes(...parts.stderr) }),
  }
}
