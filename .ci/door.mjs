import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { giveUp, inProject } from './project.mjs'

// node .ci/door.mjs NAME [arguments]: runs src/server/NAME.ts, built when its sources changed.
const [name, ...args] = process.argv.slice(2)
const parts = name === 'start' ? ['app', 'server'] : ['server']
const { code } = await ensureBuilt(parts)
if (code !== 0) giveUp('The build failed; its message is above.')
const file = inProject('dist', 'server', `${name}.js`)
if (!existsSync(file)) giveUp(`There is no src/server/${name}.ts to run.`)
process.argv = [process.execPath, file, ...args]
await import(pathToFileURL(file).href)
