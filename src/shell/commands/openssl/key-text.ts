import type { Bytes } from '../../../bytes/bytes.ts'
import { bitLength, fromBigInt } from '../../../bytes/der-value.ts'
import { encodeHex } from '../../../bytes/hex.ts'
import type { NamedCurve } from '../../../bytes/key-algorithm.ts'
import { readPkcs8 } from '../../../bytes/pkcs8.ts'
import { readSpki } from '../../../bytes/spki.ts'
import type { LoadedKey } from './key-file.ts'

const NAMES: Readonly<Record<NamedCurve, readonly [bits: number, oid: string, nist?: string]>> = {
  'P-256': [256, 'prime256v1', 'P-256'],
  'P-384': [384, 'secp384r1', 'P-384'],
  'P-521': [521, 'secp521r1', 'P-521'],
  secp256k1: [256, 'secp256k1'],
}

/** The bytes of a number in lines of 15, as -text prints them; a leading zero keeps it positive. */
function lines(bytes: Bytes): string {
  const pairs = encodeHex(bytes).match(/../g) ?? []
  const rows: string[] = []
  for (let i = 0; i < pairs.length; i += 15) rows.push(`    ${pairs.slice(i, i + 15).join(':')}`)
  return `${rows.join(':\n')}\n`
}

function positive(value: bigint): Bytes {
  const length = Math.ceil(bitLength(value) / 8)
  return bitLength(value) % 8 === 0 ? fromBigInt(value, length + 1) : fromBigInt(value, length)
}

const small = (name: string, value: bigint) => `${name}: ${value} (0x${value.toString(16)})\n`

/** What -text prints of a key; undefined for a kind that has no text here. */
export function keyText({ pkcs8, spki }: LoadedKey): string | undefined {
  const pub = readSpki(spki)
  const own = pkcs8 && readPkcs8(pkcs8)
  if (own?.kind === 'rsa') {
    const { modulus, exponent, privateExponent, crt } = own.numbers
    const named: readonly (readonly [string, bigint])[] = [
      ['privateExponent', privateExponent],
      ['prime1', crt[0]],
      ['prime2', crt[1]],
      ['exponent1', crt[2]],
      ['exponent2', crt[3]],
      ['coefficient', crt[4]],
    ]
    return [
      `Private-Key: (${own.modulusBits} bit, 2 primes)\n`,
      `modulus:\n${lines(positive(modulus))}`,
      small('publicExponent', exponent),
      ...named.map(([name, value]) => `${name}:\n${lines(positive(value))}`),
    ].join('')
  }
  if (pub.kind === 'rsa')
    return `Public-Key: (${pub.modulusBits} bit)\nModulus:\n${lines(positive(pub.modulus))}${small('Exponent', pub.exponent)}`
  if (pub.kind === 'ec' && pub.curve) {
    const [bits, oid, nist] = NAMES[pub.curve]
    const priv = own?.kind === 'ec' ? `priv:\n${lines(own.scalar)}` : ''
    const title = own ? 'Private-Key' : 'Public-Key'
    return `${title}: (${bits} bit)\n${priv}pub:\n${lines(pub.point)}ASN1 OID: ${oid}\n${nist ? `NIST CURVE: ${nist}\n` : ''}`
  }
  if (pub.kind === 'ed25519') {
    const priv = own?.kind === 'ed25519' ? `priv:\n${lines(own.seed)}` : ''
    return `ED25519 ${own ? 'Private' : 'Public'}-Key:\n${priv}pub:\n${lines(pub.publicKey)}`
  }
  return undefined
}
