import { ensureInstalled } from './install.mjs'
import { command, say } from './project.mjs'
import { floors, format, lint, types } from './static.mjs'

// npm run check: what a change must pass before its commit, in seconds.
await command(async () => {
  await ensureInstalled()
  let failed = 0
  for (const [name, check] of Object.entries({ types, lint, floors, format })) {
    const { code } = await check({ output: 'inherit' })
    say(`${name}: ${code === 0 ? 'passed' : 'FAILED'}`)
    if (code !== 0) failed++
  }
  return failed > 0 ? 1 : 0
})
