import forge from 'node-forge/lib/forge.js'
import 'node-forge/lib/rsa.js'
import 'node-forge/lib/mgf1.js'
import 'node-forge/lib/sha512.js'
import type { pki } from 'node-forge'
import type { Bytes } from '../bytes/bytes.ts'
import { fromBigInt, toBigInt } from '../bytes/der-value.ts'
import { writeRsaPkcs8 } from '../bytes/pkcs8.ts'
import { writeRsaSpki } from '../bytes/spki.ts'
import { modulusLength, publicKeyOf, requireModulusLength, requireOaepFits } from './key-info.ts'
import { digestLength } from './noble-hash.ts'
import { CryptoRefusal, type Hash } from './provider.ts'
import { refuseOnError } from './refuse.ts'
import type { RsaEngine } from './rsa-engine.ts'
import { openRsaPrivate, privatePower } from './rsa-private.ts'
import { signRsa } from './rsa-sign.ts'

/** Milliseconds of prime search between two chances for others to run. */
const SLICE_MS = 40

/** The search in slices, which forge has and its types leave out. */
interface PrimeSearch {
  createKeyPairGenerationState(bits: number, exponent: number): { readonly keys: pki.rsa.KeyPair }
  stepKeyPairGenerationState(search: object, ms: number): boolean
}
const primeSearch = forge.pki.rsa as unknown as PrimeSearch

/** Removing the padding from an opened block, which forge's types leave out too. */
interface OaepDecoder {
  decode_rsa_oaep(key: pki.rsa.PublicKey, block: string, options: object): string
}
const oaep = (forge as unknown as { pkcs1: OaepDecoder }).pkcs1

/** RSA in plain JavaScript, for places without WebCrypto. Slow: give it a Worker (see workerRsa). It never verifies. */
export const forgeRsa: RsaEngine = {
  async generate(bits) {
    const search = primeSearch.createKeyPairGenerationState(bits, 0x10001)
    while (!primeSearch.stepKeyPairGenerationState(search, SLICE_MS)) await pause()
    const { n, e, d, p, q, dP, dQ, qInv } = search.keys.privateKey
    const [modulus, exponent, privateExponent] = [toNative(n), toNative(e), toNative(d)]
    const crt = [toNative(p), toNative(q), toNative(dP), toNative(dQ), toNative(qInv)] as const
    return {
      spki: writeRsaSpki({ modulus, exponent }),
      pkcs8: writeRsaPkcs8({ modulus, exponent, privateExponent, crt }),
    }
  },

  async oaepEncrypt(spki, hash, plaintext) {
    const info = publicKeyOf('rsa', spki)
    requireOaepFits(plaintext, modulusLength(info), digestLength(hash))
    const key = forge.pki.rsa.setPublicKey(fromNative(info.modulus), fromNative(info.exponent))
    return fromBinary(key.encrypt(toBinary(plaintext), 'RSA-OAEP', oaepOptions(hash)))
  },

  async oaepDecrypt(pkcs8, hash, ciphertext) {
    const { numbers, length } = openRsaPrivate(pkcs8)
    requireModulusLength(ciphertext, length)
    return refuseOnError('RSA-OAEP does not open', () => {
      const encoded = fromBigInt(privatePower(toBigInt(ciphertext), numbers), length)
      const key = forge.pki.rsa.setPublicKey(fromNative(numbers.modulus), fromNative(numbers.exponent))
      return fromBinary(oaep.decode_rsa_oaep(key, toBinary(encoded), oaepOptions(hash)))
    })
  },

  sign: async (scheme, pkcs8, hash, message, form = 'message') => signRsa(scheme, pkcs8, hash, message, form),
}

const NEW_HASH: Partial<Record<Hash, () => forge.md.MessageDigest>> = {
  'SHA-1': () => forge.md.sha1.create(),
  'SHA-256': () => forge.md.sha256.create(),
  'SHA-384': () => forge.md.sha384.create(),
  'SHA-512': () => forge.md.sha512.create(),
}

function newHash(hash: Hash): forge.md.MessageDigest {
  const create = NEW_HASH[hash]
  if (!create) throw new CryptoRefusal(`RSA is not offered with ${hash}`)
  return create()
}

function oaepOptions(hash: Hash) {
  return { md: newHash(hash), mgf1: { md: newHash(hash) } }
}

const pause = () => new Promise((resolve) => setTimeout(resolve))

const toNative = (n: forge.jsbn.BigInteger) => BigInt(`0x${n.toString(16)}`)
const fromNative = (n: bigint) => new forge.jsbn.BigInteger(n.toString(16), 16)

/** forge keeps bytes as text, one char each. */
function toBinary(bytes: Bytes): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function fromBinary(text: string): Bytes {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
