import { concatBytes, equalBytes, type Bytes } from '../bytes/bytes.ts'
import { fromBigInt } from '../bytes/der-value.ts'
import { writeNull, writeOctets, writeOid, writeSequence } from '../bytes/der-write.ts'
import { digestLength, nobleDigest } from './noble-hash.ts'
import type { Hash } from './provider.ts'

const HASH_OID: Record<Hash, string> = {
  'SHA-1': '1.3.14.3.2.26',
  'SHA-224': '2.16.840.1.101.3.4.2.4',
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}

/** EMSA-PKCS1-v1_5 (RFC 8017, 9.2). @param length of the modulus in bytes */
export function pkcs1Encoding(hash: Hash, digest: Bytes, length: number): Bytes {
  const info = writeSequence(writeSequence(writeOid(HASH_OID[hash]), writeNull()), writeOctets(digest))
  const filler = new Uint8Array(length - info.length - 3).fill(0xff)
  return concatBytes(Uint8Array.of(0, 1), filler, Uint8Array.of(0), info)
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1). @param bits of the encoding, one less than the modulus has */
export function pssEncoding(hash: Hash, digest: Bytes, salt: Bytes, bits: number): Bytes {
  const length = Math.ceil(bits / 8)
  const h = pssHash(hash, digest, salt)
  const zeros = new Uint8Array(length - salt.length - h.length - 2)
  const db = concatBytes(zeros, Uint8Array.of(1), salt)
  const masked = exclusiveOr(db, mgf1(hash, h, db.length))
  masked[0] = (masked[0] as number) & (0xff >> (8 * length - bits))
  return concatBytes(masked, h, Uint8Array.of(0xbc))
}

/** EMSA-PSS-VERIFY (RFC 8017, 9.1.2) with a salt as long as the hash: every byte of the encoding is checked. */
export function isPssEncoding(hash: Hash, digest: Bytes, encoded: Bytes, bits: number): boolean {
  const size = digest.length
  const maskedLength = encoded.length - size - 1
  if (maskedLength < size + 1 || encoded.at(-1) !== 0xbc) return false
  const h = encoded.subarray(maskedLength, -1)
  const spareBits = 8 * encoded.length - bits
  const first = encoded[0] as number
  if (first >> (8 - spareBits) !== 0) return false
  const db = exclusiveOr(mgf1(hash, h, maskedLength), encoded)
  db[0] = (db[0] as number) & (0xff >> spareBits)
  const zeros = maskedLength - size - 1
  if (db.subarray(0, zeros).some((byte) => byte !== 0) || db[zeros] !== 1) return false
  return equalBytes(h, pssHash(hash, digest, db.subarray(zeros + 1)))
}

const pssHash = (hash: Hash, digest: Bytes, salt: Bytes) =>
  nobleDigest(hash, concatBytes(new Uint8Array(8), digest, salt))

const exclusiveOr = (bytes: Bytes, mask: Bytes): Bytes => bytes.map((byte, i) => byte ^ (mask[i] as number))

/** RFC 8017, B.2.1. */
export function mgf1(hash: Hash, seed: Bytes, length: number): Bytes {
  const blocks = Array.from({ length: Math.ceil(length / digestLength(hash)) }, (_, counter) =>
    nobleDigest(hash, concatBytes(seed, fromBigInt(BigInt(counter), 4))),
  )
  return concatBytes(...blocks).slice(0, length)
}
