import { gcm } from '@noble/ciphers/aes.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { nobleEcdh, nobleEcdsaSign, nobleEcdsaVerify, nobleEcPair } from './noble-ec.ts'
import {
  nobleEd25519Pair,
  nobleEd25519phSign,
  nobleEd25519phVerify,
  nobleEd25519Sign,
  nobleEd25519Verify,
} from './noble-ed25519.ts'
import { nobleDigest, nobleHmac } from './noble-hash.ts'
import { requireAesKey, requireGcmIv } from './gcm-limits.ts'
import { postQuantum } from './post-quantum.ts'
import type { CryptoProvider } from './provider.ts'
import { publicHalf } from './public-half.ts'
import { refuseOnError } from './refuse.ts'
import type { RsaEngine } from './rsa-engine.ts'
import { verifyRsa } from './rsa-verify.ts'

/** All in JavaScript, for pages without crypto.subtle (plain http on another host). RSA's slow half comes from `rsa`. */
export function pureProvider(rsa: RsaEngine): CryptoProvider {
  return {
    name: 'pure',
    digest: async (hash, data) => nobleDigest(hash, data),
    hmac: async (hash, key, data) => nobleHmac(hash, key, data),

    async aesGcm(key) {
      requireAesKey(key)
      const secret = owned(key)
      const cipher = (iv: Bytes, aad: Bytes) => {
        requireGcmIv(iv)
        return gcm(secret, iv, aad)
      }
      return {
        seal: async (iv, aad, plaintext) => owned(cipher(iv, aad).encrypt(plaintext)),
        async open(iv, aad, sealed) {
          const ready = cipher(iv, aad)
          return refuseOnError('AES-GCM does not open', () => owned(ready.decrypt(sealed)))
        },
      }
    },

    rsaGenerate: (bits) => rsa.generate(bits),
    rsaOaepEncrypt: (spki, hash, plaintext) => rsa.oaepEncrypt(spki, hash, plaintext),
    rsaOaepDecrypt: (pkcs8, hash, ciphertext) => rsa.oaepDecrypt(pkcs8, hash, ciphertext),
    rsaSign: (...request) => rsa.sign(...request),
    rsaVerify: async (...request) => verifyRsa(...request),

    ecPair: async (curve, seed) => nobleEcPair(curve, seed),
    publicHalf: async (pkcs8) => publicHalf(pkcs8),
    ecdsaVerify: async (...request) => nobleEcdsaVerify(...request),
    ecdsaSign: async (...request) => nobleEcdsaSign(...request),
    ed25519Pair: async (seed) => nobleEd25519Pair(seed),
    ed25519Verify: async (...request) => nobleEd25519Verify(...request),
    ed25519Sign: async (...request) => nobleEd25519Sign(...request),
    ed25519phVerify: async (...request) => nobleEd25519phVerify(...request),
    ed25519phSign: async (...request) => nobleEd25519phSign(...request),
    ecdh: async (...request) => nobleEcdh(...request),

    ...postQuantum,
  }
}
