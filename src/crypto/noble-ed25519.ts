import { eddsa } from '@noble/curves/abstract/edwards.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, owned, type Bytes } from '../bytes/bytes.ts'
import { writeEd25519Pkcs8 } from '../bytes/pkcs8.ts'
import { writeEd25519Spki } from '../bytes/spki.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { digestToSign } from './digest-to-sign.ts'
import { privateKeyOf, publicKeyOf } from './key-info.ts'
import type { KeyPair } from './provider.ts'
import { requireSeed } from './seed-length.ts'

/** RFC 8032, 5.1.7 to the letter, without the laxer rules of ZIP 215. */
const RFC_8032 = { zip215: false }

const DOM2 = encodeUtf8('SigEd25519 no Ed25519 collisions')

/** noble's own Ed25519ph hashes the message itself; here the caller has done that. */
const ed25519OverDigest = eddsa(ed25519.Point, sha512, {
  adjustScalarBytes: clamp,
  domain: (data: Uint8Array, context: Uint8Array) =>
    concatBytes(DOM2, Uint8Array.of(1, context.length), context, data),
})

/** RFC 8032, 5.1.5, step 2. */
function clamp(half: Uint8Array): Uint8Array {
  half[0] = (half[0] as number) & 0xf8
  half[31] = ((half[31] as number) & 0x7f) | 0x40
  return half
}

export function nobleEd25519Pair(seed: Bytes): KeyPair {
  requireSeed('Ed25519', seed)
  return { spki: writeEd25519Spki(nobleEd25519Public(seed)), pkcs8: writeEd25519Pkcs8(seed) }
}

export function nobleEd25519Public(seed: Bytes): Bytes {
  return owned(ed25519.getPublicKey(seed))
}

export function nobleEd25519Verify(spki: Bytes, signature: Bytes, message: Bytes): boolean {
  const { publicKey } = publicKeyOf('ed25519', spki)
  return signature.length === 64 && ed25519.verify(signature, message, publicKey, RFC_8032)
}

export function nobleEd25519Sign(pkcs8: Bytes, message: Bytes): Bytes {
  return owned(ed25519.sign(message, privateKeyOf('ed25519', pkcs8).seed))
}

export function nobleEd25519phVerify(spki: Bytes, signature: Bytes, digest: Bytes): boolean {
  const { publicKey } = publicKeyOf('ed25519', spki)
  const hashed = digestToSign('SHA-512', digest, 'digest')
  return signature.length === 64 && ed25519OverDigest.verify(signature, hashed, publicKey, RFC_8032)
}

export function nobleEd25519phSign(pkcs8: Bytes, digest: Bytes): Bytes {
  const { seed } = privateKeyOf('ed25519', pkcs8)
  return owned(ed25519OverDigest.sign(digestToSign('SHA-512', digest, 'digest'), seed))
}
