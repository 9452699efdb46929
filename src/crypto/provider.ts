import type { Bytes } from '../bytes/bytes.ts'

export type Hash = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512'
export type RsaBits = 2048 | 3072 | 4096
export type Curve = 'P-256' | 'P-384' | 'P-521' | 'secp256k1'

/** An RSA pair in the two forms KMS speaks: SubjectPublicKeyInfo and PKCS#8, both DER. */
export interface RsaPair {
  readonly spki: Bytes
  readonly pkcs8: Bytes
}

/**
 * The bytes do not fit the key or the algorithm: a wrong tag, padding, length or encoding.
 * Every provider answers bad input with this one error, so that callers need not know which one runs.
 */
export class CryptoRefusal extends Error {
  override readonly name = 'CryptoRefusal'
}

/** A prepared AES-GCM key (96-bit IV, 128-bit tag). Keep it and the import is paid once. */
export interface AesGcm {
  /** @returns ciphertext followed by the 16-byte tag */
  seal(iv: Bytes, aad: Bytes, plaintext: Bytes): Promise<Bytes>
  /** @throws CryptoRefusal when tag, IV, AAD or key do not belong together */
  open(iv: Bytes, aad: Bytes, sealed: Bytes): Promise<Bytes>
}

/** What the simulation needs of a platform. Two implementations pass the same vectors (decision D4). */
export interface CryptoProvider {
  readonly name: 'webcrypto' | 'pure'

  digest(hash: Hash, data: Bytes): Promise<Bytes>
  hmac(hash: Hash, key: Bytes, data: Bytes): Promise<Bytes>

  /** @param key 16 or 32 bytes */
  aesGcm(key: Bytes): Promise<AesGcm>

  rsaGenerate(bits: RsaBits): Promise<RsaPair>
  /** RSAES-OAEP (RFC 8017, 7.1) with an empty label; MGF1 uses the same hash. */
  rsaOaepEncrypt(spki: Bytes, hash: 'SHA-1' | 'SHA-256', plaintext: Bytes): Promise<Bytes>
  /** @throws CryptoRefusal also when the ciphertext is not exactly as long as the modulus */
  rsaOaepDecrypt(pkcs8: Bytes, hash: 'SHA-1' | 'SHA-256', ciphertext: Bytes): Promise<Bytes>

  /** RSASSA-PSS with salt length = hash length, or RSASSA-PKCS1-v1_5. */
  rsaVerify(
    scheme: 'PSS' | 'PKCS1',
    spki: Bytes,
    hash: Hash,
    signature: Bytes,
    message: Bytes,
  ): Promise<boolean>
  rsaSign(scheme: 'PSS' | 'PKCS1', pkcs8: Bytes, hash: Hash, message: Bytes): Promise<Bytes>
  /** @param signature DER, as KMS gives and takes it; read strictly */
  ecdsaVerify(curve: Curve, spki: Bytes, hash: Hash, signature: Bytes, message: Bytes): Promise<boolean>
  ecdsaSign(curve: Curve, pkcs8: Bytes, hash: Hash, message: Bytes): Promise<Bytes>
  ed25519Verify(spki: Bytes, signature: Bytes, message: Bytes): Promise<boolean>
  ed25519Sign(pkcs8: Bytes, message: Bytes): Promise<Bytes>
  /** @returns the raw x coordinate. @throws CryptoRefusal for a foreign or explicit-parameter point */
  ecdh(curve: 'P-256' | 'P-384' | 'P-521', pkcs8: Bytes, peerSpki: Bytes): Promise<Bytes>
}
