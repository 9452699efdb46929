import { defineCommand, type Command } from 'just-bash/browser'
import { decodeUtf8 } from '../bytes/utf8.ts'
import { binaryOfBytes, bytesOfBinary } from './binary-text.ts'
import { binaryOf } from './builtins/escapes.ts'
import { formatted } from './builtins/printf.ts'
import type { Host } from './host.ts'

/** Corrections to the library that need more than a command of ours is given. */
export const libraryCommands = (host: Host, printf: Command | undefined): readonly Command[] => [
  // The library's `env` shows variables that were never exported.
  defineCommand('env', async (args, { exportedEnv, origCommand }) => {
    if (args.length > 0 && origCommand) return origCommand(args)
    const lines = Object.entries(exportedEnv ?? {}).map(([name, value]) => `${name}=${value}\n`)
    return { stdout: lines.join(''), stderr: '', exitCode: 0 }
  }),
  defineCommand('whoami', async () => ({ stdout: 'learner\n', stderr: '', exitCode: 0 })),
  withValuesApart('xargs', 'nILPds', ''),
  ...(printf ? [printfIntoVariable(host, printf)] : []),
]

/** The library wants `-n 1` where everybody writes `-n1`. Options only until the first other word. */
function withValuesApart(name: string, valued: string, flags: string): Command {
  const stuck = new RegExp(`^-([${flags || '-'}]*)([${valued}])(.+)$`, 's')
  return defineCommand(name, async (args, { origCommand }) => {
    const apart: string[] = []
    const rest = [...args]
    while (rest[0]?.startsWith('-') && rest[0] !== '-') {
      const word = rest.shift() as string
      const [, before = '', letter, value] = stuck.exec(word) ?? []
      if (letter === undefined || value === undefined) {
        apart.push(word)
        if (word.length === 2 && valued.includes(word[1] as string)) apart.push(...rest.splice(0, 1))
      } else apart.push(...[...before].map((flag) => `-${flag}`), `-${letter}`, value)
    }
    return origCommand ? origCommand([...apart, ...rest]) : { stdout: '', stderr: '', exitCode: 127 }
  })
}

/** Only the library's own context can set a variable. */
function printfIntoVariable(host: Host, printf: Command): Command {
  return defineCommand('printf', async (args, context) => {
    const [, name = '', format, ...rest] = args
    if (args[0] !== '-v' || format === undefined) return printf.execute(args, context)
    const [, variable, subscript] = /^([A-Za-z_]\w*)(?:\[(.+)\])?$/s.exec(name) ?? []
    if (variable === undefined)
      return { stdout: '', stderr: `bash: printf: \`${name}': not a valid identifier\n`, exitCode: 2 }
    const { text, errors } = formatted(binaryOf(format), rest.map(binaryOf), await host.now())
    await context.assignShellVariable?.(variable, readable(text.replaceAll('\0', '')), subscript)
    return {
      stdout: '',
      stderr: errors.map((error) => `bash: printf: ${error}\n`).join(''),
      exitCode: errors.length > 0 ? 1 : 0,
    }
  })
}

/** A variable holds text; bytes that are none stay one character each. */
function readable(binary: string): string {
  const bytes = bytesOfBinary(binary)
  try {
    return decodeUtf8(bytes)
  } catch {
    return binaryOfBytes(bytes)
  }
}
