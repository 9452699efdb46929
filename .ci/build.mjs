import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { command, giveUp, inProject, isMain, root, say, tool } from './project.mjs'
import { runNode } from './run-node.mjs'

const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  '.ci/vite.server.config.ts',
]
const PARTS = {
  app: { say: 'Building the app ...', args: ['build'] },
  server: { say: 'Building the server ...', args: ['build', '--config', '.ci/vite.server.config.ts'] },
}

/** Builds dist/app and dist/server, each only when a source changed since it was built. */
export async function ensureBuilt(parts = ['app', 'server'], { force = false, output = 'capture' } = {}) {
  await ensureInstalled()
  const wanted = sourceHash()
  for (const part of parts) {
    const stamp = inProject('dist', `.stamp-${part}`)
    if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue
    say(PARTS[part].say)
    rmSync(stamp, { force: true })
    const built = await runNode(tool('vite'), PARTS[part].args, { output, limitMs: 300_000 })
    if (built.code !== 0)
      giveUp(`${built.text}The build of the ${part} failed${built.text ? '' : '; its message is above'}.`)
    mkdirSync(inProject('dist'), { recursive: true })
    writeFileSync(stamp, wanted)
  }
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder).sort()) {
    if (!/\.test\.tsx?$/.test(file))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  )
}

if (isMain(import.meta)) await command(() => ensureBuilt(undefined, { force: true, output: 'inherit' }))
