import { requireNode } from './install.mjs'

requireNode()
process.argv.splice(2, 0, 'start')
await import('./door.mjs')
