import { constants, createCipheriv, createDecipheriv, createSecretKey, privateEncrypt } from 'node:crypto'
import { owned } from '../bytes/bytes.ts'
import { digestToSign } from '../crypto/digest-to-sign.ts'
import { requireAesKey, requireGcmIv } from '../crypto/gcm-limits.ts'
import { CryptoRefusal, type CryptoProvider } from '../crypto/provider.ts'
import { refuseOnError } from '../crypto/refuse.ts'
import { openRsaPrivate } from '../crypto/rsa-private.ts'
import { encodingToSign } from '../crypto/rsa-sign.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'

const TAG = 16

/**
 * WebCrypto, but for two things. AES-GCM is the one step in every data request: node's WebCrypto sends each call to
 * another thread, and that costs several times the encryption of a few KiB itself. RSA over a digest is not offered by
 * WebCrypto: node raises the encoded digest four to six times as fast as our BigInt.
 */
export function nodeProvider(): CryptoProvider {
  const web = webCryptoProvider()
  return {
    ...web,
    async rsaSign(scheme, pkcs8, hash, message, form = 'message') {
      if (form === 'message') return web.rsaSign(scheme, pkcs8, hash, message)
      const block = encodingToSign(scheme, openRsaPrivate(pkcs8), hash, digestToSign(hash, message, form))
      const key = { key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' } as const
      return refuseOnError('this key cannot sign', () =>
        owned(privateEncrypt({ ...key, padding: constants.RSA_NO_PADDING }, block)),
      )
    },
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
