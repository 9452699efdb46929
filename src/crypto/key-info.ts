import type { Bytes } from '../bytes/bytes.ts'
import { fieldBytes, type NamedCurve } from '../bytes/key-algorithm.ts'
import { readPkcs8, type PrivateKeyInfo } from '../bytes/pkcs8.ts'
import { readSpki, type PublicKeyInfo } from '../bytes/spki.ts'
import { CryptoRefusal } from './provider.ts'
import { refuseOnDerError } from './refuse.ts'

type Of<Info extends { kind: string }, Kind> = Extract<Info, { kind: Kind }>

/** @throws CryptoRefusal when the bytes are no public key of that kind, as for all functions of this file */
export function publicKeyOf<Kind extends PublicKeyInfo['kind']>(
  kind: Kind,
  spki: Bytes,
): Of<PublicKeyInfo, Kind> {
  const info = refuseOnDerError(() => readSpki(spki))
  if (info.kind !== kind) throw new CryptoRefusal(`an ${kind} public key expected, found ${info.kind}`)
  return info as Of<PublicKeyInfo, Kind>
}

export function privateKeyOf<Kind extends PrivateKeyInfo['kind']>(
  kind: Kind,
  pkcs8: Bytes,
): Of<PrivateKeyInfo, Kind> {
  const info = refuseOnDerError(() => readPkcs8(pkcs8))
  if (info.kind !== kind) throw new CryptoRefusal(`an ${kind} private key expected, found ${info.kind}`)
  return info as Of<PrivateKeyInfo, Kind>
}

/** An uncompressed point of that named curve: KMS gives and takes no other. */
export function ecPointOf(curve: NamedCurve, spki: Bytes): Bytes {
  const info = publicKeyOf('ec', spki)
  if (info.curve !== curve)
    throw new CryptoRefusal(`a point on ${curve} expected, found ${info.curve ?? info.curveOid}`)
  if (info.point.length !== 1 + 2 * fieldBytes(curve) || info.point[0] !== 4) {
    throw new CryptoRefusal('an uncompressed point expected')
  }
  return info.point
}

export function ecScalarOf(curve: NamedCurve, pkcs8: Bytes): Bytes {
  const info = privateKeyOf('ec', pkcs8)
  if (info.explicit) throw new CryptoRefusal('explicit curve parameters')
  if (info.curve !== curve)
    throw new CryptoRefusal(`a key on ${curve} expected, found ${info.curve ?? 'another curve'}`)
  return info.scalar
}

/** Bytes of the modulus: what every RSA ciphertext and signature must be as long as. */
export function modulusLength(key: { readonly modulusBits: number }): number {
  return Math.ceil(key.modulusBits / 8)
}

/** @param expected modulus length in bytes */
export function requireModulusLength(ciphertext: Bytes, expected: number): void {
  if (ciphertext.length !== expected) {
    throw new CryptoRefusal(`${expected} bytes expected, as long as the modulus; got ${ciphertext.length}`)
  }
}

/** Longest plaintext of RSAES-OAEP (RFC 8017, 7.1.1). */
export function requireOaepFits(plaintext: Bytes, modulusBytes: number, digestBytes: number): void {
  const most = modulusBytes - 2 * digestBytes - 2
  if (plaintext.length > most) throw new CryptoRefusal(`at most ${most} bytes fit, got ${plaintext.length}`)
}
