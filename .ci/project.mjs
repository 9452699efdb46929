import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export const inProject = (...parts) => join(root, ...parts)

/** Whether the module is the file that Node was started with. */
export const isMain = (meta) => meta.url === pathToFileURL(process.argv[1] ?? '').href

/** One line for the person at the terminal; standard output stays free for what a command answers. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** Something the person can mend: its message is one clear sentence, and no stack would help. */
export class Mendable extends Error {}

/** @throws Mendable */
export function giveUp(sentence) {
  throw new Mendable(sentence)
}

/** Runs a command; whatever it gives up on ends as its sentence and exit code 1. */
export async function command(run) {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    say(error instanceof Mendable ? error.message : error.stack)
    process.exitCode = 1
  }
}

/** What follows the name of a flag, as `--port 80` or `--port=80`. */
export function flag(name, args = process.argv.slice(2)) {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`))
  if (at < 0) return undefined
  return args[at].includes('=') ? args[at].slice(name.length + 1) : args[at + 1]
}

/** The JavaScript file behind a package's command: runs with our own Node on every system, without a shell. */
export function tool(packageName, command = packageName) {
  const manifest = inProject('node_modules', packageName, 'package.json')
  const { bin } = createRequire(import.meta.url)(manifest)
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}
