import { ensureInstalled } from './install.mjs'
import { tool } from './project.mjs'
import { runNode } from './run-node.mjs'
import { biomeArgs, CODE } from './static.mjs'

// npm run format [-- files or folders]: writes the house format, everywhere or where told.
await ensureInstalled()
const asked = process.argv.slice(2)
const { code } = await runNode(tool('@biomejs/biome', 'biome'), [
  ...biomeArgs,
  '--write',
  ...(asked.length ? asked : CODE),
])
process.exitCode = code ?? 1
