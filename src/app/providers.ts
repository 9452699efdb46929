import rsaWorkerUrl from '../crypto/rsa-worker.ts?worker&url'
import type { CryptoProvider } from '../crypto/provider.ts'
import { workerUrls, type TrustedTypesFactory } from './worker-url.ts'

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
const trusted = workerUrls([rsaWorkerUrl], factory)

/** The platform's own crypto; all in JavaScript, with RSA in a Worker, where a page has none (plain http). */
export async function cryptoProvider(): Promise<CryptoProvider> {
  if (globalThis.crypto?.subtle) return (await import('../crypto/web-crypto.ts')).webCryptoProvider()
  const [{ pureProvider }, { workerRsa }] = await Promise.all([
    import('../crypto/pure.ts'),
    import('../crypto/rsa-worker-client.ts'),
  ])
  return pureProvider(workerRsa(new Worker(trusted(rsaWorkerUrl), { type: 'module' })))
}
