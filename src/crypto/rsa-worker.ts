import { forgeRsa } from './forge-rsa.ts'
import { serveRsa } from './rsa-worker-server.ts'

serveRsa(self, forgeRsa)
