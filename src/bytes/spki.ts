import type { Bytes } from './bytes.ts'
import { bitLength, bitsOf, sequenceOf, unsignedOf } from './der-value.ts'
import { writeBits, writeNull, writeOid, writeSequence, writeUnsigned } from './der-write.ts'
import { DerError, readDer } from './der.ts'
import { OID, readKeyAlgorithm, type NamedCurve } from './key-algorithm.ts'

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
