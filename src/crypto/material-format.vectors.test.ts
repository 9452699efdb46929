import { describe, expect, it } from 'vitest'
import { writeEcPkcs8, readPkcs8, writeRsaPkcs8 } from '../bytes/pkcs8.ts'
import { checkMaterial, type ImportableKeySpec } from './material-format.ts'
import { material } from './vectors/load.ts'

const ok = { ok: true }

describe('material for a KMS key', () => {
  it.each([
    ['SYMMETRIC_DEFAULT', 32, 32],
    ['HMAC_224', 28, 128],
    ['HMAC_256', 32, 128],
    ['HMAC_384', 48, 128],
    ['HMAC_512', 64, 128],
  ] as const)('%s takes %i to %i raw bytes', (spec, least, most) => {
    expect([least, most].map((length) => checkMaterial(spec, new Uint8Array(length)))).toEqual([ok, ok])
    expect(
      [least - 1, most + 1, 0].filter((length) => checkMaterial(spec, new Uint8Array(length)).ok),
    ).toEqual([])
  })

  it.each([
    ['RSA_2048', 'rsa-2048'],
    ['RSA_3072', 'rsa-3072'],
    ['RSA_4096', 'rsa-4096'],
    ['ECC_NIST_P256', 'ec-p256'],
    ['ECC_NIST_P384', 'ec-p384'],
    ['ECC_NIST_P521', 'ec-p521'],
    ['ECC_SECG_P256K1', 'ec-p256k1'],
    ['ECC_NIST_EDWARDS25519', 'ed25519'],
  ] as const)('%s takes its own PKCS#8 and none of the other kinds', (spec, own) => {
    const names = [
      'rsa-2048',
      'rsa-3072',
      'rsa-4096',
      'ec-p256',
      'ec-p384',
      'ec-p521',
      'ec-p256k1',
      'ed25519',
    ]
    expect(names.filter((name) => checkMaterial(spec, material(`${name}.pkcs8.der`)).ok)).toEqual([own])
  })

  it.each<[ImportableKeySpec, string, RegExp]>([
    ['SYMMETRIC_DEFAULT', 'aes256-a.hex.txt', /exactly 32 bytes expected, got 64/],
    ['HMAC_256', 'hmac256-short-31.bin', /32 to 128 bytes expected, got 31/],
    ['ECC_NIST_P256', 'ec-p256.sec1.der', /SEC 1/],
    ['ECC_NIST_P256', 'ec-p256.encrypted-pkcs8.der', /passphrase/],
    ['ECC_NIST_P256', 'ec-p256.public-by-mistake.der', /public key/],
    ['ECC_NIST_P256', 'ec-p256.pkcs8.pem', /this is pem/],
    ['ECC_NIST_P256', 'ec-p256.explicit-params.der', /by its name/],
    ['ECC_NIST_P256', 'ec-p256.pkcs8-trailing.der', /missing or added/],
    ['ECC_NIST_P256', 'ec-p384.pkcs8.der', /P-256 expected, found P-384/],
    ['ECC_NIST_P256', 'ec-brainpool256.pkcs8.der', /found another curve/],
    ['RSA_2048', 'rsa-2048.pkcs1.der', /PKCS#1/],
    ['RSA_2048', 'rsa-1024.pkcs8.der', /2048 bits expected, found 1024/],
    ['RSA_2048', 'rsa-2048-e3.pkcs8.der', /65537 expected, found 3/],
    ['RSA_2048', 'rsa-2048-3primes.pkcs8.der', /two primes expected, found 3/],
  ])('%s refuses %s and says why', (spec, name, reason) => {
    expect(checkMaterial(spec, material(name))).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })

  it('refuses a pair whose halves do not belong together', () => {
    const [p256, rsa] = [readPkcs8(material('ec-p256.pkcs8.der')), readPkcs8(material('rsa-2048.pkcs8.der'))]
    if (p256.kind !== 'ec' || rsa.kind !== 'rsa' || !p256.point) throw new Error('other fixtures expected')
    expect(checkMaterial('ECC_NIST_P256', writeEcPkcs8('P-256', p256.scalar, p256.point))).toEqual(ok)
    expect(checkMaterial('ECC_NIST_P256', writeEcPkcs8('P-256', p256.scalar))).toEqual(ok)
    const otherPoint = p256.point.map((byte, i) => (i === 9 ? byte ^ 1 : byte))
    expect(checkMaterial('ECC_NIST_P256', writeEcPkcs8('P-256', p256.scalar, otherPoint)).ok).toBe(false)
    expect(checkMaterial('ECC_NIST_P256', writeEcPkcs8('P-256', new Uint8Array(32))).ok).toBe(false)
    expect(
      checkMaterial('RSA_2048', writeRsaPkcs8({ ...rsa.numbers, modulus: rsa.numbers.modulus - 2n })).ok,
    ).toBe(false)
  })
})
