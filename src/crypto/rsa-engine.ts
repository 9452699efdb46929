import type { Bytes } from '../bytes/bytes.ts'
import type { Hash, RsaBits, RsaPair, SignedForm } from './provider.ts'

/** The slow half of RSA: what may run elsewhere. Verification is not here, see rsa-verify.ts. */
export interface RsaEngine {
  /** Two primes, public exponent 65537. */
  generate(bits: RsaBits): Promise<RsaPair>
  /** @throws CryptoRefusal when the plaintext does not fit, as for all others when the key or bytes do not */
  oaepEncrypt(spki: Bytes, hash: 'SHA-1' | 'SHA-256', plaintext: Bytes): Promise<Bytes>
  oaepDecrypt(pkcs8: Bytes, hash: 'SHA-1' | 'SHA-256', ciphertext: Bytes): Promise<Bytes>
  sign(scheme: 'PSS' | 'PKCS1', pkcs8: Bytes, hash: Hash, message: Bytes, form?: SignedForm): Promise<Bytes>
}
