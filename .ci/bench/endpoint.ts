import { startEndpoint } from '../../src/server/endpoint.ts'
import { caller, makeKeys, outputs } from './account.ts'
import { tellUsage } from './usage.mjs'

/** The endpoint as a process of its own: tells its port and a key, then its processor time when asked. */
const { port, cloud } = await startEndpoint({ port: 0, start: Date.UTC(2026, 0, 12, 9) })
const call = outputs((...request) => cloud.call(...request, caller))
const [keyId = ''] = await makeKeys(call, 100)
tellUsage({ port, keyId })
