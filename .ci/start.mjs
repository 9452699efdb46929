import { openDoor } from './door.mjs'
import { command } from './project.mjs'

// npm start [-- --port N --kms-port N]: the app and the KMS endpoint, installed and built when needed.
await command(() => openDoor('start', process.argv.slice(2)))
