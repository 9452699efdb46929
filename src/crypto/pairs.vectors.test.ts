import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalBytes } from '../bytes/bytes.ts'
import { toBigInt } from '../bytes/der-value.ts'
import { decodeHex } from '../bytes/hex.ts'
import { writeEcPkcs8, writePostQuantumPkcs8 } from '../bytes/pkcs8.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { ecScalarOf } from './key-info.ts'
import { checkMaterial } from './material-format.ts'
import { seedLength } from './seed-length.ts'
import { outcome } from './vectors/judge.ts'
import { material, wrappingKeys } from './vectors/load.ts'
import { providers } from './vectors/providers.ts'

/** Group orders as SEC 2 and FIPS 186 print them. */
const CURVES = [
  ['P-256', 'SHA-256', 'ECC_NIST_P256', 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'],
  [
    'P-384',
    'SHA-384',
    'ECC_NIST_P384',
    'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  ],
  [
    'P-521',
    'SHA-512',
    'ECC_NIST_P521',
    '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
  ],
  [
    'secp256k1',
    'SHA-256',
    'ECC_SECG_P256K1',
    'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141',
  ],
] as const
const message = encodeUtf8('the same for everyone')
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((view) => new Uint8Array(view))

describe.each(providers)('a pair made from a seed by $name', (provider) => {
  it.each(CURVES)(
    'on %s is importable material, signs, verifies, and has the public half of its private one',
    async (curve, hash, spec) => {
      await fc.assert(
        fc.asyncProperty(bytes(seedLength(curve)), async (seed) => {
          const { spki, pkcs8 } = await provider.ecPair(curve, seed)
          expect(checkMaterial(spec, pkcs8)).toEqual({ ok: true })
          expect(await provider.publicHalf(pkcs8)).toEqual(spki)
          const signature = await provider.ecdsaSign(curve, pkcs8, hash, message)
          expect(await provider.ecdsaVerify(curve, spki, hash, signature, message)).toBe(true)
          const other = await provider.ecPair(
            curve,
            seed.map((byte) => byte ^ 1),
          )
          expect(equalBytes(other.spki, spki)).toBe(false)
        }),
        { numRuns: 10 },
      )
    },
  )

  it.each(CURVES)(
    'on %s has the number (seed mod n-1) + 1 of FIPS 186-5, A.2.1',
    async (curve, _hash, _spec, order) => {
      const n = toBigInt(decodeHex(order))
      const length = seedLength(curve)
      for (const seed of [new Uint8Array(length), new Uint8Array(length).fill(0xff), nLessOne(n, length)]) {
        const { pkcs8 } = await provider.ecPair(curve, seed)
        expect(toBigInt(ecScalarOf(curve, pkcs8))).toBe((toBigInt(seed) % (n - 1n)) + 1n)
      }
    },
  )

  it('of Ed25519 is that of RFC 8032, 7.1, test 2', async () => {
    const seed = decodeHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
    const { spki, pkcs8 } = await provider.ed25519Pair(seed)
    expect(spki.slice(-32)).toEqual(
      decodeHex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
    )
    expect(checkMaterial('ECC_NIST_EDWARDS25519', pkcs8)).toEqual({ ok: true })
    expect(await provider.publicHalf(pkcs8)).toEqual(spki)
    expect(await provider.ed25519Sign(pkcs8, Uint8Array.of(0x72))).toEqual(
      decodeHex(
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      ),
    )
  })

  it('has as public half what openssl wrote for the same private key', async () => {
    for (const name of ['ec-p256', 'ec-p384', 'ec-p521', 'ec-p256k1', 'ed25519', 'rsa-2048'])
      expect(await provider.publicHalf(material(`${name}.pkcs8.der`))).toEqual(material(`${name}.spki.der`))
    for (const { pkcs8, spki } of wrappingKeys.values())
      expect(await provider.publicHalf(pkcs8)).toEqual(spki)
  })

  it('is refused for a seed of another length, and a public half of what is no private key of KMS', async () => {
    const attempts = [
      () => provider.ecPair('P-256', new Uint8Array(32)),
      () => provider.ecPair('P-521', new Uint8Array(66)),
      () => provider.ed25519Pair(new Uint8Array(31)),
      () => provider.publicHalf(material('ec-p256.spki.der')),
      () => provider.publicHalf(material('ec-p256.explicit-params.der')),
      () => provider.publicHalf(writeEcPkcs8('P-256', new Uint8Array(32))),
      () => provider.publicHalf(writePostQuantumPkcs8('ML-KEM-512', new Uint8Array(64))),
      () => provider.publicHalf(new Uint8Array()),
    ]
    const outcomes = await Promise.all(attempts.map((attempt) => outcome<unknown>(attempt)))
    expect(outcomes).toEqual(attempts.map(() => 'refused'))
  })
})

/** The seed that wraps to zero: n-1 itself. */
function nLessOne(n: bigint, length: number) {
  return decodeHex((n - 1n).toString(16).padStart(2 * length, '0'))
}
