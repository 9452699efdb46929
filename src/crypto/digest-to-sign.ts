import type { Bytes } from '../bytes/bytes.ts'
import { digestLength, nobleDigest } from './noble-hash.ts'
import { CryptoRefusal, type Hash, type SignedForm } from './provider.ts'

/**
 * The digest under a signature, made here or by the caller.
 *
 * @throws CryptoRefusal when the caller's is not as long as the hash makes it
 */
export function digestToSign(hash: Hash, message: Bytes, form: SignedForm): Bytes {
  if (form === 'message') return nobleDigest(hash, message)
  const length = digestLength(hash)
  if (message.length !== length)
    throw new CryptoRefusal(`a ${hash} digest has ${length} bytes, got ${message.length}`)
  return message
}
