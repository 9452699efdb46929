import { findBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { testPorts } from './ports.mjs'
import { command, inProject, tool } from './project.mjs'
import { runNode } from './run-node.mjs'

// npm run e2e [-- names and options of Playwright]: journeys in a real browser through the built app.
await command(async () => {
  await ensureBuilt()
  await findBrowser()
  const args = ['test', '-c', inProject('e2e', 'playwright.config.ts'), ...process.argv.slice(2)]
  return (await runNode(tool('@playwright/test', 'playwright'), args, { env: await testPorts() })).code
})
