import { findBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { testPorts } from './ports.mjs'
import { giveUp, inProject, tool } from './project.mjs'
import { runNode } from './run-node.mjs'

// npm run e2e [-- names and options of Playwright]: journeys in a real browser through the built app.
if ((await ensureBuilt()).code !== 0) giveUp('The build failed; its message is above.')
await findBrowser()
const config = inProject('e2e', 'playwright.config.ts')
const env = { ...(await testPorts()), NODE_NO_WARNINGS: '1' }
const { code } = await runNode(
  tool('@playwright/test', 'playwright'),
  ['test', '-c', config, ...process.argv.slice(2)],
  { env },
)
process.exitCode = code ?? 1
