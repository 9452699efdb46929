import { gcm } from '@noble/ciphers/aes.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import {
  nobleEcdh,
  nobleEcdsaSign,
  nobleEcdsaVerify,
  nobleEd25519Sign,
  nobleEd25519Verify,
} from './noble-ec.ts'
import { nobleDigest, nobleHmac } from './noble-hash.ts'
import { requireAesKey, requireGcmIv } from './gcm-limits.ts'
import type { CryptoProvider } from './provider.ts'
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
    rsaSign: (scheme, pkcs8, hash, message) => rsa.sign(scheme, pkcs8, hash, message),
    rsaVerify: async (scheme, spki, hash, signature, message) =>
      verifyRsa(scheme, spki, hash, signature, message),

    ecdsaVerify: async (...request) => nobleEcdsaVerify(...request),
    ecdsaSign: async (...request) => nobleEcdsaSign(...request),
    ed25519Verify: async (...request) => nobleEd25519Verify(...request),
    ed25519Sign: async (...request) => nobleEd25519Sign(...request),
    ecdh: async (...request) => nobleEcdh(...request),
  }
}
