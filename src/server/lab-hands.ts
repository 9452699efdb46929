import { encodeHex } from '../bytes/hex.ts'
import type { Hands } from '../course/headless.ts'
import { aesCbcDecrypt, aesCbcEncrypt } from '../crypto/aes-cbc.ts'
import { closeWrapped } from '../crypto/import-wrap.ts'
import { pooledPairs } from '../crypto/pooled-pairs.ts'
import { sha256 } from '../crypto/sha256.ts'
import { nodeProvider } from './node-provider.ts'

/**
 * What a learner's own computer does in a lab, for playing labs in Node.
 *
 * @param pairs how many RSA pairs of each size take turns: each costs its time once
 */
export function labHands(pairs?: number): Hands {
  const crypto = pooledPairs(nodeProvider(), pairs)
  return {
    crypto,
    wrap: (publicKey, material, hash) =>
      closeWrapped({
        provider: crypto,
        algorithm: hash === 'SHA-1' ? 'RSAES_OAEP_SHA_1' : 'RSAES_OAEP_SHA_256',
        publicKey,
        material,
        ephemeralKey: new Uint8Array(32),
      }),
    local: {
      close: (key, plaintext) => aesCbcEncrypt(key, new Uint8Array(16), plaintext),
      open: (key, closed) => aesCbcDecrypt(key, new Uint8Array(16), closed),
    },
    fingerprint: async (bytes) => encodeHex(sha256(bytes)),
  }
}
