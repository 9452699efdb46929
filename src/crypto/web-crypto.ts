import { type Bytes } from '../bytes/bytes.ts'
import { derFromRaw } from '../bytes/ecdsa-signature.ts'
import { requireAesKey, requireGcmIv } from './gcm-limits.ts'
import {
  ecPointOf,
  ecScalarOf,
  modulusLength,
  privateKeyOf,
  publicKeyOf,
  requireModulusLength,
  requireOaepFits,
} from './key-info.ts'
import { LoadedKeys } from './loaded-keys.ts'
import { nobleEcdsaSign, nobleEcdsaVerify, nobleEcPair, rawSignature } from './noble-ec.ts'
import {
  nobleEd25519Pair,
  nobleEd25519phSign,
  nobleEd25519phVerify,
  nobleEd25519Sign,
  nobleEd25519Verify,
} from './noble-ed25519.ts'
import { digestLength, nobleDigest, nobleHmac } from './noble-hash.ts'
import { postQuantum } from './post-quantum.ts'
import { CryptoRefusal, type CryptoProvider, type Hash } from './provider.ts'
import { publicHalf } from './public-half.ts'
import { refuseOnRejection } from './refuse.ts'
import { signRsa } from './rsa-sign.ts'
import { verifyRsa } from './rsa-verify.ts'

/**
 * The platform's WebCrypto, with noble where it has no answer: SHA-224, secp256k1, empty HMAC keys, ML-DSA, ML-KEM, and
 * Ed25519, which not every browser has. It also takes no digest to sign: that is noble's and our own RSA. Keys are read by our own strict reader first, because platforms differ in what they forgive.
 */
export function webCryptoProvider(subtle: SubtleCrypto = globalThis.crypto.subtle): CryptoProvider {
  const bytes = async (buffer: Promise<ArrayBuffer>): Promise<Bytes> => new Uint8Array(await buffer)
  const rsaAlgorithm = (scheme: 'PSS' | 'PKCS1', hash: Hash) => {
    if (hash === 'SHA-224') throw new CryptoRefusal('RSA is not offered with SHA-224')
    return scheme === 'PSS'
      ? { name: 'RSA-PSS', hash, saltLength: digestLength(hash) }
      : { name: 'RSASSA-PKCS1-v1_5', hash }
  }
  const loaded = new LoadedKeys()
  const openPrivate = (pkcs8: Bytes, algorithm: Named, use: KeyUsage) =>
    loaded.get(pkcs8, nameOf(algorithm, use), () => {
      if (algorithm.name.startsWith('RSA')) privateKeyOf('rsa', pkcs8)
      return refuseOnRejection('the private key does not load', () =>
        subtle.importKey('pkcs8', pkcs8, algorithm, false, [use]),
      )
    })
  const openPublic = (spki: Bytes, algorithm: Named, ...uses: KeyUsage[]) =>
    loaded.get(spki, nameOf(algorithm, ...uses), () => {
      if (algorithm.name.startsWith('RSA')) publicKeyOf('rsa', spki)
      return refuseOnRejection('the public key does not load', () =>
        subtle.importKey('spki', spki, algorithm, false, uses),
      )
    })

  return {
    name: 'webcrypto',

    async digest(hash, data) {
      return hash === 'SHA-224' ? nobleDigest(hash, data) : bytes(subtle.digest(hash, data))
    },

    async hmac(hash, key, data) {
      if (hash === 'SHA-224' || key.length === 0) return nobleHmac(hash, key, data)
      const algorithm = { name: 'HMAC', hash }
      const secret = await loaded.get(key, nameOf(algorithm), () =>
        subtle.importKey('raw', key, algorithm, false, ['sign']),
      )
      return bytes(subtle.sign('HMAC', secret, data))
    },

    async aesGcm(key) {
      requireAesKey(key)
      const secret = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
      const parameters = (iv: Bytes, additionalData: Bytes) => {
        requireGcmIv(iv)
        return { name: 'AES-GCM', iv, additionalData, tagLength: 128 }
      }
      return {
        seal: async (iv, aad, plaintext) => bytes(subtle.encrypt(parameters(iv, aad), secret, plaintext)),
        async open(iv, aad, sealed) {
          const algorithm = parameters(iv, aad)
          return refuseOnRejection('AES-GCM does not open', () =>
            bytes(subtle.decrypt(algorithm, secret, sealed)),
          )
        },
      }
    },

    async rsaGenerate(bits) {
      const algorithm = {
        name: 'RSA-OAEP',
        hash: 'SHA-256',
        modulusLength: bits,
        publicExponent: Uint8Array.of(1, 0, 1),
      }
      const pair = await subtle.generateKey(algorithm, true, ['encrypt', 'decrypt'])
      const [spki, pkcs8] = await Promise.all([
        bytes(subtle.exportKey('spki', pair.publicKey)),
        bytes(subtle.exportKey('pkcs8', pair.privateKey)),
      ])
      return { spki, pkcs8 }
    },

    async rsaOaepEncrypt(spki, hash, plaintext) {
      requireOaepFits(plaintext, modulusLength(publicKeyOf('rsa', spki)), digestLength(hash))
      const algorithm = { name: 'RSA-OAEP', hash }
      return bytes(subtle.encrypt(algorithm, await openPublic(spki, algorithm, 'encrypt'), plaintext))
    },

    async rsaOaepDecrypt(pkcs8, hash, ciphertext) {
      requireModulusLength(ciphertext, modulusLength(privateKeyOf('rsa', pkcs8)))
      const algorithm = { name: 'RSA-OAEP', hash }
      const key = await openPrivate(pkcs8, algorithm, 'decrypt')
      return refuseOnRejection('RSA-OAEP does not open', () =>
        bytes(subtle.decrypt(algorithm, key, ciphertext)),
      )
    },

    async rsaVerify(scheme, spki, hash, signature, message, form = 'message') {
      if (form === 'digest') return verifyRsa(scheme, spki, hash, signature, message, form)
      const algorithm = rsaAlgorithm(scheme, hash)
      return subtle.verify(algorithm, await openPublic(spki, algorithm, 'verify'), signature, message)
    },

    async rsaSign(scheme, pkcs8, hash, message, form = 'message') {
      if (form === 'digest') return signRsa(scheme, pkcs8, hash, message, form)
      const algorithm = rsaAlgorithm(scheme, hash)
      const key = await openPrivate(pkcs8, algorithm, 'sign')
      return refuseOnRejection('this key cannot sign', () => bytes(subtle.sign(algorithm, key, message)))
    },

    ecPair: async (curve, seed) => nobleEcPair(curve, seed),
    publicHalf: async (pkcs8) => publicHalf(pkcs8),

    async ecdsaVerify(curve, spki, hash, signature, message, form = 'message') {
      if (form === 'digest' || curve === 'secp256k1' || hash === 'SHA-224')
        return nobleEcdsaVerify(curve, spki, hash, signature, message, form)
      ecPointOf(curve, spki)
      const key = await openPublic(spki, ecdsa(curve), 'verify')
      const raw = rawSignature(curve, signature)
      return raw !== undefined && subtle.verify({ name: 'ECDSA', hash }, key, raw, message)
    },

    async ecdsaSign(curve, pkcs8, hash, message, form = 'message') {
      if (form === 'digest' || curve === 'secp256k1' || hash === 'SHA-224')
        return nobleEcdsaSign(curve, pkcs8, hash, message, form)
      ecScalarOf(curve, pkcs8)
      const key = await openPrivate(pkcs8, ecdsa(curve), 'sign')
      return derFromRaw(await bytes(subtle.sign({ name: 'ECDSA', hash }, key, message)))
    },

    ed25519Pair: async (seed) => nobleEd25519Pair(seed),
    ed25519Verify: async (spki, signature, message) => nobleEd25519Verify(spki, signature, message),
    ed25519Sign: async (pkcs8, message) => nobleEd25519Sign(pkcs8, message),
    ed25519phVerify: async (spki, signature, digest) => nobleEd25519phVerify(spki, signature, digest),
    ed25519phSign: async (pkcs8, digest) => nobleEd25519phSign(pkcs8, digest),

    async ecdh(curve, pkcs8, peerSpki) {
      ecPointOf(curve, peerSpki)
      ecScalarOf(curve, pkcs8)
      const algorithm = { name: 'ECDH', namedCurve: curve }
      const [mine, peer] = await Promise.all([
        openPrivate(pkcs8, algorithm, 'deriveBits'),
        openPublic(peerSpki, algorithm),
      ])
      return refuseOnRejection('the two keys do not agree', () =>
        bytes(subtle.deriveBits({ name: 'ECDH', public: peer }, mine, null)),
      )
    },

    ...postQuantum,
  }
}

interface Named {
  readonly name: string
  readonly hash?: Hash
  readonly namedCurve?: string
}

const nameOf = ({ name, hash, namedCurve }: Named, ...uses: KeyUsage[]) =>
  [name, hash, namedCurve, ...uses].join(' ')

const ecdsa = (namedCurve: string) => ({ name: 'ECDSA', namedCurve })
