import { KMSClient } from '@aws-sdk/client-kms'
import type { CryptoProvider, RsaBits, RsaPair } from '../../crypto/provider.ts'
import { nodeProvider } from '../node-provider.ts'

/** The AWS SDK for JavaScript, pointed at a lab endpoint on this machine. It does not try again. */
export const clientFor = (port: number, region = 'eu-west-1', accessKeyId = 'lab') =>
  new KMSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region,
    credentials: { accessKeyId, secretAccessKey: 'lab' },
    maxAttempts: 1,
  })

/** The control door. @throws Error when it refuses */
export async function labDoor<Answer>(port: number, path: string, body?: unknown): Promise<Answer> {
  const request =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`http://127.0.0.1:${port}/_lab/${path}`, request)
  if (!response.ok) throw new Error(`/_lab/${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

export const travel = (port: number, advanceSeconds: number) =>
  labDoor<{ now: number }>(port, 'clock', { advanceSeconds })

/** The endpoint's own provider, but RSA pairs come from a few that are made once: making one can take a second. */
export function pooledRsa(each = 2): CryptoProvider {
  const real = nodeProvider()
  const pools = new Map<RsaBits, Promise<RsaPair>[]>()
  let asked = 0
  return {
    ...real,
    rsaGenerate(bits) {
      const pool = pools.get(bits) ?? []
      pools.set(bits, pool)
      if (pool.length < each) pool.push(real.rsaGenerate(bits))
      return pool[asked++ % pool.length] as Promise<RsaPair>
    },
  }
}
