import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bytes } from '../bytes/bytes.ts'
import { serviceModels } from '../wire/service-models.ts'
import type { WireRequest, WireResponse } from '../wire/message.ts'
import type { Instant } from '../world/clock.ts'
import { days } from '../world/clock.ts'
import { actingNow } from './acting.ts'
import { refuseCredentials } from './guard.ts'
import type { Lab } from './lab.ts'
import { historyLines, keepLine } from './line-history.ts'
import { LabRefusal } from './refusal.ts'
import type { Session } from './session.ts'
import { ShellFiles } from './shell-files.ts'
import { MAX_LINE, type Completions, type RunningShell, type ShellPort } from './shell-port.ts'
import { ACCOUNT } from './stage.ts'
import { namesOf } from './key-names.ts'
import { typedCall, type TypedCall } from './typed-call.ts'
import { askDesk } from './desk.ts'
import { says } from './words.ts'

/** Entries of this visit that the console can show, and how much they may hold together. */
const MAX_ENTRIES = 300
const MAX_KEPT_BYTES = 16 * 1_048_576
const MAX_RANDOM = 65_536
const LONGEST_SLEEP = days(3_660)

/** One line with what became of it. Kept in memory for this visit only: outputs may be secret. */
export interface TerminalEntry {
  readonly number: number
  readonly line: string
  /** Whom the learner acted as, where, and in which folder, when the line began */
  readonly prompt: Prompt
  readonly stdout: Bytes
  readonly stderr: Bytes
  readonly exitCode: number
  readonly at: Instant
  /** Virtual time that passed, in milliseconds */
  readonly duration: number
  /** Numbers of the audit records this line caused */
  readonly eventNumbers: readonly number[]
  readonly calls: readonly TypedCall[]
  /** What the learner should know of their files: one sentence each */
  readonly notes: readonly string[]
}

export interface Prompt {
  readonly as: string
  readonly region: string
  readonly cwd: string
}

export interface TerminalState {
  /** `absent`: this session has no shell, as in a demonstration */
  readonly phase: 'absent' | 'idle' | 'loading' | 'ready' | 'failed'
  readonly failure?: string | undefined
  readonly entries: readonly TerminalEntry[]
  /** The line on its way */
  readonly running?: string | undefined
  readonly cwd: string
  /** A file for the learner's computer, which `lab save` made; a screen takes it away */
  readonly offered?: { readonly bytes: Bytes } | undefined
}

/** The learner's terminal: a shell beside the engine, which it reaches by requests alone. */
export interface Terminal {
  readonly store: StoreApi<TerminalState>
  /** Loads the shell, once; after a failure it is tried again. Never rejects. */
  open(): Promise<void>
  /**
   * Runs a line and shows it as an entry. `unfinished`: the shell needs more lines, and nothing happened.
   *
   * @throws LabRefusal before anything is kept: what looks like a credential, a line that is too long, a tab that only looks
   */
  run(line: string): Promise<TerminalEntry | 'unfinished'>
  /** Ends the running line */
  cancel(): void
  complete(line: string, cursor: number): Promise<Completions>
  /** Lines of this workspace, oldest first */
  history(): readonly string[]
  /** Takes the entries away, not the history */
  clear(): void
  /** Hands out what `lab save` made, once */
  takeOffered(): Bytes | undefined
  /** Another world: a new shell, without the variables and the folder of before */
  renew(): void
  close(): void
}

export interface TerminalPorts {
  readonly session: Session
  readonly lab: Omit<Lab, 'terminal'>
  readonly shell: ShellPort | undefined
}

const HOME = '~'

export function createTerminal({ session, lab, shell: port }: TerminalPorts): Terminal {
  const { tables, world } = session
  const store = createStore<TerminalState>(() => ({
    phase: port ? 'idle' : 'absent',
    entries: [],
    cwd: HOME,
  }))
  const files = new ShellFiles(session)
  let running: RunningShell | undefined
  let opening: Promise<void> | undefined
  let calls: TypedCall[] = []
  let number = 0
  let stale = false

  async function send(request: WireRequest): Promise<WireResponse> {
    // What a lab looks at when a call is judged must be there as the learner sees it.
    await files.keep()
    const at = world.clock.now()
    const response = await lab.send(request)
    calls.push(typedCall(session, request, response, at))
    return response
  }

  const host = {
    models: serviceModels(),
    send,
    // Recorded with the next change: the file or the call that these bytes are for.
    random: (length: number) =>
      session.inTurn(() => {
        session.requireWritable()
        if (!(length >= 0 && length <= MAX_RANDOM)) throw new RangeError('at most 64 KiB at a time')
        return world.entropy.bytes(length)
      }),
    now: async () => world.clock.now(),
    async sleep(ms: number) {
      if (!(ms >= 0)) throw new RangeError('time moves forward only')
      await files.keep()
      await lab.moveClock(world.clock.now() + Math.ceil(Math.min(ms, LONGEST_SLEEP)))
    },
    async identity() {
      const { as, region } = actingNow(tables)
      return { profile: as, region, account: ACCOUNT }
    },
    names: async () => namesOf(tables),
    lab: {
      async ask(words: readonly string[]) {
        await files.keep()
        return askDesk(words, { session, lab, offer: (bytes) => store.setState({ offered: { bytes } }) })
      },
    },
  }

  async function load(from: ShellPort): Promise<void> {
    store.setState({ phase: 'loading', failure: undefined })
    try {
      running = await from.open({
        host,
        files: files.all(),
        history: historyLines(tables),
        onFiles: (changes) => files.changed(changes),
      })
      store.setState({ phase: 'ready', cwd: HOME })
    } catch (error) {
      opening = undefined
      store.setState({ phase: 'failed', failure: error instanceof Error ? error.message : String(error) })
    }
  }

  function open(): Promise<void> {
    if (!port) return Promise.resolve()
    opening ??= load(port)
    return opening
  }

  function leave(): void {
    running?.close()
    running = undefined
    opening = undefined
    files.forget()
    stale = false
    store.setState({ phase: port ? 'idle' : 'absent', cwd: HOME })
  }

  async function inSync(): Promise<RunningShell> {
    await open()
    if (!running) throw new LabRefusal(says.noShell(store.getState().failure ?? ''))
    await running.take(files.elsewhere())
    return running
  }

  /** What was on disk and in the journal stays; a new shell begins in the home folder. */
  function broke(error: unknown): never {
    leave()
    const failure = error instanceof Error ? error.message : String(error)
    store.setState({ phase: 'failed', failure })
    throw new LabRefusal(says.shellBroke(failure))
  }

  function withEntry(entry: TerminalEntry): readonly TerminalEntry[] {
    let left = MAX_KEPT_BYTES
    const entries = [...store.getState().entries, entry].slice(-MAX_ENTRIES)
    const from = entries.findLastIndex(({ stdout, stderr }) => (left -= stdout.length + stderr.length) < 0)
    return entries.slice(Math.min(from + 1, entries.length - 1))
  }

  async function run(line: string): Promise<TerminalEntry | 'unfinished'> {
    if (line.length > MAX_LINE) throw new LabRefusal(says.lineTooLong)
    refuseCredentials(line, 'outside')
    session.requireWritable()
    if (store.getState().running !== undefined) throw new LabRefusal(says.lineRuns)
    store.setState({ running: line })
    try {
      const shell = await inSync()
      const at = world.clock.now()
      const prompt = { ...actingNow(tables), cwd: store.getState().cwd }
      calls = []
      const result = await shell
        .run(line)
        .catch(broke)
        .finally(() => files.keep())
      if (result.unfinished) return 'unfinished'
      const entry: TerminalEntry = {
        number: ++number,
        line,
        prompt,
        stdout: result.stdout,
        stderr: result.stderr,
        exitCode: result.exitCode,
        at,
        duration: Math.max(0, world.clock.now() - at),
        eventNumbers: calls.flatMap(({ eventNumber }) => eventNumber ?? []),
        calls,
        notes: files.takeNotes(),
      }
      await keepLine(session, line).finally(() => {
        // One change for the screen, which draws the answer at once.
        store.setState({ cwd: result.cwd, entries: withEntry(entry), running: undefined })
      })
      return entry
    } finally {
      store.setState({ running: undefined })
      if (stale) leave()
    }
  }

  return {
    store,
    open,
    run,
    cancel: () => running?.cancel(),
    async complete(line, cursor) {
      if (!running || line.length > MAX_LINE || store.getState().running !== undefined)
        return { from: cursor, to: cursor, items: [] }
      await running.take(files.elsewhere())
      return running.complete(line, cursor)
    },
    history: () => historyLines(tables),
    clear: () => store.setState({ entries: [] }),
    takeOffered() {
      const { offered } = store.getState()
      if (offered) store.setState({ offered: undefined })
      return offered?.bytes
    },
    renew() {
      store.setState({ entries: [] })
      if (store.getState().running === undefined) leave()
      else stale = true
    },
    close: () => running?.close(),
  }
}
