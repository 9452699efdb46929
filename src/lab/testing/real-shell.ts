import { commands } from '../../shell/commands/index.ts'
import { createShell } from '../../shell/session.ts'
import type { ShellPort } from '../shell-port.ts'

/** The shell that learners have, on the thread of the test. */
export const realShell: ShellPort = {
  async open({ host, files, history, onFiles }) {
    const shell = createShell({
      host,
      commands,
      files: Array.from(files, ([path, bytes]) => ({ path, bytes })),
      history,
      onChanges: (changes) => onFiles(new Map(changes.map(({ path, bytes }) => [path, bytes ?? null]))),
    })
    return {
      run: (line) => shell.run(line),
      complete: (line, cursor) => shell.complete(line, cursor),
      cancel() {},
      take: (changes) =>
        shell.put(Array.from(changes, ([path, bytes]) => ({ path, ...(bytes && { bytes }) }))),
      close() {},
    }
  },
}
