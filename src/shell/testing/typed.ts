import type { Shell } from '../session.ts'

/** A line in, what a terminal shows out; bytes that are no UTF-8 become the replacement character. */
export function typed(shell: Shell) {
  return async (line: string) => {
    const { stdout, stderr, exitCode } = await shell.run(line)
    return { out: new TextDecoder().decode(stdout), err: new TextDecoder().decode(stderr), exitCode }
  }
}
