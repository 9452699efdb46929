import type { Bytes } from './bytes.ts'
import { bitLength, bitsOf, octetsOf, sequenceOf, unsignedOf } from './der-value.ts'
import { writeDer, writeNull, writeOctets, writeOid, writeSequence, writeUnsigned } from './der-write.ts'
import { DerError, readDer, TAG, type DerNode } from './der.ts'
import {
  curveOid,
  OID,
  postQuantumRow,
  readKeyAlgorithm,
  type NamedCurve,
  type PostQuantumSet,
} from './key-algorithm.ts'

export interface RsaPrivateNumbers {
  readonly modulus: bigint
  readonly exponent: bigint
  readonly privateExponent: bigint
  /** p, q, d mod p-1, d mod q-1, q^-1 mod p */
  readonly crt: readonly [bigint, bigint, bigint, bigint, bigint]
}

/** What a PrivateKeyInfo holds. */
export type PrivateKeyInfo =
  | {
      readonly kind: 'rsa'
      readonly modulusBits: number
      readonly primeCount: number
      readonly numbers: RsaPrivateNumbers
    }
  | {
      readonly kind: 'ec'
      readonly explicit: boolean
      readonly curve: NamedCurve | undefined
      /** The private number, big-endian, as long as the file has it. */
      readonly scalar: Bytes
      /** The point, where the file carries it. */
      readonly point: Bytes | undefined
    }
  | { readonly kind: 'ed25519'; readonly seed: Bytes }
  /** Any other algorithm, ML-DSA among them. */
  | { readonly kind: 'other'; readonly oid: string }

/**
 * Reads a DER PrivateKeyInfo (RFC 5208, section 5; version 1 and attributes as RFC 5958 allows).
 *
 * @throws DerError
 */
export function readPkcs8(der: Bytes): PrivateKeyInfo {
  const [version, algorithmNode, keyNode, ...rest] = sequenceOf(readDer(der))
  if (unsignedOf(version) > 1n) throw new DerError('value', 'PKCS#8 has version 0 or 1')
  if (rest.some(({ tag }) => tag !== 0xa0 && tag !== 0x81))
    throw new DerError('value', 'a part that PKCS#8 does not have')
  const algorithm = readKeyAlgorithm(algorithmNode)
  const key = octetsOf(keyNode)
  switch (algorithm.kind) {
    case 'rsa':
      return readRsaPrivateKey(sequenceOf(readDer(key)))
    case 'ec':
      return {
        kind: 'ec',
        explicit: algorithm.explicit,
        curve: algorithm.explicit ? undefined : algorithm.curve,
        ...readEcPrivateKey(sequenceOf(readDer(key))),
      }
    case 'ed25519': {
      const seed = octetsOf(readDer(key))
      if (seed.length !== 32)
        throw new DerError('value', `an Ed25519 seed has 32 bytes, found ${seed.length}`)
      return { kind: 'ed25519', seed }
    }
    case 'post-quantum':
      return { kind: 'other', oid: algorithm.oid }
    case 'other':
      return algorithm
  }
}

/** RSAPrivateKey (RFC 8017, A.1.2): version 1 means more than two primes. */
function readRsaPrivateKey(parts: readonly DerNode[]): PrivateKeyInfo {
  const [version, ...numbers] = parts.slice(0, 9).map(unsignedOf)
  const others = parts.length > 9 ? sequenceOf(parts[9]) : []
  if (numbers.length !== 8 || parts.length > 10)
    throw new DerError('value', 'an RSAPrivateKey has nine numbers')
  if (version !== (parts.length === 10 ? 1n : 0n))
    throw new DerError('value', 'RSAPrivateKey version and primes disagree')
  const [modulus, exponent, privateExponent, ...crt] = numbers as [
    bigint,
    bigint,
    bigint,
    ...RsaPrivateNumbers['crt'],
  ]
  return {
    kind: 'rsa',
    modulusBits: bitLength(modulus),
    primeCount: 2 + others.length,
    numbers: { modulus, exponent, privateExponent, crt },
  }
}

/** ECPrivateKey (RFC 5915): its own parameters may repeat the curve and are not needed here. */
function readEcPrivateKey(parts: readonly DerNode[]): { scalar: Bytes; point: Bytes | undefined } {
  const [version, scalar, ...optional] = parts
  if (unsignedOf(version) !== 1n) throw new DerError('value', 'an ECPrivateKey has version 1')
  const point = optional.find(({ tag }) => tag === 0xa1)
  return { scalar: octetsOf(scalar), point: point && bitsOf(point.children[0]) }
}

/** A two-prime RSA key. */
export function writeRsaPkcs8({ modulus, exponent, privateExponent, crt }: RsaPrivateNumbers): Bytes {
  const numbers = [0n, modulus, exponent, privateExponent, ...crt].map(writeUnsigned)
  return privateKeyInfo(writeSequence(writeOid(OID.rsaEncryption), writeNull()), writeSequence(...numbers))
}

/** @param scalar exactly one field element long (RFC 5915, section 3) */
export function writeEcPkcs8(curve: NamedCurve, scalar: Uint8Array, point?: Uint8Array): Bytes {
  const publicPart = point ? [writeDer(0xa1, writeDer(TAG.BIT_STRING, Uint8Array.of(0), point))] : []
  return privateKeyInfo(
    writeSequence(writeOid(OID.ecPublicKey), writeOid(curveOid(curve))),
    writeSequence(writeUnsigned(1n), writeOctets(scalar), ...publicPart),
  )
}

/** @param seed 32 bytes (RFC 8410, section 7) */
export function writeEd25519Pkcs8(seed: Uint8Array): Bytes {
  return privateKeyInfo(writeSequence(writeOid(OID.ed25519)), writeOctets(seed))
}

/** Of three forms the one that is the seed alone, as both RFCs advise (RFC 9881, section 6; RFC 9935, section 6). */
export function writePostQuantumPkcs8(set: PostQuantumSet, seed: Uint8Array): Bytes {
  const { oid, seedBytes } = postQuantumRow(set)
  if (seed.length !== seedBytes) throw new RangeError(`an ${set} seed has ${seedBytes} bytes`)
  return privateKeyInfo(writeSequence(writeOid(oid)), writeDer(0x80, seed))
}

function privateKeyInfo(algorithm: Bytes, key: Bytes): Bytes {
  return writeSequence(writeUnsigned(0n), algorithm, writeOctets(key))
}
