import type { CryptoProvider } from '../../../crypto/provider.ts'

let loaded: Promise<CryptoProvider> | undefined

/** The platform's own cryptography; all in JavaScript where a page has none. Loaded with the first need. */
export const provider = (): Promise<CryptoProvider> => (loaded ??= load())

async function load(): Promise<CryptoProvider> {
  if (globalThis.crypto?.subtle) return (await import('../../../crypto/web-crypto.ts')).webCryptoProvider()
  const [{ pureProvider }, { forgeRsa }] = await Promise.all([
    import('../../../crypto/pure.ts'),
    import('../../../crypto/forge-rsa.ts'),
  ])
  return pureProvider(forgeRsa)
}
