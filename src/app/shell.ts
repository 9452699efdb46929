import type { FileChange } from '../shell/disk.ts'
import type { FileChanges, LineResult, ShellPort } from '../lab/shell-port.ts'
import { hereDocumentOpen, wantsMore } from '../lab/unfinished.ts'
import { shellWorker } from './workers.ts'

const HOME = '/home/learner'

/** The lab's shell: a Worker of its own, whose code is fetched when somebody first needs it. */
export const workerShells: ShellPort = {
  async open({ host, files, history, onFiles }) {
    const { workerShell } = await import('../shell/shell-worker-client.ts')
    const shell = workerShell({
      host,
      spawn: shellWorker,
      files: Array.from(files, ([path, bytes]) => ({ path, bytes })),
      history,
      onChanges: (changes) => onFiles(new Map(changes.map(({ path, bytes }) => [path, bytes ?? null]))),
    })
    try {
      await shell.ready()
    } catch (error) {
      shell.close()
      throw error
    }
    let open: string | undefined
    return {
      async run(line): Promise<LineResult> {
        // Only what grew from an unfinished line is unfinished as a whole: of any other, lines before may have run.
        const grown = !line.includes('\n') || (open !== undefined && line.startsWith(`${open}\n`))
        if (hereDocumentOpen(line)) {
          open = line
          return unfinished(shell.startup().cwd)
        }
        const { stdout, stderr, exitCode, cwd } = await shell.run(line)
        if (grown && exitCode !== 0 && stdout.length === 0 && wantsMore(new TextDecoder().decode(stderr))) {
          open = line
          return unfinished(cwd)
        }
        open = undefined
        return { stdout, stderr, exitCode, cwd: tilde(cwd) }
      },
      complete: (line, cursor) => shell.complete(line, cursor),
      cancel: () => shell.cancel(),
      take: async (changes) => {
        if (changes.size > 0) await shell.put(changesOf(changes))
      },
      close: () => shell.close(),
    }
  },
}

const unfinished = (cwd: string): LineResult => ({
  stdout: new Uint8Array(),
  stderr: new Uint8Array(),
  exitCode: 0,
  cwd: tilde(cwd),
  unfinished: true,
})

const tilde = (path: string) =>
  path === HOME ? '~' : path.startsWith(`${HOME}/`) ? `~${path.slice(HOME.length)}` : path

const changesOf = (changes: FileChanges): FileChange[] =>
  Array.from(changes, ([path, bytes]) => ({ path, ...(bytes && { bytes }) }))
