import { describe, expect, it } from 'vitest'
import type { Bytes } from '../bytes/bytes.ts'
import { fromBigInt } from '../bytes/der-value.ts'
import { decodeHex } from '../bytes/hex.ts'
import { readPkcs8, writeEcPkcs8, writeRsaPkcs8 } from '../bytes/pkcs8.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { pssEncoding } from './rsa-encoding.ts'
import { nobleDigest } from './noble-hash.ts'
import { outcome } from './vectors/judge.ts'
import { material, wrappingKeys } from './vectors/load.ts'
import { providers } from './vectors/providers.ts'

const message = encodeUtf8('the same for everyone')
const HASHES = ['SHA-256', 'SHA-384', 'SHA-512'] as const
const RSA_KEYS = [...wrappingKeys.values()].filter(
  ({ spec }, at, all) => all.findIndex((one) => one.spec === spec) === at,
)
const CURVES = [
  ['P-256', 'ec-p256'],
  ['P-384', 'ec-p384'],
  ['P-521', 'ec-p521'],
  ['secp256k1', 'ec-p256k1'],
] as const
const pair = (name: string) => ({ pkcs8: material(`${name}.pkcs8.der`), spki: material(`${name}.spki.der`) })
const rsa = pair('rsa-2048')
const p256 = pair('ec-p256')
const flipped = (bytes: Bytes) => bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte))

describe.each(providers)('$name', (provider) => {
  it.each(['PSS', 'PKCS1'] as const)(
    'signs a digest with RSA %s so that the message verifies, and the other way round, in all three sizes',
    async (scheme) => {
      expect(RSA_KEYS.map(({ spec }) => spec).sort()).toEqual(['RSA_2048', 'RSA_3072', 'RSA_4096'])
      for (const { pkcs8, spki } of RSA_KEYS)
        for (const hash of HASHES) {
          const digest = nobleDigest(hash, message)
          const signature = await provider.rsaSign(scheme, pkcs8, hash, digest, 'digest')
          const whole = await provider.rsaSign(scheme, pkcs8, hash, message, 'message')
          if (scheme === 'PKCS1') expect(signature).toEqual(whole)
          for (const other of providers) {
            expect(await other.rsaVerify(scheme, spki, hash, signature, message)).toBe(true)
            expect(await other.rsaVerify(scheme, spki, hash, whole, digest, 'digest')).toBe(true)
            expect(await other.rsaVerify(scheme, spki, hash, whole, flipped(digest), 'digest')).toBe(false)
            expect(await other.rsaVerify(scheme, spki, hash, flipped(whole), digest, 'digest')).toBe(false)
          }
        }
    },
  )

  it('signs a digest with RSA PSS other each time, and with PKCS1 the same', async () => {
    const digest = nobleDigest('SHA-256', message)
    const sign = (scheme: 'PSS' | 'PKCS1') => provider.rsaSign(scheme, rsa.pkcs8, 'SHA-256', digest, 'digest')
    expect(await sign('PSS')).not.toEqual(await sign('PSS'))
    expect(await sign('PKCS1')).toEqual(await sign('PKCS1'))
  })

  it.each(CURVES)(
    'signs a digest with ECDSA on %s so that the message verifies, and the other way round',
    async (curve, name) => {
      const { pkcs8, spki } = pair(name)
      for (const hash of HASHES) {
        const digest = nobleDigest(hash, message)
        const signature = await provider.ecdsaSign(curve, pkcs8, hash, digest, 'digest')
        const whole = await provider.ecdsaSign(curve, pkcs8, hash, message)
        for (const other of providers) {
          expect(await other.ecdsaVerify(curve, spki, hash, signature, message)).toBe(true)
          expect(await other.ecdsaVerify(curve, spki, hash, whole, digest, 'digest')).toBe(true)
          expect(await other.ecdsaVerify(curve, spki, hash, whole, flipped(digest), 'digest')).toBe(false)
        }
      }
    },
  )

  it('signs with Ed25519ph what RFC 8032, 7.3 prints, which plain Ed25519 does not verify', async () => {
    const seed = decodeHex('833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42')
    const { spki, pkcs8 } = await provider.ed25519Pair(seed)
    expect(spki.slice(-32)).toEqual(
      decodeHex('ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf'),
    )
    const digest = nobleDigest('SHA-512', encodeUtf8('abc'))
    const signature = await provider.ed25519phSign(pkcs8, digest)
    expect(signature).toEqual(
      decodeHex(
        '98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae4131f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406',
      ),
    )
    expect(await provider.ed25519phVerify(spki, signature, digest)).toBe(true)
    expect(await provider.ed25519phVerify(spki, signature, flipped(digest))).toBe(false)
    expect(await provider.ed25519phVerify(spki, flipped(signature), digest)).toBe(false)
    expect(await provider.ed25519phVerify(spki, signature.slice(1), digest)).toBe(false)
    expect(await provider.ed25519Verify(spki, signature, digest)).toBe(false)
    expect(await provider.ed25519Verify(spki, signature, encodeUtf8('abc'))).toBe(false)
  })

  it('refuses a digest of another length, and a private key whose numbers disagree', async () => {
    const short = new Uint8Array(31)
    const sha384 = new Uint8Array(48)
    const ed = pair('ed25519')
    const attempts = [
      () => provider.rsaSign('PSS', rsa.pkcs8, 'SHA-256', short, 'digest'),
      () => provider.rsaSign('PKCS1', rsa.pkcs8, 'SHA-256', sha384, 'digest'),
      () => provider.rsaVerify('PSS', rsa.spki, 'SHA-256', new Uint8Array(256), sha384, 'digest'),
      () => provider.rsaVerify('PKCS1', rsa.spki, 'SHA-512', new Uint8Array(256), sha384, 'digest'),
      () => provider.rsaSign('PSS', rsa.pkcs8, 'SHA-224', new Uint8Array(28), 'digest'),
      () => provider.rsaSign('PSS', p256.pkcs8, 'SHA-256', new Uint8Array(32), 'digest'),
      () => provider.rsaSign('PKCS1', wrongCrt(rsa.pkcs8), 'SHA-256', new Uint8Array(32), 'digest'),
      () => provider.ecdsaSign('P-256', p256.pkcs8, 'SHA-256', message, 'digest'),
      () =>
        provider.ecdsaSign(
          'P-256',
          writeEcPkcs8('P-256', fromBigInt(0n, 32)),
          'SHA-256',
          new Uint8Array(32),
          'digest',
        ),
      () => provider.ecdsaVerify('P-256', p256.spki, 'SHA-256', message, message, 'digest'),
      () => provider.ecdsaVerify('P-256', p256.spki, 'SHA-384', message, new Uint8Array(32), 'digest'),
      () => provider.ed25519phSign(ed.pkcs8, message),
      () => provider.ed25519phSign(p256.pkcs8, new Uint8Array(64)),
      () => provider.ed25519phVerify(ed.spki, new Uint8Array(64), sha384),
    ]
    const outcomes = await Promise.all(attempts.map((attempt) => outcome<unknown>(attempt)))
    expect(outcomes).toEqual(attempts.map(() => 'refused'))
  })
})

describe('EMSA-PSS', () => {
  it('clears the bits above the encoding and ends in bc (RFC 8017, 9.1.1)', () => {
    for (const bits of [2047, 2046, 2041]) {
      const encoded = pssEncoding('SHA-256', new Uint8Array(32), new Uint8Array(32), bits)
      expect(encoded).toHaveLength(256)
      expect((encoded[0] as number) >> (bits - 2040)).toBe(0)
      expect(encoded.at(-1)).toBe(0xbc)
    }
  })
})

/** One CRT number is off by two: a fault that an unchecked signature would give a prime away for. */
function wrongCrt(pkcs8: Bytes): Bytes {
  const info = readPkcs8(pkcs8)
  if (info.kind !== 'rsa') throw new Error('an RSA key expected')
  const [p, q, dP, dQ, qInv] = info.numbers.crt
  return writeRsaPkcs8({ ...info.numbers, crt: [p, q, dP + 2n, dQ, qInv] })
}
