import { aesCbcDecrypt, aesCbcEncrypt } from '../../crypto/aes-cbc.ts'
import { closeWrapped } from '../../crypto/import-wrap.ts'
import type { CryptoProvider, RsaBits, RsaPair } from '../../crypto/provider.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { sha256 } from '../../crypto/sha256.ts'
import { webCryptoProvider } from '../../crypto/web-crypto.ts'
import type { Hands } from '../headless.ts'

const POOL = 6
const pools = new Map<RsaBits, { readonly pairs: Promise<RsaPair>[]; next: number }>()

/** The real provider; a test file makes a few pairs of a size and takes turns, so that neighbours always differ. */
const webCrypto: CryptoProvider = {
  ...webCryptoProvider(),
  rsaGenerate(bits) {
    const pool = pools.get(bits) ?? { pairs: [], next: 0 }
    pools.set(bits, pool)
    const at = pool.next++ % POOL
    pool.pairs[at] ??= webCryptoProvider().rsaGenerate(bits)
    return pool.pairs[at]
  },
}

/** The learner's computer in tests: the same rooms that stand behind the page. */
export const hands: Hands = {
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
