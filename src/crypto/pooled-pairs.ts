import type { CryptoProvider, RsaBits, RsaPair } from './provider.ts'

/**
 * Makes a few RSA pairs of each size and takes turns, so that neighbours always differ: for plays of labs by the
 * hundred, where a new pair each time would be nearly all of the waiting. Never for a learner's keys.
 */
export function pooledPairs(provider: CryptoProvider, size = 6): CryptoProvider {
  const pools = new Map<RsaBits, { readonly pairs: Promise<RsaPair>[]; next: number }>()
  return {
    ...provider,
    rsaGenerate(bits) {
      const pool = pools.get(bits) ?? { pairs: [], next: 0 }
      pools.set(bits, pool)
      const at = pool.next++ % size
      pool.pairs[at] ??= provider.rsaGenerate(bits)
      return pool.pairs[at]
    },
  }
}
