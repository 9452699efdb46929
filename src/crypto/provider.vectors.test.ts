import { describe, expect, it } from 'vitest'
import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { encodeHex } from '../bytes/hex.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { readPkcs8, writeEcPkcs8, writeRsaPkcs8 } from '../bytes/pkcs8.ts'
import { readSpki } from '../bytes/spki.ts'
import { checkMaterial } from './material-format.ts'
import { outcome } from './vectors/judge.ts'
import { material, wrappingKey } from './vectors/load.ts'
import { providers } from './vectors/providers.ts'

const message = encodeUtf8('the same for everyone')
const rsa = { pkcs8: material('rsa-2048.pkcs8.der'), spki: material('rsa-2048.spki.der') }
const curves = [
  ['P-256', 'SHA-256', 'ec-p256'],
  ['P-384', 'SHA-384', 'ec-p384'],
  ['P-521', 'SHA-512', 'ec-p521'],
  ['secp256k1', 'SHA-256', 'ec-p256k1'],
] as const
const pair = (name: string) => ({ pkcs8: material(`${name}.pkcs8.der`), spki: material(`${name}.spki.der`) })
const changed = (bytes: Bytes) => bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte))

describe.each(providers)('$name', (provider) => {
  it.each(['PSS', 'PKCS1'] as const)(
    'signs with RSA %s what every provider verifies, and no other message',
    async (scheme) => {
      for (const hash of ['SHA-256', 'SHA-384', 'SHA-512'] as const) {
        const signature = await provider.rsaSign(scheme, rsa.pkcs8, hash, message)
        for (const other of providers) {
          expect(await other.rsaVerify(scheme, rsa.spki, hash, signature, message)).toBe(true)
          expect(await other.rsaVerify(scheme, rsa.spki, hash, signature, changed(message))).toBe(false)
        }
      }
    },
  )

  it.each(curves)(
    'signs with ECDSA on %s what every provider verifies, other each time',
    async (curve, hash, name) => {
      const { pkcs8, spki } = pair(name)
      const signature = await provider.ecdsaSign(curve, pkcs8, hash, message)
      expect(await provider.ecdsaSign(curve, pkcs8, hash, message)).not.toEqual(signature)
      for (const other of providers) {
        expect(await other.ecdsaVerify(curve, spki, hash, signature, message)).toBe(true)
        expect(await other.ecdsaVerify(curve, spki, hash, signature, changed(message))).toBe(false)
      }
    },
  )

  it('signs with Ed25519 what it verifies', async () => {
    const { pkcs8, spki } = pair('ed25519')
    const signature = await provider.ed25519Sign(pkcs8, message)
    expect(await provider.ed25519Verify(spki, signature, message)).toBe(true)
    expect(await provider.ed25519Verify(spki, signature, changed(message))).toBe(false)
  })

  it('makes an RSA pair of the asked size that fits its own import rules', async () => {
    const { spki, pkcs8 } = await provider.rsaGenerate(2048)
    const half = readPkcs8(pkcs8)
    expect(half).toMatchObject({
      kind: 'rsa',
      modulusBits: 2048,
      primeCount: 2,
      numbers: { exponent: 65537n },
    })
    expect(readSpki(spki)).toMatchObject({
      modulus: half.kind === 'rsa' && half.numbers.modulus,
      exponent: 65537n,
    })
    expect(checkMaterial('RSA_2048', pkcs8)).toEqual({ ok: true })
    expect(spki).toHaveLength(294)
    for (const other of providers) {
      const closed = await provider.rsaOaepEncrypt(spki, 'SHA-256', message)
      expect(await other.rsaOaepDecrypt(pkcs8, 'SHA-256', closed)).toEqual(message)
    }
  })

  it('fills RSAES-OAEP to its last byte and refuses one more', async () => {
    const { spki, pkcs8 } = wrappingKey('TESTONLY-wrap-rsa2048-a')
    for (const [hash, most] of [
      ['SHA-1', 214],
      ['SHA-256', 190],
    ] as const) {
      const closed = await provider.rsaOaepEncrypt(spki, hash, new Uint8Array(most))
      expect(await provider.rsaOaepDecrypt(pkcs8, hash, closed)).toHaveLength(most)
      expect(await outcome(() => provider.rsaOaepEncrypt(spki, hash, new Uint8Array(most + 1)))).toBe(
        'refused',
      )
    }
  })

  it('digests and MACs alike, an empty HMAC key included', async () => {
    const abc = encodeUtf8('abc')
    const digests = ['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'] as const
    const found = await Promise.all(
      digests.map(async (hash) => encodeHex(await provider.digest(hash, abc)).slice(0, 8)),
    )
    expect(found).toEqual(['a9993e36', '23097d22', 'ba7816bf', 'cb00753f', 'ddaf35a1'])
    expect(encodeHex(await provider.hmac('SHA-256', new Uint8Array(), new Uint8Array()))).toMatch(/^b613679a/)
  })

  it('refuses, and never breaks on, keys of another kind, damaged keys and wrong lengths', async () => {
    const { pkcs8, spki } = pair('ec-p256')
    const explicit = material('ec-p256.explicit-params.der')
    const none = new Uint8Array()
    const zero = writeEcPkcs8('P-256', new Uint8Array(32))
    const hollow = writeRsaPkcs8({
      modulus: 1n << 2047n,
      exponent: 65537n,
      privateExponent: 1n,
      crt: [0n, 0n, 0n, 0n, 0n],
    })
    const attempts = [
      () => provider.aesGcm(new Uint8Array(24)),
      async () =>
        (await provider.aesGcm(new Uint8Array(32))).open(new Uint8Array(16), none, new Uint8Array(16)),
      async () => (await provider.aesGcm(new Uint8Array(32))).seal(new Uint8Array(8), none, none),
      async () => (await provider.aesGcm(new Uint8Array(32))).open(new Uint8Array(12), none, none),
      () => provider.rsaOaepEncrypt(spki, 'SHA-256', message),
      () => provider.rsaOaepEncrypt(none, 'SHA-256', message),
      () => provider.rsaOaepDecrypt(pkcs8, 'SHA-256', new Uint8Array(256)),
      () => provider.rsaOaepDecrypt(rsa.spki, 'SHA-256', new Uint8Array(256)),
      () => provider.rsaOaepDecrypt(rsa.pkcs8, 'SHA-256', new Uint8Array(257)),
      () => provider.rsaOaepDecrypt(hollow, 'SHA-256', new Uint8Array(256)),
      () => provider.rsaSign('PSS', hollow, 'SHA-256', message),
      () => provider.rsaVerify('PSS', spki, 'SHA-256', message, message),
      () => provider.rsaSign('PKCS1', pkcs8, 'SHA-256', message),
      () => provider.rsaSign('PSS', rsa.pkcs8, 'SHA-224', message),
      () => provider.ecdsaVerify('P-384', spki, 'SHA-384', message, message),
      () => provider.ecdsaVerify('secp256k1', spki, 'SHA-256', message, message),
      () => provider.ecdsaVerify('P-256', changed(spki), 'SHA-256', message, message),
      () => provider.ecdsaSign('P-256', rsa.pkcs8, 'SHA-256', message),
      () => provider.ecdsaSign('P-256', zero, 'SHA-256', message),
      () => provider.ecdsaSign('P-256', explicit, 'SHA-256', message),
      () => provider.ed25519Verify(spki, message, message),
      () => provider.ed25519Sign(pkcs8, message),
      () => provider.ecdh('P-256', pkcs8, pair('ec-p384').spki),
      () => provider.ecdh('P-256', explicit, spki),
      () => provider.ecdh('P-256', pkcs8, concatBytes(spki, none, Uint8Array.of(0))),
    ]
    const outcomes = await Promise.all(attempts.map((attempt) => outcome<unknown>(attempt)))
    expect(outcomes).toEqual(attempts.map(() => 'refused'))
  })
})
