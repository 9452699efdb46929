import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import type { Completions } from './complete.ts'
import type { FileChange } from './disk.ts'
import type { Host } from './host.ts'
import type { Startup } from './interpreter.ts'
import { SHELL_LIMITS, tooLong, type ShellLimits } from './limits.ts'
import type { RunResult, Shell, Stream } from './session.ts'
import type { FromWorker, MessagePort, Question, ToWorker } from './shell-worker-protocol.ts'

export interface WorkerPort extends MessagePort {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

export interface WorkerShellOptions {
  readonly host: Host
  /** A new Worker that runs shell-worker.ts */
  spawn(): WorkerPort
  readonly files?: readonly FileChange[]
  readonly startup?: Startup
  readonly history?: readonly string[]
  readonly limits?: Partial<ShellLimits>
  onChanges?(changes: readonly FileChange[]): void
  onOutput?(stream: Stream, bytes: Bytes): void
}

/** How a line came to its end: by itself, by Ctrl-C, or because its Worker broke. */
export interface WorkerRunResult extends RunResult {
  readonly stopped?: 'interrupted' | 'broken'
}

export interface WorkerShell extends Pick<Shell, 'complete' | 'put' | 'startup'> {
  run(line: string): Promise<WorkerRunResult>
  /** Ends what runs, at once; files, folder and variables stay. Nothing is ever run again. */
  cancel(): void
  /** When the shell can take a line. Fails when its code could not be loaded; the next line tries again. */
  ready(): Promise<void>
  close(): void
}

const INTERRUPTED = 130
const BROKEN = 137

interface Running {
  readonly id: number
  readonly resolve: (result: WorkerRunResult) => void
  readonly parts: Record<Stream, Bytes[]>
  readonly changed: Map<string, FileChange>
}

/** A shell in a Worker, so that a line that never ends freezes nothing and can be ended from outside. */
export function workerShell(options: WorkerShellOptions): WorkerShell {
  const { host } = options
  const line = options.limits?.line ?? SHELL_LIMITS.line
  const files = new Map((options.files ?? []).map((change) => [change.path, change]))
  const history = [...(options.history ?? [])]
  let startup = options.startup
  let worker: WorkerPort | undefined
  let ready: Promise<void> | undefined
  let running: Running | undefined
  let before: Promise<unknown> = Promise.resolve()
  let lastId = 0
  const completing = new Map<number, (completions: Completions) => void>()
  const putting = new Map<number, () => void>()

  function open(): Promise<void> {
    const mine = options.spawn()
    worker = mine
    const opened = new Promise<void>((resolve, reject) => {
      const broke = (event: Event) => {
        event.preventDefault?.()
        if (worker !== mine) return
        drop()
        const why = (event as ErrorEvent).message ?? 'a message could not be read'
        reject(new Error(`the shell broke: ${why}`))
        finish(BROKEN, 'broken', `lab: the shell broke and is started anew. This line was not run again.\n`)
      }
      mine.addEventListener('error', broke)
      mine.addEventListener('messageerror', broke)
      mine.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (worker !== mine) return
        if (data?.type === 'ready') resolve()
        else hear(data, mine)
      })
    })
    opened.catch(() => {})
    const { limits } = options
    post(mine, {
      type: 'start',
      models: host.models,
      hasLab: host.lab !== undefined,
      files: [...files.values()],
      history,
      ...(startup && { startup }),
      ...(limits && { limits }),
    })
    ready = opened
    return opened
  }

  function hear(message: FromWorker, from: WorkerPort): void {
    switch (message?.type) {
      case 'ask':
        return void answer(message, from)
      case 'output':
        running?.parts[message.stream].push(message.bytes)
        return options.onOutput?.(message.stream, message.bytes)
      case 'changes':
        keep(message.changes)
        for (const change of message.changes) running?.changed.set(change.path, change)
        return options.onChanges?.(message.changes)
      case 'ran': {
        if (running?.id !== message.id) return
        startup = message.startup
        const { resolve } = running
        running = undefined
        return resolve(message.result)
      }
      case 'completed':
        completing.get(message.id)?.(message.completions)
        return void completing.delete(message.id)
      case 'put':
        putting.get(message.id)?.()
        return void putting.delete(message.id)
      case 'failed':
        if (running?.id === message.id)
          finish(BROKEN, 'broken', `lab: a bug of the shell, not of your line: ${message.message}\n`)
        completing.get(message.id)?.(NOTHING)
        completing.delete(message.id)
        putting.get(message.id)?.()
        return void putting.delete(message.id)
      default:
    }
  }

  function keep(changes: readonly FileChange[]): void {
    for (const change of changes) {
      if (change.bytes) files.set(change.path, change)
      else files.delete(change.path)
    }
  }

  async function answer({ id, question, args }: Extract<FromWorker, { type: 'ask' }>, from: WorkerPort) {
    let reply: ToWorker
    try {
      reply = { type: 'answer', id, value: await QUESTIONS[question](host, args as never) }
    } catch (error) {
      reply = { type: 'refusal', id, message: error instanceof Error ? error.message : String(error) }
    }
    // A Worker that was ended in between hears nothing, and what it asked for is not asked again.
    if (worker === from) post(from, reply)
  }

  function finish(exitCode: number, stopped: 'interrupted' | 'broken', sentence = ''): void {
    const over = running
    running = undefined
    for (const done of completing.values()) done(NOTHING)
    completing.clear()
    // Their files are with us, and so with the next Worker.
    for (const done of putting.values()) done()
    putting.clear()
    over?.resolve({
      stdout: concatBytes(...over.parts.stdout),
      stderr: concatBytes(...over.parts.stderr, encodeUtf8(sentence)),
      exitCode,
      cwd: startup?.cwd ?? '/home/learner',
      changed: [...over.changed.values()],
      stopped,
    })
  }

  function drop(): void {
    worker?.terminate()
    worker = undefined
    ready = undefined
  }

  async function runNow(text: string): Promise<WorkerRunResult> {
    const id = ++lastId
    return new Promise((resolve) => {
      running = { id, resolve, parts: { stdout: [], stderr: [] }, changed: new Map() }
      if (!worker) void open()
      if (text.trim() !== '') history.push(text)
      if (worker) post(worker, { type: 'run', id, line: text })
    })
  }

  return {
    run(text) {
      // Counted before it is copied to the Worker: somebody may paste a whole file.
      const length = text.length > line ? text.length : encodeUtf8(text).length
      const done = before.then(() => (length > line ? refused(length) : runNow(text)))
      before = done
      return done
    },
    async complete(text, cursor) {
      if (running) return NOTHING
      if (!worker) void open()
      const id = ++lastId
      return new Promise((resolve) => {
        completing.set(id, resolve)
        if (worker) post(worker, { type: 'complete', id, line: text, cursor })
      })
    },
    async put(changes) {
      keep(changes)
      const mine = worker
      if (!mine) return
      const id = ++lastId
      await new Promise<void>((resolve) => {
        putting.set(id, resolve)
        post(mine, { type: 'put', id, files: changes })
      })
    },
    startup: () => startup ?? { cwd: '/home/learner', env: {} },
    cancel() {
      if (!running) return
      drop()
      finish(INTERRUPTED, 'interrupted', '^C\n')
      void open()
    },
    ready: () => ready ?? open(),
    close() {
      drop()
      finish(INTERRUPTED, 'interrupted')
    },
  }

  function refused(length: number): WorkerRunResult {
    return {
      stdout: new Uint8Array(),
      stderr: encodeUtf8(tooLong(length, line)),
      exitCode: 2,
      cwd: startup?.cwd ?? '/home/learner',
      changed: [],
    }
  }
}

const NOTHING: Completions = { from: 0, to: 0, items: [] }
const MOST_RANDOM = 65_536

const post = (worker: WorkerPort, message: ToWorker) => worker.postMessage(message)

/** Only these can be asked, and only so. */
const QUESTIONS: { readonly [Q in Question]: (host: Host, args: never) => Promise<unknown> } = {
  send: (host, [request]: [Parameters<Host['send']>[0]]) => host.send(request),
  random: (host, [length]: [number]) => {
    if (!Number.isInteger(length) || length < 0 || length > MOST_RANDOM)
      throw new RangeError('too many random bytes')
    return host.random(length)
  },
  now: (host) => host.now(),
  sleep: (host, [ms]: [number]) => host.sleep(ms),
  identity: (host) => host.identity(),
  names: async (host) => (await host.names?.()) ?? [],
  lab: (host, [words]: [readonly string[]]) => {
    if (!host.lab) throw new Error('there is no lab here')
    return host.lab.ask(words)
  },
}
