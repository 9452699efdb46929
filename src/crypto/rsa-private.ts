import type { Bytes } from '../bytes/bytes.ts'
import type { RsaPrivateNumbers } from '../bytes/pkcs8.ts'
import { modulusLength, privateKeyOf } from './key-info.ts'
import { modPower } from './mod-power.ts'
import { CryptoRefusal } from './provider.ts'

export interface RsaPrivate {
  readonly numbers: RsaPrivateNumbers
  readonly modulusBits: number
  /** Bytes of the modulus. */
  readonly length: number
}

/** @throws CryptoRefusal for more than two primes, or two that do not make the modulus */
export function openRsaPrivate(pkcs8: Bytes): RsaPrivate {
  const info = privateKeyOf('rsa', pkcs8)
  if (info.primeCount !== 2) throw new CryptoRefusal(`${info.primeCount} primes; only two are read`)
  const { numbers, modulusBits } = info
  const [p, q] = numbers.crt
  if (p * q !== numbers.modulus) throw new CryptoRefusal('the two primes do not multiply to the modulus')
  return { numbers, modulusBits, length: modulusLength(info) }
}

/** RSADP and RSASP1 by the Chinese remainder theorem (RFC 8017, 5.1.2 and 5.2.1). */
export function privatePower(value: bigint, { modulus, crt }: RsaPrivateNumbers): bigint {
  if (value >= modulus) throw new CryptoRefusal('a number above the modulus')
  const [p, q, dP, dQ, qInv] = crt
  const [m1, m2] = [modPower(value % p, dP, p), modPower(value % q, dQ, q)]
  const h = ((((m1 - m2) * qInv) % p) + p) % p
  return m2 + q * h
}
