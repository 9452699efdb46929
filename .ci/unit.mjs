import { ensureInstalled } from './install.mjs'
import { inProject, tool } from './project.mjs'
import { runNode } from './run-node.mjs'

// npm run unit [-- names and options of Vitest]: in Node; with `--project chromium` in the browser.
await ensureInstalled()
const args = process.argv.slice(2)
const project = args.includes('--project') ? [] : ['--project', 'node']
const config = inProject('.ci', 'vitest.config.ts')
const { code } = await runNode(tool('vitest'), ['run', '--config', config, ...project, ...args])
process.exitCode = code ?? 1
