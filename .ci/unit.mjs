import { findBrowser } from './browser.mjs'
import { ensureInstalled } from './install.mjs'
import { command, inProject, tool } from './project.mjs'
import { runNode } from './run-node.mjs'

// npm run unit [-- names and options of Vitest]: in Node; with `--project chromium` in the browser.
await command(async () => {
  await ensureInstalled()
  const args = process.argv.slice(2)
  const project = args.includes('--project') ? [] : ['--project', 'node']
  if (args.includes('chromium')) await findBrowser()
  const config = inProject('.ci', 'vitest.config.ts')
  return (await runNode(tool('vitest'), ['run', '--config', config, ...project, ...args])).code
})
