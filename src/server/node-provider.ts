import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { requireAesKey, requireGcmIv } from '../crypto/gcm-limits.ts'
import { CryptoRefusal, type CryptoProvider } from '../crypto/provider.ts'
import { refuseOnError } from '../crypto/refuse.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'

const TAG = 16

/**
 * WebCrypto, but for AES-GCM, the one step in every data request: node's WebCrypto sends each call to another
 * thread, and that costs several times the encryption of a few KiB itself.
 */
export function nodeProvider(): CryptoProvider {
  return {
    ...webCryptoProvider(),
    async aesGcm(key) {
      requireAesKey(key)
      const secret = createSecretKey(key)
      const algorithm = key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm'
      const options = { authTagLength: TAG }
      return {
        async seal(iv, aad, plaintext) {
          requireGcmIv(iv)
          const cipher = createCipheriv(algorithm, secret, iv, options).setAAD(aad)
          const sealed = new Uint8Array(plaintext.length + TAG)
          sealed.set(cipher.update(plaintext))
          cipher.final()
          sealed.set(cipher.getAuthTag(), plaintext.length)
          return sealed
        },
        async open(iv, aad, sealed) {
          requireGcmIv(iv)
          const length = sealed.length - TAG
          if (length < 0) throw new CryptoRefusal('AES-GCM does not open')
          return refuseOnError('AES-GCM does not open', () => {
            const decipher = createDecipheriv(algorithm, secret, iv, options)
              .setAAD(aad)
              .setAuthTag(sealed.subarray(length))
            const plaintext = new Uint8Array(decipher.update(sealed.subarray(0, length)))
            decipher.final()
            return plaintext
          })
        },
      }
    },
  }
}
