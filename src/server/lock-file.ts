import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'

/** Locks held in this process: a lock with our own pid may also be left over from an earlier process. */
const held = new Set<string>()

/**
 * One server for one state file (F40). The lock names its process, so that a lock whose process is gone does
 * not need a person to remove it.
 *
 * @returns how to give it back
 * @throws Error when another server holds it
 */
export function takeLock(path: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, nonce: randomUUID() })
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 })
      held.add(path)
      return () => {
        held.delete(path)
        if (read(path) === mine) unlinkSync(path)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const theirs = read(path)
    if (theirs === undefined) continue
    if (held.has(path) || isAlive(theirs)) break
    setAside(path, theirs)
  }
  throw new Error(`Another server uses this state file. If none does, remove ${path}`)
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function isAlive(lock: string): boolean {
  try {
    const { pid } = JSON.parse(lock) as { pid?: unknown }
    if (typeof pid !== 'number' || pid === process.pid) return false
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is there all the same; a lock that does not parse was torn by a crash.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Renaming is atomic; when a second server renamed a fresh lock by this, it goes back. */
function setAside(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
    if (read(aside) !== stale) linkSync(aside, path)
    unlinkSync(aside)
  } catch {
    // The other server was quicker; the next attempt sees its lock.
  }
}
