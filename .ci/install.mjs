import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { giveUp, inProject, say } from './project.mjs'
import { runNode } from './run-node.mjs'

const LOCK = inProject('package-lock.json')
const STAMP = inProject('node_modules', '.lab-stamp')
const INSTALLED = inProject('node_modules', '.package-lock.json')

/** Node 20.19 and later 20s, or 22.12 and later: what the build tools declare. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return
  giveUp(
    `This project needs Node 20.19 or later in the 20 line, or Node 22.12 or newer; this is Node ${version}.`,
  )
}

/** Installs exactly what the lockfile says, and only when something else (or nothing) is there. */
export async function ensureInstalled() {
  requireNode()
  const wanted = stamp()
  if (read(STAMP) === wanted) return
  if (!installedAsLocked()) {
    say('Installing the packages of package-lock.json (npm ci) ...')
    const { code } = await runNode(npmCli(), ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      output: 'stderr',
      limitMs: 900_000,
    })
    if (code !== 0) giveUp('npm ci did not finish; its message is above.')
  }
  writeFileSync(STAMP, wanted)
}

function stamp() {
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex')
  return `${lock} ${process.platform} ${process.arch}\n`
}

/** Someone may have run npm themselves: then npm's own record tells what is there. */
function installedAsLocked() {
  if (!existsSync(INSTALLED)) return false
  const wanted = JSON.parse(read(LOCK)).packages
  const present = JSON.parse(read(INSTALLED)).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === entry.version && existsSync(inProject(path)) : entry.optional
  })
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** npm is a JavaScript file too: the one that started us, else the one beside this Node. */
function npmCli() {
  const bin = dirname(process.execPath)
  const places = [
    process.env.npm_execpath,
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  const found = places.find((place) => place && /npm-cli\.c?js$/.test(place) && existsSync(place))
  return found ?? giveUp('npm was not found beside Node; run "npm ci" and then this command again.')
}
