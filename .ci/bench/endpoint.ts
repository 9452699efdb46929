import { encodeBase64 } from '../../src/bytes/base64.ts'
import { startEndpoint } from '../../src/server/endpoint.ts'
import { caller, makeKeys, outputs } from './account.ts'
import { samples } from './samples.ts'
import { tellUsage } from './usage.mjs'

/** The endpoint as a process of its own: tells its port, a key and sample requests, then its processor time when asked. */
const { port, cloud } = await startEndpoint({ port: 0, start: Date.UTC(2026, 0, 12, 9) })
const call = outputs((...request) => cloud.call(...request, caller))
const [keyId = ''] = await makeKeys(call, 100)
const asJson = (_: string, value: unknown) => (value instanceof Uint8Array ? encodeBase64(value) : value)
tellUsage({
  port,
  keyId,
  samples: (await samples(call, keyId)).map(({ input, ...sample }) => ({
    ...sample,
    body: JSON.stringify(input, asJson),
  })),
})
