import type { CryptoProvider } from '../crypto/provider.ts'
import { rsaWorker } from './workers.ts'

/** The platform's own crypto; all in JavaScript, with RSA in a Worker, where a page has none (plain http). */
export async function cryptoProvider(): Promise<CryptoProvider> {
  if (globalThis.crypto?.subtle) return (await import('../crypto/web-crypto.ts')).webCryptoProvider()
  const [{ pureProvider }, { workerRsa }] = await Promise.all([
    import('../crypto/pure.ts'),
    import('../crypto/rsa-worker-client.ts'),
  ])
  return pureProvider(workerRsa(rsaWorker()))
}
