import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { command, giveUp, inProject, isMain } from './project.mjs'

/** Runs src/server/NAME.ts in this process, built when its sources changed. */
export async function openDoor(name, args) {
  await ensureBuilt(name === 'start' ? ['app', 'server'] : ['server'])
  const file = inProject('dist', 'server', `${name}.js`)
  if (!existsSync(file)) giveUp(`There is no src/server/${name}.ts to run.`)
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}

// node .ci/door.mjs NAME [arguments]
if (isMain(import.meta)) await command(() => openDoor(process.argv[2], process.argv.slice(3)))
