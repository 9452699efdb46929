import { aesCbcDecrypt, aesCbcEncrypt } from '../../crypto/aes-cbc.ts'
import { closeWrapped } from '../../crypto/import-wrap.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { pooledPairs } from '../../crypto/pooled-pairs.ts'
import { sha256 } from '../../crypto/sha256.ts'
import { webCryptoProvider } from '../../crypto/web-crypto.ts'
import type { Hands } from '../headless.ts'

/** @param pairs how many RSA pairs of each size take turns: each costs its time once */
export function handsWith(pairs?: number): Hands {
  const webCrypto = pooledPairs(webCryptoProvider(), pairs)
  return {
    crypto: webCrypto,
    wrap: (publicKey, material, hash) =>
      closeWrapped({
        provider: webCrypto,
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

/** The learner's computer in tests: the same rooms that stand behind the page. */
export const hands: Hands = handsWith()
