import type { Bytes } from '../bytes/bytes.ts'

export type Hash = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512'
export type RsaBits = 2048 | 3072 | 4096
export type Curve = 'P-256' | 'P-384' | 'P-521' | 'secp256k1'

/** A pair in the two forms KMS speaks: SubjectPublicKeyInfo and PKCS#8, both DER. */
export interface KeyPair {
  readonly spki: Bytes
  readonly pkcs8: Bytes
}
export type RsaPair = KeyPair

/** What a signature is made over: the message, or its digest by the algorithm's own hash. */
export type SignedForm = 'message' | 'digest'

/** FIPS 204 and FIPS 203 parameter sets. Private keys are kept as their seeds: 32 bytes (xi) and 64 bytes (d, z). */
export type MlDsaSet = 'ML-DSA-44' | 'ML-DSA-65' | 'ML-DSA-87'
export type MlKemSet = 'ML-KEM-512' | 'ML-KEM-768' | 'ML-KEM-1024'

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
    form?: SignedForm,
  ): Promise<boolean>
  /** @throws CryptoRefusal also for a digest that is not as long as the hash's */
  rsaSign(
    scheme: 'PSS' | 'PKCS1',
    pkcs8: Bytes,
    hash: Hash,
    message: Bytes,
    form?: SignedForm,
  ): Promise<Bytes>

  /**
   * The pair of a private number derived from the seed (FIPS 186-5, A.2.1): the same seed gives the same pair.
   * @param seed seedLength(curve) bytes, see seed-length.ts
   */
  ecPair(curve: Curve, seed: Bytes): Promise<KeyPair>
  /** The public half of a private key, as SubjectPublicKeyInfo. */
  publicHalf(pkcs8: Bytes): Promise<Bytes>
  /** @param signature DER, as KMS gives and takes it; read strictly */
  ecdsaVerify(
    curve: Curve,
    spki: Bytes,
    hash: Hash,
    signature: Bytes,
    message: Bytes,
    form?: SignedForm,
  ): Promise<boolean>
  ecdsaSign(curve: Curve, pkcs8: Bytes, hash: Hash, message: Bytes, form?: SignedForm): Promise<Bytes>

  /** @param seed 32 bytes: the private key itself (RFC 8032, 5.1.5) */
  ed25519Pair(seed: Bytes): Promise<KeyPair>
  ed25519Verify(spki: Bytes, signature: Bytes, message: Bytes): Promise<boolean>
  ed25519Sign(pkcs8: Bytes, message: Bytes): Promise<Bytes>
  /** Ed25519ph (RFC 8032, 5.1) with an empty context. @param digest SHA-512 of the message, 64 bytes */
  ed25519phVerify(spki: Bytes, signature: Bytes, digest: Bytes): Promise<boolean>
  ed25519phSign(pkcs8: Bytes, digest: Bytes): Promise<Bytes>
  /** @returns the raw x coordinate. @throws CryptoRefusal for a foreign or explicit-parameter point */
  ecdh(curve: 'P-256' | 'P-384' | 'P-521', pkcs8: Bytes, peerSpki: Bytes): Promise<Bytes>

  /** @returns SubjectPublicKeyInfo (RFC 9881) of the key with this seed */
  mlDsaPublic(set: MlDsaSet, seed: Bytes): Promise<Bytes>
  /**
   * FIPS 204 with an empty context; `mu` signs the 64-byte representative that the caller computed (6.2, line 6).
   * @param random 32 bytes of hedging; zeros make the deterministic variant
   */
  mlDsaSign(set: MlDsaSet, seed: Bytes, message: Bytes, form: 'message' | 'mu', random: Bytes): Promise<Bytes>
  mlDsaVerify(
    set: MlDsaSet,
    spki: Bytes,
    signature: Bytes,
    message: Bytes,
    form: 'message' | 'mu',
  ): Promise<boolean>

  /** @returns SubjectPublicKeyInfo (RFC 9935) of the key with this seed */
  mlKemPublic(set: MlKemSet, seed: Bytes): Promise<Bytes>
  /** @param random 32 bytes. @returns FIPS 203: 32 bytes of secret and the ciphertext that carries it */
  mlKemEncapsulate(
    set: MlKemSet,
    spki: Bytes,
    random: Bytes,
  ): Promise<{ readonly secret: Bytes; readonly ciphertext: Bytes }>
  /** @throws CryptoRefusal for a wrong length only: any other ciphertext gives a secret, the right one or noise (F-511) */
  mlKemDecapsulate(set: MlKemSet, seed: Bytes, ciphertext: Bytes): Promise<Bytes>
}
