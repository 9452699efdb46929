import { equalBytes, type Bytes } from '../bytes/bytes.ts'
import { fromBigInt, toBigInt } from '../bytes/der-value.ts'
import { digestToSign } from './digest-to-sign.ts'
import { modulusLength, publicKeyOf } from './key-info.ts'
import { modPower } from './mod-power.ts'
import type { Hash, SignedForm } from './provider.ts'
import { isPssEncoding, pkcs1Encoding } from './rsa-encoding.ts'

/**
 * RSA signature verification of our own, without node-forge: its PKCS#1 v1.5 check parses what it recovers from the
 * signature and so accepts forgeries (7 of 249 invalid Wycheproof signatures). Here nothing is parsed. For PKCS#1 the
 * one right encoding is built and compared (RFC 8017, 8.2.2); for PSS every byte of the encoding is checked (9.1.2).
 *
 * @throws CryptoRefusal when the key is not RSA, or the digest not as long as the hash's
 */
export function verifyRsa(
  scheme: 'PSS' | 'PKCS1',
  spki: Bytes,
  hash: Hash,
  signature: Bytes,
  message: Bytes,
  form: SignedForm = 'message',
): boolean {
  const key = publicKeyOf('rsa', spki)
  const digest = digestToSign(hash, message, form)
  const length = modulusLength(key)
  const s = toBigInt(signature)
  if (signature.length !== length || s >= key.modulus) return false
  const recovered = modPower(s, key.exponent, key.modulus)
  if (scheme === 'PKCS1')
    return equalBytes(fromBigInt(recovered, length), pkcs1Encoding(hash, digest, length))
  const bits = key.modulusBits - 1
  if (recovered >> BigInt(8 * Math.ceil(bits / 8)) !== 0n) return false
  return isPssEncoding(hash, digest, fromBigInt(recovered, Math.ceil(bits / 8)), bits)
}
