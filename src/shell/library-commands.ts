import { defineCommand, type Command } from 'just-bash/browser'

/** Corrections to the library that need more than a command of ours is given. */
export const libraryCommands: readonly Command[] = [
  // The library's `env` shows variables that were never exported.
  defineCommand('env', async (args, { exportedEnv, origCommand }) => {
    if (args.length > 0 && origCommand) return origCommand(args)
    const lines = Object.entries(exportedEnv ?? {}).map(([name, value]) => `${name}=${value}\n`)
    return { stdout: lines.join(''), stderr: '', exitCode: 0 }
  }),
  defineCommand('whoami', async () => ({ stdout: 'learner\n', stderr: '', exitCode: 0 })),
]
