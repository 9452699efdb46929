import type { Bytes } from './bytes.ts'
import { bitLength, bitsOf, sequenceOf, unsignedOf } from './der-value.ts'
import { writeBits, writeNull, writeOid, writeSequence, writeUnsigned } from './der-write.ts'
import { DerError, readDer } from './der.ts'
import {
  curveOid,
  OID,
  postQuantumRow,
  readKeyAlgorithm,
  type NamedCurve,
  type PostQuantumSet,
} from './key-algorithm.ts'

/** What a SubjectPublicKeyInfo holds. */
export type PublicKeyInfo =
  | {
      readonly kind: 'rsa'
      readonly modulus: bigint
      readonly modulusBits: number
      readonly exponent: bigint
    }
  | {
      readonly kind: 'ec'
      readonly curveOid: string
      readonly curve: NamedCurve | undefined
      /** As encoded: 04 x y, or a compressed form. */
      readonly point: Bytes
    }
  | { readonly kind: 'ed25519'; readonly publicKey: Bytes }
  | { readonly kind: 'post-quantum'; readonly set: PostQuantumSet; readonly publicKey: Bytes }
  | { readonly kind: 'other'; readonly oid: string }

/**
 * Reads a DER SubjectPublicKeyInfo (RFC 5280, 4.1.2.7).
 *
 * @throws DerError also for EC parameters spelled out as numbers: curves go by name
 */
export function readSpki(der: Bytes): PublicKeyInfo {
  const [algorithmNode, keyNode, ...rest] = sequenceOf(readDer(der))
  if (rest.length > 0) throw new DerError('value', 'a SubjectPublicKeyInfo has two parts')
  const algorithm = readKeyAlgorithm(algorithmNode)
  const key = bitsOf(keyNode)
  switch (algorithm.kind) {
    case 'rsa':
      return { kind: 'rsa', ...readRsaPublicKey(key) }
    case 'ec':
      if (algorithm.explicit)
        throw new DerError('value', 'explicit curve parameters; only named curves are read')
      return { kind: 'ec', curveOid: algorithm.curveOid, curve: algorithm.curve, point: key }
    case 'ed25519':
      if (key.length !== 32) throw new DerError('value', `an Ed25519 key has 32 bytes, found ${key.length}`)
      return { kind: 'ed25519', publicKey: key }
    case 'post-quantum': {
      const { set } = algorithm
      const { publicBytes } = postQuantumRow(set)
      if (key.length !== publicBytes)
        throw new DerError('value', `an ${set} key has ${publicBytes} bytes, found ${key.length}`)
      return { kind: 'post-quantum', set, publicKey: key }
    }
    case 'other':
      return algorithm
  }
}

/** RSAPublicKey (RFC 8017, A.1.1). */
function readRsaPublicKey(der: Bytes) {
  const [modulusNode, exponentNode, ...rest] = sequenceOf(readDer(der))
  if (rest.length > 0) throw new DerError('value', 'an RSAPublicKey has two numbers')
  const modulus = unsignedOf(modulusNode)
  const exponent = unsignedOf(exponentNode)
  if (modulus < 3n || exponent < 3n) throw new DerError('value', 'not an RSA modulus and exponent')
  return { modulus, modulusBits: bitLength(modulus), exponent }
}

export function writeRsaSpki(key: { readonly modulus: bigint; readonly exponent: bigint }): Bytes {
  const rsaPublicKey = writeSequence(writeUnsigned(key.modulus), writeUnsigned(key.exponent))
  return writeSequence(writeSequence(writeOid(OID.rsaEncryption), writeNull()), writeBits(rsaPublicKey))
}

/** @param point as it is to be encoded; KMS has it uncompressed: 04 x y (RFC 5480, section 2) */
export function writeEcSpki(curve: NamedCurve, point: Bytes): Bytes {
  return writeSequence(writeSequence(writeOid(OID.ecPublicKey), writeOid(curveOid(curve))), writeBits(point))
}

export const writeEd25519Spki = (publicKey: Bytes): Bytes => bareSpki(OID.ed25519, publicKey)

/** The BIT STRING is the public key as FIPS 203 and 204 encode it (RFC 9881, section 4; RFC 9935, section 5). */
export const writePostQuantumSpki = (set: PostQuantumSet, publicKey: Bytes): Bytes =>
  bareSpki(postQuantumRow(set).oid, publicKey)

/** An algorithm without parameters, and the key without a coat of its own. */
function bareSpki(oid: string, publicKey: Bytes): Bytes {
  return writeSequence(writeSequence(writeOid(oid)), writeBits(publicKey))
}
