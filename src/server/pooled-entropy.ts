import type { Bytes } from '../bytes/bytes.ts'
import type { Entropy } from '../world/entropy.ts'

const POOL = 4096

/**
 * Random bytes fetched in larger pieces: one call of the platform's source costs as much for 16 bytes as for 4096.
 * What was handed out is wiped from the pool, and nothing is handed out twice.
 */
export function pooledEntropy(source: Entropy): Entropy {
  let pool: Bytes = new Uint8Array(0)
  let at = 0
  return {
    bytes(length) {
      if (length > POOL) return source.bytes(length)
      if (at + length > pool.length) {
        pool = source.bytes(POOL)
        at = 0
      }
      const out = pool.slice(at, at + length)
      pool.fill(0, at, at + length)
      at += length
      return out
    },
  }
}
