import type { Bytes } from '../bytes/bytes.ts'
import type { Files } from './files.ts'
import type { Host } from './host.ts'

/** What a command of ours has in its hands. */
export interface CommandContext {
  readonly name: string
  /** After the command's name, as the shell split them */
  readonly args: readonly string[]
  readonly stdin: Bytes
  /** Paths are resolved against the working directory */
  readonly files: Files
  readonly cwd: string
  /** Exported variables only, as a real process would get them */
  readonly env: ReadonlyMap<string, string>
  readonly host: Host
  /** Aborted when the learner presses Ctrl-C */
  readonly signal?: AbortSignal
}

/** Bytes throughout: text is UTF-8 only where a command writes text (D15). */
export interface CommandResult {
  readonly stdout: Bytes
  readonly stderr: Bytes
  /** 0 to 255, as the real command gives it */
  readonly exitCode: number
}

/** One command that people type: one file, one line in commands/index.ts. */
export interface ShellCommand {
  readonly name: string
  /** One line for `help` */
  readonly summary: string
  /** The page that `man` shows, with what differs from the real command */
  readonly manual: string
  run(context: CommandContext): Promise<CommandResult>
  /** What may come next on its line. @param words after the command's name; the last one is being typed and may be empty */
  complete?(
    words: readonly string[],
    context: Pick<CommandContext, 'files' | 'host' | 'cwd'>,
  ): Promise<readonly Completion[]>
}

export interface Completion {
  /** What the word becomes */
  readonly value: string
  /** A few words beside it, for instance the description of a key */
  readonly hint?: string
}
