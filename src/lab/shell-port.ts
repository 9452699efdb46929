import type { Bytes } from '../bytes/bytes.ts'
import type { Completion } from '../shell/command.ts'
import type { Host } from '../shell/host.ts'

/** Longer input is no line that anybody typed (T12). */
export const MAX_LINE = 100_000

/** The learner's files as the shell sees them: the path below the home folder, and null for one that is gone. */
export type FileChanges = ReadonlyMap<string, Bytes | null>

export interface ShellOptions {
  readonly host: Host
  readonly files: ReadonlyMap<string, Bytes>
  /** Lines of before, oldest first, for `history` */
  readonly history: readonly string[]
  /** Hears of files below the home folder as they change, also while a line runs */
  readonly onFiles: (changes: FileChanges) => void
}

export interface LineResult {
  readonly stdout: Bytes
  readonly stderr: Bytes
  readonly exitCode: number
  /** The working directory after the line, `~` for the home folder */
  readonly cwd: string
  /** A quote, a loop or a here-document is open: nothing ran, and more lines are needed */
  readonly unfinished?: true
}

/** What may stand where the cursor is. */
export interface Completions {
  /** The part of the line that a choice replaces */
  readonly from: number
  readonly to: number
  readonly items: readonly Completion[]
}

export type { Completion }

/** A shell that runs. One line at a time. */
export interface RunningShell {
  /** Never rejects for what a learner typed. @throws Error when the shell itself broke; it can be opened anew */
  run(line: string): Promise<LineResult>
  complete(line: string, cursor: number): Promise<Completions>
  /** Ends the running line, whatever it does; its promise is fulfilled with exit code 130. Files are kept. */
  cancel(): void
  /** Takes over files that changed elsewhere */
  take(changes: FileChanges): Promise<void>
  close(): void
}

/** Where shells come from: a Worker in a page, the same thread in a test. */
export interface ShellPort {
  open(options: ShellOptions): Promise<RunningShell>
}
