import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { derFromRaw, rawFromDer } from '../bytes/ecdsa-signature.ts'
import { fieldBytes } from '../bytes/key-algorithm.ts'
import { DerError } from '../bytes/der.ts'
import { ecPointOf, ecScalarOf, privateKeyOf, publicKeyOf } from './key-info.ts'
import { nobleDigest } from './noble-hash.ts'
import type { Curve, Hash } from './provider.ts'
import { refuseOnError } from './refuse.ts'

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521, secp256k1 }

/**
 * KMS follows FIPS 186, not the Bitcoin convention: a high s is as good as a low one.
 * We hash ourselves, since every curve is offered with its own hash.
 */
const FIPS_186 = { lowS: false, prehash: false, format: 'compact' } as const

/** @throws CryptoRefusal for a key of another kind; a signature in any form but strict DER is just not valid */
export function nobleEcdsaVerify(
  curve: Curve,
  spki: Bytes,
  hash: Hash,
  signature: Bytes,
  message: Bytes,
): boolean {
  const point = ecPointOf(curve, spki)
  const raw = rawSignature(curve, signature)
  if (raw === undefined) return false
  refuseOnError('not a point of the curve', () => CURVES[curve].Point.fromBytes(point).assertValidity())
  return CURVES[curve].verify(raw, nobleDigest(hash, message), point, FIPS_186)
}

/** @returns DER, other each time: the nonce is hedged with random bytes (RFC 6979, 3.6) */
export function nobleEcdsaSign(curve: Curve, pkcs8: Bytes, hash: Hash, message: Bytes): Bytes {
  const scalar = ecScalarOf(curve, pkcs8)
  const raw = refuseOnError('this key cannot sign', () =>
    CURVES[curve].sign(nobleDigest(hash, message), scalar, { ...FIPS_186, extraEntropy: true }),
  )
  return derFromRaw(owned(raw))
}

/** @returns undefined for what is no strict DER signature of that size */
export function rawSignature(curve: Curve, signature: Bytes): Bytes | undefined {
  try {
    return rawFromDer(signature, fieldBytes(curve))
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

/** @returns the x coordinate */
export function nobleEcdh(curve: Curve, pkcs8: Bytes, peerSpki: Bytes): Bytes {
  const point = ecPointOf(curve, peerSpki)
  const scalar = ecScalarOf(curve, pkcs8)
  return refuseOnError('the two keys do not agree', () =>
    owned(CURVES[curve].getSharedSecret(scalar, point, true).subarray(1)),
  )
}

/** The uncompressed public point of a private number. @throws CryptoRefusal for zero or a number beyond the group order */
export function noblePublicPoint(curve: Curve, scalar: Bytes): Bytes {
  return refuseOnError('not a private number of the curve', () =>
    owned(CURVES[curve].getPublicKey(scalar, false)),
  )
}

/** RFC 8032, 5.1.7 to the letter, without the laxer rules of ZIP 215. */
export function nobleEd25519Verify(spki: Bytes, signature: Bytes, message: Bytes): boolean {
  const { publicKey } = publicKeyOf('ed25519', spki)
  if (signature.length !== 64) return false
  return ed25519.verify(signature, message, publicKey, { zip215: false })
}

export function nobleEd25519Sign(pkcs8: Bytes, message: Bytes): Bytes {
  return owned(ed25519.sign(message, privateKeyOf('ed25519', pkcs8).seed))
}
