import type { CryptoProvider } from './provider.ts'

/** The part of the port that lattices answer. */
export type PostQuantum = Pick<
  CryptoProvider,
  'mlDsaPublic' | 'mlDsaSign' | 'mlDsaVerify' | 'mlKemPublic' | 'mlKemEncapsulate' | 'mlKemDecapsulate'
>

const load = async () => (await import('./noble-post-quantum.ts')).noblePostQuantum

/** The same for every provider, loaded at the first call: few lessons use it, and nobody should wait for it. */
export const postQuantum: PostQuantum = {
  mlDsaPublic: async (...request) => (await load()).mlDsaPublic(...request),
  mlDsaSign: async (...request) => (await load()).mlDsaSign(...request),
  mlDsaVerify: async (...request) => (await load()).mlDsaVerify(...request),
  mlKemPublic: async (...request) => (await load()).mlKemPublic(...request),
  mlKemEncapsulate: async (...request) => (await load()).mlKemEncapsulate(...request),
  mlKemDecapsulate: async (...request) => (await load()).mlKemDecapsulate(...request),
}
