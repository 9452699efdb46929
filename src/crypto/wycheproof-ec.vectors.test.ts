import { describe } from 'vitest'
import { equalBytes } from '../bytes/bytes.ts'
import { fromBigInt } from '../bytes/der-value.ts'
import { fieldBytes } from '../bytes/key-algorithm.ts'
import { writeEcPkcs8 } from '../bytes/pkcs8.ts'
import type { Hash } from './provider.ts'
import { outcome } from './vectors/judge.ts'
import { providers } from './vectors/providers.ts'
import { itRuns } from './vectors/wycheproof.ts'

describe.each(providers)('$name', (provider) => {
  describe.each([
    ['P-256', { ecdsa_secp256r1_sha256: 484 }],
    ['P-384', { ecdsa_secp384r1_sha384: 504 }],
    ['P-521', { ecdsa_secp521r1_sha512: 542 }],
    ['secp256k1', { ecdsa_secp256k1_sha256: 476 }],
  ] as const)('ECDSA on %s accepts valid signatures in strict DER, with low and high s', (curve, file) => {
    itRuns(file, async ({ group, test }) => {
      const hash = group.text('sha') as Hash
      return provider.ecdsaVerify(
        curve,
        group.bytes('publicKeyDer'),
        hash,
        test.bytes('sig'),
        test.bytes('msg'),
      )
    })
  })

  describe('Ed25519 accepts valid signatures by RFC 8032', () => {
    itRuns({ ed25519: 151 }, ({ group, test }) =>
      provider.ed25519Verify(group.bytes('publicKeyDer'), test.bytes('sig'), test.bytes('msg')),
    )
  })

  // Acceptable are compressed points, explicit parameters and loose encodings: none of them is taken.
  describe.each([
    ['P-256', { ecdh_secp256r1: 612 }],
    ['P-384', { ecdh_secp384r1: 93 }],
    ['P-521', { ecdh_secp521r1: 104 }],
  ] as const)('ECDH on %s takes uncompressed points of the named curve', (curve, file) => {
    itRuns(file, async ({ test }) => {
      const scalar = fromBigInt(BigInt(`0x${test.text('private')}`), fieldBytes(curve))
      const shared = await outcome(() =>
        provider.ecdh(curve, writeEcPkcs8(curve, scalar), test.bytes('public')),
      )
      return shared !== 'refused' && equalBytes(shared, test.bytes('shared'))
    })
  })

  describe('HMAC gives the full tag', () => {
    itRuns(
      { hmac_sha224: 87, hmac_sha256: 87, hmac_sha384: 87, hmac_sha512: 87 },
      async ({ group, test }) => {
        const hash = `SHA-${group.number('tagSize')}` as Hash
        return equalBytes(await provider.hmac(hash, test.bytes('key'), test.bytes('msg')), test.bytes('tag'))
      },
    )
  })
})
