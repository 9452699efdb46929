import { ensureInstalled } from './install.mjs'
import { say } from './project.mjs'
import { floors, format, lint, types } from './static.mjs'

// npm run check: what a change must pass before its commit, in seconds.
await ensureInstalled()
for (const [name, check] of Object.entries({ types, lint, floors, format })) {
  const { code } = await check({ output: 'inherit' })
  say(`${name}: ${code === 0 ? 'passed' : 'FAILED'}`)
  if (code !== 0) process.exitCode = 1
}
