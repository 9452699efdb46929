import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { command, giveUp, inProject, isMain } from './project.mjs'

/** Runs src/server/NAME.ts in this process, built when its sources changed. */
export async function openDoor(name, args) {
  await ensureBuilt(name === 'start' ? ['app', 'server'] : ['server'])
  const file = inProject('dist', 'server', `${name}.js`)
  if (!existsSync(file)) giveUp(`There is no src/server/${name}.ts to run.`)
  if (process.env.npm_lifecycle_event) stopWithParent()
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}

/** npm starts us through a shell; a signal sent to npm ends that shell, which does not pass it on. */
function stopWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

// node .ci/door.mjs NAME [arguments]
if (isMain(import.meta)) await command(() => openDoor(process.argv[2], process.argv.slice(3)))
