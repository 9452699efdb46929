import { concatBytes, equalBytes, type Bytes } from '../bytes/bytes.ts'
import { fromBigInt, toBigInt } from '../bytes/der-value.ts'
import { writeNull, writeOctets, writeOid, writeSequence } from '../bytes/der-write.ts'
import { modulusLength, publicKeyOf } from './key-info.ts'
import { modPower } from './mod-power.ts'
import { digestLength, nobleDigest } from './noble-hash.ts'
import type { Hash } from './provider.ts'

/**
 * RSA signature verification of our own, without node-forge: its PKCS#1 v1.5 check parses what it recovers from the
 * signature and so accepts forgeries (7 of 249 invalid Wycheproof signatures). Here nothing is parsed. For PKCS#1 the
 * one right encoding is built and compared (RFC 8017, 8.2.2); for PSS every byte of the encoding is checked (9.1.2).
 *
 * @throws CryptoRefusal when the key is not RSA
 */
export function verifyRsa(
  scheme: 'PSS' | 'PKCS1',
  spki: Bytes,
  hash: Hash,
  signature: Bytes,
  message: Bytes,
): boolean {
  const key = publicKeyOf('rsa', spki)
  const length = modulusLength(key)
  const s = toBigInt(signature)
  if (signature.length !== length || s >= key.modulus) return false
  const recovered = modPower(s, key.exponent, key.modulus)
  const digest = nobleDigest(hash, message)
  if (scheme === 'PKCS1')
    return equalBytes(fromBigInt(recovered, length), pkcs1Encoding(hash, digest, length))
  const bits = key.modulusBits - 1
  if (recovered >> BigInt(8 * Math.ceil(bits / 8)) !== 0n) return false
  return isPssEncoding(hash, digest, fromBigInt(recovered, Math.ceil(bits / 8)), bits)
}

const HASH_OID: Record<Hash, string> = {
  'SHA-1': '1.3.14.3.2.26',
  'SHA-224': '2.16.840.1.101.3.4.2.4',
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}

/** EMSA-PKCS1-v1_5 (RFC 8017, 9.2). */
function pkcs1Encoding(hash: Hash, digest: Bytes, length: number): Bytes {
  const info = writeSequence(writeSequence(writeOid(HASH_OID[hash]), writeNull()), writeOctets(digest))
  const filler = new Uint8Array(length - info.length - 3).fill(0xff)
  return concatBytes(Uint8Array.of(0, 1), filler, Uint8Array.of(0), info)
}

/** EMSA-PSS-VERIFY with a salt as long as the hash. @param bits of the encoding, one less than the modulus has */
function isPssEncoding(hash: Hash, digest: Bytes, encoded: Bytes, bits: number): boolean {
  const size = digest.length
  const maskedLength = encoded.length - size - 1
  if (maskedLength < size + 1 || encoded.at(-1) !== 0xbc) return false
  const h = encoded.subarray(maskedLength, -1)
  const spareBits = 8 * encoded.length - bits
  const first = encoded[0] as number
  if (first >> (8 - spareBits) !== 0) return false
  const db = mgf1(hash, h, maskedLength).map((byte, i) => byte ^ (encoded[i] as number))
  db[0] = (db[0] as number) & (0xff >> spareBits)
  const zeros = maskedLength - size - 1
  if (db.subarray(0, zeros).some((byte) => byte !== 0) || db[zeros] !== 1) return false
  return equalBytes(h, nobleDigest(hash, concatBytes(new Uint8Array(8), digest, db.subarray(zeros + 1))))
}

/** RFC 8017, B.2.1. */
function mgf1(hash: Hash, seed: Bytes, length: number): Bytes {
  const blocks = Array.from({ length: Math.ceil(length / digestLength(hash)) }, (_, counter) =>
    nobleDigest(hash, concatBytes(seed, fromBigInt(BigInt(counter), 4))),
  )
  return concatBytes(...blocks).slice(0, length)
}
