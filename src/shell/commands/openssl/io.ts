import { concatBytes, type Bytes } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { CommandContext, CommandResult } from '../../command.ts'
import { FileError } from '../../files.ts'

/** The command has ended with what it said so far. */
export class Stop extends Error {
  override readonly name = 'Stop'
  readonly exitCode: number

  constructor(exitCode = 1) {
    super(`exit ${exitCode}`)
    this.exitCode = exitCode
  }
}

/** A line of OpenSSL's error queue begins with the number of the thread, which means nothing to anybody. */
const THREAD = '4017B43F5D7F0000'

/** What a subcommand reads, writes and says. */
export class Io {
  readonly context: CommandContext
  readonly #out: Bytes[] = []
  readonly #err: Bytes[] = []

  constructor(context: CommandContext) {
    this.context = context
  }

  out(what: string | Bytes): void {
    this.#out.push(typeof what === 'string' ? encodeUtf8(what) : what)
  }

  err(line: string): void {
    this.#err.push(encodeUtf8(`${line}\n`))
  }

  /** One line of the error queue. @param what from the code on, as OpenSSL prints it */
  queue(what: string): void {
    this.err(`${THREAD}:error:${what}`)
  }

  /** Says why, and ends the command. */
  fail(...lines: readonly string[]): never {
    for (const line of lines) this.err(line)
    throw new Stop()
  }

  /** A file, or the standard input. @param mode with which the real one opens it; only its error text shows that */
  async read(path: string | undefined, mode: 'r' | 'rb' = 'rb'): Promise<Bytes> {
    if (path === undefined || path === '-') return this.context.stdin
    try {
      return await this.context.files.read(path)
    } catch (error) {
      return this.#cannotOpen(path, 'reading', mode, error)
    }
  }

  /** To a file, or to the standard output. */
  async write(path: string | undefined, bytes: Bytes): Promise<void> {
    if (path === undefined || path === '-') return this.out(bytes)
    try {
      await this.context.files.write(path, bytes)
    } catch (error) {
      this.#cannotOpen(path, 'writing', 'wb', error)
    }
  }

  #cannotOpen(path: string, how: string, mode: string, error: unknown): never {
    if (!(error instanceof FileError)) throw error
    const said = error.message
    this.err(`Can't open "${path}" for ${how}, ${said}`)
    this.queue(
      `${SYSTEM[error.code]}:system library:BIO_new_file:${said}:../crypto/bio/bss_file.c:67:calling fopen(${path}, ${mode})`,
    )
    this.queue(
      error.code === 'ENOENT'
        ? '10000080:BIO routines:BIO_new_file:no such file:../crypto/bio/bss_file.c:75:'
        : '10080002:BIO routines:BIO_new_file:system lib:../crypto/bio/bss_file.c:77:',
    )
    throw new Stop()
  }

  result(exitCode: number): CommandResult {
    return { stdout: concatBytes(...this.#out), stderr: concatBytes(...this.#err), exitCode }
  }
}

/** errno in hexadecimal with the flag of a system error. */
const SYSTEM: Readonly<Record<FileError['code'], string>> = {
  ENOENT: '80000002',
  EACCES: '8000000D',
  EEXIST: '80000011',
  ENOTDIR: '80000014',
  EISDIR: '80000015',
  EFBIG: '8000001B',
}

/** One `openssl` subcommand. @returns its exit code */
export type Subcommand = (io: Io, args: readonly string[], name: string) => Promise<number>
