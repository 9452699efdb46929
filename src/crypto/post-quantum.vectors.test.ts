import { shake128 } from '@noble/hashes/sha3.js'
import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { owned, type Bytes } from '../bytes/bytes.ts'
import { encodeHex } from '../bytes/hex.ts'
import { writePostQuantumPkcs8 } from '../bytes/pkcs8.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { publicKeyOf } from './key-info.ts'
import { outcome } from './vectors/judge.ts'
import { providers } from './vectors/providers.ts'

const SETS = [
  ['ML-KEM-512', 768],
  ['ML-KEM-768', 1088],
  ['ML-KEM-1024', 1568],
] as const
const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i)
const zeros = new Uint8Array(32)

/**
 * The accumulated test of Go's crypto/mlkem after 100 rounds, which prints the value for 768. For the other two sets
 * PQClean, kyber-py and CIRCL agree on the value.
 */
const ACCUMULATED = {
  'ML-KEM-512': '86b1b4703b8ffef6f7f3290c6dbce4ad954498a0673ded401a94828e8c519a59',
  'ML-KEM-768': '1114b1b6699ed191734fa339376afa7e285c9e6acf6ff0177d346696ce564415',
  'ML-KEM-1024': '800018fec3e2723f73f1d657fe239b4d5d8782efaade297e8cd448e54cc2ac00',
}

/** First and last line of the PEM body of each public key (RFC 9881, appendix C; RFC 9935, appendix C): seed 00 01 02 … */
const PRINTED = {
  'ML-DSA-44': ['MIIFMjALBglghkgBZQMEAxEDggUhANeytHJUquDbReeTDUqY0sl9jxOX0Xidr6Fw'],
  'ML-KEM-512': ['MIIDMjALBglghkgBZQMEBAEDggMhADmVgV5ZfRBDVc8pqlMzyTJRhp1bzb5IcST2', 'WhttY7Js'],
  'ML-KEM-768': ['MIIEsjALBglghkgBZQMEBAIDggShACmKoQ1CPI3aBp0CvFnmzfA6CWuLPaTKubgM', 'QvpN6gV4'],
  'ML-KEM-1024': ['MIIGMjALBglghkgBZQMEBAMDggYhAEuUwpRQERGRgjs1FMmsHqPZglzLhjk6LfsE', 'uYOILhF1'],
}
const SEED_FILES = {
  'ML-KEM-512':
    'MFQCAQAwCwYJYIZIAWUDBAQBBEKAQAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=',
  'ML-KEM-768':
    'MFQCAQAwCwYJYIZIAWUDBAQCBEKAQAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=',
  'ML-KEM-1024':
    'MFQCAQAwCwYJYIZIAWUDBAQDBEKAQAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=',
}

describe('key files of ML-KEM and ML-DSA', () => {
  it.each(SETS)('of %s are those that RFC 9935 prints for its seed', async (set) => {
    for (const provider of providers) {
      const text = encodeBase64(await provider.mlKemPublic(set, counting(64)))
      const [first, last] = PRINTED[set] as [string, string]
      expect([text.slice(0, 64), text.slice(-8)]).toEqual([first, last])
    }
    expect(encodeBase64(writePostQuantumPkcs8(set, counting(64)))).toBe(SEED_FILES[set])
  })

  it('of ML-DSA-44 are those that RFC 9881 prints for its seed', async () => {
    for (const provider of providers) {
      const text = encodeBase64(await provider.mlDsaPublic('ML-DSA-44', counting(32)))
      expect(text.slice(0, 64)).toBe(PRINTED['ML-DSA-44'][0])
    }
  })
})

describe.each(providers)('ML-KEM by $name', (provider) => {
  it.each(SETS)(
    '%s gives what other implementations give in 100 rounds, random ciphertexts included',
    async (set, length) => {
      const drawn = shake128.create()
      const given = shake128.create()
      const draw = (bytes: number) => owned(drawn.xof(bytes))
      for (let round = 0; round < 100; round++) {
        const seed = draw(64)
        const spki = await provider.mlKemPublic(set, seed)
        const { secret, ciphertext } = await provider.mlKemEncapsulate(set, spki, draw(32))
        expect(await provider.mlKemDecapsulate(set, seed, ciphertext)).toEqual(secret)
        const noise = await provider.mlKemDecapsulate(set, seed, draw(length))
        const { publicKey } = publicKeyOf('post-quantum', spki)
        given.update(publicKey).update(ciphertext).update(secret).update(noise)
      }
      expect(encodeHex(owned(given.xof(32)))).toBe(ACCUMULATED[set])
    },
  )

  it.each(SETS)(
    '%s gives another secret for a changed ciphertext, and refuses one of another length',
    async (set, length) => {
      const seed = counting(64)
      const spki = await provider.mlKemPublic(set, seed)
      const { secret, ciphertext } = await provider.mlKemEncapsulate(set, spki, zeros)
      expect([ciphertext.length, secret.length]).toEqual([length, 32])
      const changed = ciphertext.map((byte, i) => (i === length - 1 ? byte ^ 1 : byte))
      const noise = await provider.mlKemDecapsulate(set, seed, changed)
      expect(noise).toHaveLength(32)
      expect(noise).not.toEqual(secret)
      for (const cut of [ciphertext.slice(1), new Uint8Array(length + 1), new Uint8Array()])
        expect(await outcome(() => provider.mlKemDecapsulate(set, seed, cut))).toBe('refused')
    },
  )

  it('refuses keys of another set or kind, numbers above the modulus, and other lengths', async () => {
    const spki = await provider.mlKemPublic('ML-KEM-768', counting(64))
    const dsa = await provider.mlDsaPublic('ML-DSA-65', zeros)
    // 4095 in twelve bits, above q = 3329 (FIPS 203, 7.2).
    const tooLarge = spki.map((byte, i) =>
      i === spki.length - 1184 || i === spki.length - 1183 ? 0xff : byte,
    )
    const attempts = [
      () => provider.mlKemEncapsulate('ML-KEM-512', spki, zeros),
      () => provider.mlKemEncapsulate('ML-KEM-768', dsa, zeros),
      () => provider.mlKemEncapsulate('ML-KEM-768', tooLarge, zeros),
      () => provider.mlKemEncapsulate('ML-KEM-768', spki.slice(0, -1), zeros),
      () => provider.mlKemEncapsulate('ML-KEM-768', spki, new Uint8Array(31)),
      () => provider.mlKemPublic('ML-KEM-768', zeros),
    ]
    const outcomes = await Promise.all(attempts.map((attempt) => outcome<unknown>(attempt)))
    expect(outcomes).toEqual(attempts.map(() => 'refused'))
  })
})

describe.each(providers)('ML-DSA by $name', (provider) => {
  const message = encodeUtf8('the same for everyone')
  const random = counting(32)

  it.each(['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] as const)(
    '%s signs anew with other randomness, and both signatures hold for this message only',
    async (set) => {
      const spki = await provider.mlDsaPublic(set, random)
      const [first, second] = await Promise.all(
        [zeros, random].map((hedge) => provider.mlDsaSign(set, random, message, 'message', hedge)),
      )
      expect(first).not.toEqual(second)
      for (const signature of [first, second] as Bytes[]) {
        expect(await provider.mlDsaVerify(set, spki, signature, message, 'message')).toBe(true)
        expect(await provider.mlDsaVerify(set, spki, signature, message.slice(1), 'message')).toBe(false)
      }
    },
  )

  it('refuses a mu, a seed or randomness of another length, and keys of another set', async () => {
    const spki = await provider.mlDsaPublic('ML-DSA-44', zeros)
    const signature = new Uint8Array(2420)
    const attempts = [
      () => provider.mlDsaSign('ML-DSA-44', zeros, zeros, 'mu', zeros),
      () => provider.mlDsaSign('ML-DSA-44', counting(64), message, 'message', zeros),
      () => provider.mlDsaSign('ML-DSA-44', zeros, message, 'message', message),
      () => provider.mlDsaVerify('ML-DSA-44', spki, signature, zeros, 'mu'),
      () => provider.mlDsaVerify('ML-DSA-65', spki, signature, message, 'message'),
      () => provider.mlDsaPublic('ML-DSA-87', counting(31)),
    ]
    const outcomes = await Promise.all(attempts.map((attempt) => outcome<unknown>(attempt)))
    expect(outcomes).toEqual(attempts.map(() => 'refused'))
  })
})
