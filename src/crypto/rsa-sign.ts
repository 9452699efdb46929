import { randomBytes } from '@noble/hashes/utils.js'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { fromBigInt, toBigInt } from '../bytes/der-value.ts'
import { digestToSign } from './digest-to-sign.ts'
import { modPower } from './mod-power.ts'
import { CryptoRefusal, type Hash, type SignedForm } from './provider.ts'
import { pkcs1Encoding, pssEncoding } from './rsa-encoding.ts'
import { openRsaPrivate, privatePower, type RsaPrivate } from './rsa-private.ts'

/**
 * RSA signatures of our own: WebCrypto hashes what it signs and takes no digest. PSS takes its salt from the platform,
 * as WebCrypto does for messages, so the same digest is signed differently each time.
 *
 * @throws CryptoRefusal for a key that is not RSA or whose numbers disagree, and a digest of another length
 */
export function signRsa(
  scheme: 'PSS' | 'PKCS1',
  pkcs8: Bytes,
  hash: Hash,
  message: Bytes,
  form: SignedForm,
): Bytes {
  const key = openRsaPrivate(pkcs8)
  const { modulus, exponent } = key.numbers
  const encoded = toBigInt(encodingToSign(scheme, key, hash, digestToSign(hash, message, form)))
  const signature = privatePower(encoded, key.numbers)
  // One wrong CRT number would give a signature from which anybody can compute a prime (Boneh, DeMillo, Lipton).
  if (modPower(signature, exponent, modulus) !== encoded)
    throw new CryptoRefusal('the numbers of the private key disagree')
  return fromBigInt(signature, key.length)
}

/** The block that the private key is applied to, as long as the modulus. */
export function encodingToSign(
  scheme: 'PSS' | 'PKCS1',
  { modulusBits, length }: RsaPrivate,
  hash: Hash,
  digest: Bytes,
): Bytes {
  if (hash === 'SHA-224') throw new CryptoRefusal('RSA is not offered with SHA-224')
  if (scheme === 'PKCS1') return pkcs1Encoding(hash, digest, length)
  const encoded = pssEncoding(hash, digest, owned(randomBytes(digest.length)), modulusBits - 1)
  return fromBigInt(toBigInt(encoded), length)
}
