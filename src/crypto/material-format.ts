import { equalBytes, type Bytes } from '../bytes/bytes.ts'
import { DerError } from '../bytes/der.ts'
import { fieldBytes } from '../bytes/key-algorithm.ts'
import { keyFileForm } from '../bytes/key-file-form.ts'
import { readPkcs8, type PrivateKeyInfo } from '../bytes/pkcs8.ts'
import { recogniseFile } from '../bytes/what-file.ts'
import { noblePublicPoint } from './noble-ec.ts'
import { CryptoRefusal } from './provider.ts'

type Kind =
  | { readonly is: 'raw'; readonly least: number; readonly most: number }
  | { readonly is: 'rsa'; readonly bits: number }
  | { readonly is: 'ec'; readonly curve: 'P-256' | 'P-384' | 'P-521' | 'secp256k1' }
  | { readonly is: 'ed25519' }

/**
 * Plain material by key spec. HMAC: the guide's range, from the digest's length to 1024 bits.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-conceptual.html
 */
const KINDS = {
  SYMMETRIC_DEFAULT: { is: 'raw', least: 32, most: 32 },
  HMAC_224: { is: 'raw', least: 28, most: 128 },
  HMAC_256: { is: 'raw', least: 32, most: 128 },
  HMAC_384: { is: 'raw', least: 48, most: 128 },
  HMAC_512: { is: 'raw', least: 64, most: 128 },
  RSA_2048: { is: 'rsa', bits: 2048 },
  RSA_3072: { is: 'rsa', bits: 3072 },
  RSA_4096: { is: 'rsa', bits: 4096 },
  ECC_NIST_P256: { is: 'ec', curve: 'P-256' },
  ECC_NIST_P384: { is: 'ec', curve: 'P-384' },
  ECC_NIST_P521: { is: 'ec', curve: 'P-521' },
  ECC_SECG_P256K1: { is: 'ec', curve: 'secp256k1' },
  ECC_NIST_EDWARDS25519: { is: 'ed25519' },
} as const satisfies Record<string, Kind>

export type ImportableKeySpec = keyof typeof KINDS

export type MaterialVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string }

const ok: MaterialVerdict = { ok: true }
const refuse = (reason: string): MaterialVerdict => ({ ok: false, reason })

/**
 * Whether opened bytes are material for a key of that spec. KMS takes raw bytes for symmetric and HMAC keys and PKCS#8
 * for pairs. Never throws: `reason` is a sentence for the learner. Weak bytes of the right length pass, as they would in KMS.
 */
export function checkMaterial(keySpec: ImportableKeySpec, bytes: Bytes): MaterialVerdict {
  const kind: Kind = KINDS[keySpec]
  if (kind.is === 'raw') return checkLength(kind, bytes)
  const form = keyFileForm(bytes)
  if (form !== 'pkcs8') return refuse(`PKCS#8 in DER expected; this is ${describe(form, bytes)}`)
  try {
    return checkPair(kind, readPkcs8(bytes))
  } catch (error) {
    if (error instanceof DerError) return refuse(`the PKCS#8 is damaged: ${error.message}`)
    throw error
  }
}

function checkLength({ least, most }: { least: number; most: number }, { length }: Bytes): MaterialVerdict {
  if (length >= least && length <= most) return ok
  return refuse(
    least === most
      ? `exactly ${least} bytes expected, got ${length}`
      : `${least} to ${most} bytes expected, got ${length}`,
  )
}

function checkPair(kind: Exclude<Kind, { is: 'raw' }>, info: PrivateKeyInfo): MaterialVerdict {
  if (info.kind !== kind.is) return refuse(`an ${NAMES[kind.is]} key expected, found ${NAMES[info.kind]}`)
  if (kind.is === 'rsa' && info.kind === 'rsa') return checkRsa(kind.bits, info)
  if (kind.is === 'ec' && info.kind === 'ec') return checkEc(kind.curve, info)
  return ok
}

const NAMES = { rsa: 'RSA', ec: 'elliptic curve', ed25519: 'Ed25519', other: 'one of another algorithm' }

function checkRsa(bits: number, info: Extract<PrivateKeyInfo, { kind: 'rsa' }>): MaterialVerdict {
  const { modulus, exponent, crt } = info.numbers
  if (info.modulusBits !== bits)
    return refuse(`a modulus of ${bits} bits expected, found ${info.modulusBits}`)
  if (info.primeCount !== 2) return refuse(`two primes expected, found ${info.primeCount}`)
  if (exponent !== 65537n) return refuse(`public exponent 65537 expected, found ${exponent}`)
  if (crt[0] * crt[1] !== modulus) return refuse('the two primes do not multiply to the modulus')
  return ok
}

function checkEc(
  curve: 'P-256' | 'P-384' | 'P-521' | 'secp256k1',
  info: Extract<PrivateKeyInfo, { kind: 'ec' }>,
): MaterialVerdict {
  if (info.explicit) return refuse('the curve is spelled out as numbers; it must go by its name')
  if (info.curve !== curve)
    return refuse(`a key on ${curve} expected, found ${info.curve ?? 'another curve'}`)
  if (info.scalar.length !== fieldBytes(curve))
    return refuse(`a private number of ${fieldBytes(curve)} bytes expected`)
  try {
    const point = noblePublicPoint(curve, info.scalar)
    return info.point && !equalBytes(info.point, point)
      ? refuse('private and public half do not belong together')
      : ok
  } catch (error) {
    if (error instanceof CryptoRefusal) return refuse(error.message)
    throw error
  }
}

function describe(form: Exclude<ReturnType<typeof keyFileForm>, 'pkcs8'>, bytes: Bytes): string {
  switch (form) {
    case 'encrypted-pkcs8':
      return 'PKCS#8 under a passphrase: take the passphrase off first'
    case 'sec1':
      return 'a SEC 1 private key (BEGIN EC PRIVATE KEY): convert it with openssl pkcs8 -topk8'
    case 'pkcs1-private':
      return 'a PKCS#1 private key (BEGIN RSA PRIVATE KEY): convert it with openssl pkcs8 -topk8'
    case 'pkcs1-public':
    case 'spki':
      return 'a public key'
    case 'other-der':
      return 'DER of another kind'
    case 'not-der': {
      const { is } = recogniseFile(bytes)
      return is === 'binary'
        ? `${bytes.length} bytes that are no DER, or DER with bytes missing or added`
        : is
    }
  }
}
