import { Bash, defineCommand, getCommandNames, type BashOptions, type Command } from 'just-bash/browser'
import { bound } from './bound-command.ts'
import type { ShellCommand } from './command.ts'
import { HOME, type Disk } from './disk.ts'
import type { Host } from './host.ts'
import { libraryCommands } from './library-commands.ts'
import { libraryLimits, type ShellLimits } from './limits.ts'
import { statementReader, type Statement } from './statements.ts'

/** What a new shell needs to go on where another was ended. Arrays, functions and options are not carried over. */
export interface Startup {
  readonly cwd: string
  /** Exported variables */
  readonly env: Readonly<Record<string, string>>
  /** The other plain variables, and aliases */
  readonly variables?: Readonly<Record<string, string>>
}

export interface InterpreterPorts {
  readonly commands: readonly ShellCommand[]
  readonly disk: Disk
  readonly host: Host
  readonly limits: ShellLimits
  readonly startup?: Startup
  /** How often something was written to stderr so far */
  errors(): number
}

export interface Ran {
  readonly exitCode: number
  /** What the shell itself has to say at the end, on stderr */
  readonly said: string
  readonly ended: boolean
}

const FRESH: Startup = {
  cwd: HOME,
  env: {
    HOME,
    USER: 'learner',
    LOGNAME: 'learner',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    SHELL: '/bin/bash',
    LANG: 'C.UTF-8',
  },
}

/** Commands of the library that have no place here, or that a page cannot run. */
const LEFT_OUT = new Set(['html-to-markdown', 'clear', 'help', 'history', 'gzip', 'gunzip', 'zcat'])
const OK = { stdout: '', stderr: '', exitCode: 0 }

/**
 * One execution of the library lasts as long as the shell, so that variables, functions, arrays, aliases and options
 * stay: its script has no end, and takes each statement when the learner has typed it. Every statement stands in
 * a frame, where a fatal error ends the line and not the shell, as at a prompt.
 */
export function createInterpreter({ commands, disk, host, limits, startup, errors }: InterpreterPorts) {
  const common: BashOptions = {
    fs: disk,
    executionLimits: libraryLimits(limits),
    defenseInDepth: false,
    commands: getCommandNames().filter((name) => !LEFT_OUT.has(name)) as NonNullable<BashOptions['commands']>,
    processInfo: { pid: 4242, ppid: 1 },
    sleep: (ms) => host.sleep(ms),
  }
  const read = statementReader(common)
  let state: Startup = startup ?? FRESH
  let queue: Statement[] = []
  let status = 0
  let flags = ''
  /** Whether the statement in the frame came to its own end */
  let finished = true
  /** Whether the shell still runs commands: under `set -n` it does not */
  let alive = true
  let exiting = false
  let broke = false
  let goOn: (() => void) | undefined
  let waiting: (() => void) | undefined
  let stopped: ((why: { exitCode: number; stderr: string }) => void) | undefined

  const inner: Command[] = [
    defineCommand(':wait', async () => {
      alive = true
      await new Promise<void>((resolve) => {
        goOn = resolve
        waiting?.()
      })
      return OK
    }),
    defineCommand(':status', async () => ({ ...OK, exitCode: status })),
    defineCommand(':finished', async ([code]) => {
      finished = true
      status = Number(code)
      return OK
    }),
    defineCommand(':after', async ([code, now = ''], { cwd, env, exportedEnv = {} }) => {
      alive = true
      state = { cwd, env: { ...exportedEnv }, variables: plainVariables(env, exportedEnv) }
      if (!finished) status = Number(code)
      flags = now
      await disk.tell()
      return OK
    }),
  ]
  const ours = commands.map((command) => bound(command, { disk, host }))
  const customCommands = [
    ...ours,
    // The library has a `help` of its own in bash itself; an alias gets past it.
    ...commands
      .filter(({ name }) => name === 'help')
      .map((command) => bound({ ...command, name: ':help' }, { disk, host })),
    ...libraryCommands(
      host,
      ours.find(({ name }) => name === 'printf'),
    ),
    ...inner,
  ]

  const wait = only(':wait')
  const lastpipe = only('shopt -s lastpipe')
  const after = only(':after "$?" "$-"')
  const toTerminal = commandsOf(only(': >/dev/.stdout'))[0]?.redirections ?? []
  const framed = frame(':status;')
  // Under `set -e` the failure of the statement before would end the shell once more.
  const framedAfterFailure = frame('')

  function only(text: string): Statement {
    const statement = { ...(read(text).statements[0] as Statement) }
    delete statement.sourceText
    return statement
  }

  /**
   * In a pipeline the library catches what is fatal; `lastpipe` keeps the last part of it in the shell itself.
   * `case` leaves `$?` and errors alone, where braces would not.
   */
  function frame(status: string): (statement: Statement) => Statement {
    const outer = only(
      `: | case x in x) shopt -u lastpipe; ${status} case x in x) :;; esac >/dev/.stdout 2>/dev/.stderr; :finished "$?";; esac`,
    )
    const body = (commandsOf(outer)[1] as Case).items[0]?.body ?? []
    for (const each of body) delete each.sourceText
    const redirected = body.map((each) => commandsOf(each)[0]).find((each) => each?.type === 'Case') as Case
    const place = redirected.items[0] as { body: Statement[] }
    return (statement) => {
      place.body = [withBytesShown(statement)]
      return outer
    }
  }

  /**
   * The library makes text of what a statement shows, and then a byte above 7f and the character of that number are
   * the same. A simple command at the end of a pipeline is sent to the terminal itself, as the bytes it wrote.
   */
  function withBytesShown(statement: Statement): Statement {
    const pipelines = statement.pipelines.map((pipeline) => {
      const last = pipeline.commands.at(-1)
      if (last?.type !== 'SimpleCommand' || !last.name || isExec(last.name)) return pipeline
      const sent = { ...last, redirections: [...toTerminal, ...last.redirections] }
      return { ...pipeline, commands: [...pipeline.commands.slice(0, -1), sent] }
    })
    return { ...statement, pipelines }
  }

  function* script(): Generator<Statement> {
    yield only('shopt -s expand_aliases')
    yield only('alias help=:help')
    for (const [name, value] of Object.entries(state.variables ?? {})) yield only(`${name}=${quoted(value)}`)
    for (;;) {
      alive = false
      yield wait
      if (!alive) return
      while (queue.length > 0) {
        yield lastpipe
        finished = false
        alive = false
        const heard = errors()
        const inFrame = status !== 0 && flags.includes('e') ? framedAfterFailure : framed
        yield inFrame(queue.shift() as Statement)
        yield after
        if (!alive) {
          finished = true
          return
        }
        if (finished) continue
        // Every fatal error says why, and `exit` says nothing.
        exiting = errors() === heard
        broke = true
        queue = []
        if (exiting) return
      }
    }
  }

  function start(): Promise<void> {
    const bash = new Bash({ ...common, cwd: state.cwd, env: { ...state.env }, customCommands })
    let mine = true
    bash.registerTransformPlugin({
      name: 'lab-session',
      transform({ ast, metadata }) {
        // `bash -c` comes through here as well, with a script of its own.
        if (!mine) return { ast, metadata }
        mine = false
        const statements = Object.assign([] as Statement[], { [Symbol.iterator]: script })
        return { ast: { ...ast, statements }, metadata }
      },
    })
    const ready = new Promise<void>((resolve) => (waiting = resolve))
    void bash.exec(':').then(
      (result) => stopped?.(result),
      (error: unknown) => stopped?.({ exitCode: 126, stderr: `bash: ${String(error)}\n` }),
    )
    return ready
  }

  let ready: Promise<void> | undefined

  async function run(text: string): Promise<Ran> {
    await (ready ??= start())
    const { statements, refusal = '' } = read(text)
    let said = ''
    let ended = false
    broke = false
    exiting = false
    if (statements.length > 0) {
      queue = [...statements]
      const stop = await new Promise<{ exitCode: number; stderr: string } | undefined>((resolve) => {
        stopped = resolve
        waiting = () => resolve(undefined)
        ;(goOn as () => void)()
      })
      if (stop) {
        const exhausted = stop.exitCode === 126 || stop.exitCode === 124
        if (exhausted) said = stop.stderr
        ended = !exhausted && !finished
        if (exhausted || ended) status = ended && exiting ? status : stop.exitCode
        if (ended) state = FRESH
        broke = true
        queue = []
        ready = start()
        await ready
      }
    }
    if (refusal !== '' && !broke) {
      said = refusal
      status = 2
    }
    const exitCode = status
    if (ended) status = 0
    return { exitCode, said, ended }
  }

  return {
    run,
    startup: () => state,
    /** In a frame the library leaves out who speaks; and at a prompt such an error ends the line. */
    corrected(message: string): string {
      if (!UNSIGNED.test(message)) return message
      queue = []
      broke = true
      return message.replace(UNSIGNED, '$1bash: $2')
    },
    /** What can be typed as a command, without functions and aliases */
    names: (): readonly string[] =>
      [
        ...new Set([
          ...getCommandNames().filter((name) => !LEFT_OUT.has(name)),
          ...customCommands.map(({ name }) => name),
          ...BUILT_INTO_BASH,
        ]),
      ]
        .filter((name) => !name.startsWith(':'))
        .toSorted(),
  }
}

const BUILT_INTO_BASH = [
  'alias',
  'cd',
  'declare',
  'eval',
  'exit',
  'export',
  'let',
  'local',
  'mapfile',
  'read',
  'readonly',
  'return',
  'set',
  'shift',
  'shopt',
  'source',
  'test',
  'type',
  'unalias',
  'unset',
  'wait',
]

const UNSIGNED = /(^|\n)((?:[A-Za-z_]\w*: unbound variable|division by 0)\n)$/

type Pipelines = Statement['pipelines']
type CommandNode = Pipelines[number]['commands'][number]
type Case = Extract<CommandNode, { type: 'Case' }>

/** Its redirections are for good: the terminal must not be one of them. */
const isExec = ({ parts }: { readonly parts: readonly unknown[] }) => JSON.stringify(parts).includes('"exec"')

const commandsOf = (statement: Statement) => (statement.pipelines[0] as Pipelines[number]).commands

const KEPT_BY_THE_SHELL = new Set([
  'IFS',
  'PWD',
  'OLDPWD',
  'OPTIND',
  'SHELLOPTS',
  'BASHOPTS',
  'OSTYPE',
  'MACHTYPE',
  'HOSTTYPE',
  'HOSTNAME',
])

function plainVariables(env: ReadonlyMap<string, string>, exported: Readonly<Record<string, string>>) {
  const plain: Record<string, string> = {}
  for (const [name, value] of env)
    if (/^[A-Za-z_]\w*$/.test(name) && !KEPT_BY_THE_SHELL.has(name) && !Object.hasOwn(exported, name))
      plain[name] = value
  return plain
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
