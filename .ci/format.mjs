import { ensureInstalled } from './install.mjs'
import { command, tool } from './project.mjs'
import { runNode } from './run-node.mjs'
import { biomeArgs, CODE } from './static.mjs'

// npm run format [-- files or folders]: writes the house format, everywhere or where told.
await command(async () => {
  await ensureInstalled()
  const asked = process.argv.slice(2)
  const places = asked.length > 0 ? asked : CODE
  return (await runNode(tool('@biomejs/biome', 'biome'), [...biomeArgs, '--write', ...places])).code
})
