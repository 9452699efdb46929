import { commands } from './commands/index.ts'
import { serveShell } from './shell-worker-server.ts'

serveShell(self, commands)
