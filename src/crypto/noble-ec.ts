import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { derFromRaw, rawFromDer } from '../bytes/ecdsa-signature.ts'
import { fieldBytes } from '../bytes/key-algorithm.ts'
import { DerError } from '../bytes/der.ts'
import { fromBigInt, toBigInt } from '../bytes/der-value.ts'
import { writeEcPkcs8 } from '../bytes/pkcs8.ts'
import { writeEcSpki } from '../bytes/spki.ts'
import { digestToSign } from './digest-to-sign.ts'
import { ecPointOf, ecScalarOf } from './key-info.ts'
import type { Curve, Hash, KeyPair, SignedForm } from './provider.ts'
import { refuseOnError } from './refuse.ts'
import { requireSeed } from './seed-length.ts'

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
  form: SignedForm = 'message',
): boolean {
  const point = ecPointOf(curve, spki)
  const digest = digestToSign(hash, message, form)
  const raw = rawSignature(curve, signature)
  if (raw === undefined) return false
  refuseOnError('not a point of the curve', () => CURVES[curve].Point.fromBytes(point).assertValidity())
  return CURVES[curve].verify(raw, digest, point, FIPS_186)
}

/** @returns DER, other each time: the nonce is hedged with random bytes (RFC 6979, 3.6) */
export function nobleEcdsaSign(
  curve: Curve,
  pkcs8: Bytes,
  hash: Hash,
  message: Bytes,
  form: SignedForm = 'message',
): Bytes {
  const scalar = ecScalarOf(curve, pkcs8)
  const digest = digestToSign(hash, message, form)
  const raw = refuseOnError('this key cannot sign', () =>
    CURVES[curve].sign(digest, scalar, { ...FIPS_186, extraEntropy: true }),
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

/**
 * A private number by "extra random bits" (FIPS 186-5, A.2.1): the seed, 64 bits longer than the group order, modulo
 * that order less one, so that no number is noticeably likelier than another.
 */
export function nobleEcPair(curve: Curve, seed: Bytes): KeyPair {
  requireSeed(curve, seed)
  const { ORDER } = CURVES[curve].Point.Fn
  const scalar = fromBigInt((toBigInt(seed) % (ORDER - 1n)) + 1n, fieldBytes(curve))
  const point = noblePublicPoint(curve, scalar)
  return { spki: writeEcSpki(curve, point), pkcs8: writeEcPkcs8(curve, scalar, point) }
}
