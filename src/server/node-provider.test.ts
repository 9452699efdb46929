import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, equalBytes } from '../bytes/bytes.ts'
import { outcome } from '../crypto/vectors/judge.ts'
import { wrappingKey, wrappingKeys } from '../crypto/vectors/load.ts'
import { itRuns } from '../crypto/vectors/wycheproof.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { nodeProvider } from './node-provider.ts'

const bytes = (constraints: fc.IntArrayConstraints) =>
  fc.uint8Array(constraints).map((view) => new Uint8Array(view))
const fixed = (length: number) => bytes({ minLength: length, maxLength: length })

describe("the endpoint's AES-GCM", () => {
  itRuns(
    { aes_gcm: 105 },
    async ({ test }) => {
      const [iv, aad, msg] = [test.bytes('iv'), test.bytes('aad'), test.bytes('msg')]
      const sealed = concatBytes(test.bytes('ct'), test.bytes('tag'))
      const key = await nodeProvider().aesGcm(test.bytes('key'))
      const opened = await outcome(() => key.open(iv, aad, sealed))
      return (
        opened !== 'refused' && equalBytes(opened, msg) && equalBytes(await key.seal(iv, aad, msg), sealed)
      )
    },
    ({ result, group }) => result === 'valid' && group.number('ivSize') === 96,
  )

  it('opens what WebCrypto sealed and seals the same bytes', async () => {
    const key = fc.oneof(fixed(16), fixed(32))
    await fc.assert(
      fc.asyncProperty(
        key,
        fixed(12),
        bytes({ maxLength: 50 }),
        bytes({ maxLength: 4096 }),
        async (raw, iv, aad, plain) => {
          const [ours, theirs] = await Promise.all([
            nodeProvider().aesGcm(raw),
            webCryptoProvider().aesGcm(raw),
          ])
          const sealed = await theirs.seal(iv, aad, plain)
          expect(equalBytes(await ours.seal(iv, aad, plain), sealed)).toBe(true)
          expect(equalBytes(await ours.open(iv, aad, sealed), plain)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('refuses one changed bit, a short text, and keys and IVs of another length', async () => {
    const key = await nodeProvider().aesGcm(new Uint8Array(32))
    const [iv, none] = [new Uint8Array(12), new Uint8Array(0)]
    const sealed = await key.seal(iv, none, Uint8Array.of(1, 2, 3))
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = new Uint8Array(sealed)
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
      expect(await outcome(() => key.open(iv, none, changed))).toBe('refused')
    }
    for (let length = 0; length < 16; length++)
      expect(await outcome(() => key.open(iv, none, sealed.slice(0, length)))).toBe('refused')
    expect(await outcome(() => key.seal(new Uint8Array(16), none, none))).toBe('refused')
    expect(await outcome(() => nodeProvider().aesGcm(new Uint8Array(24)))).toBe('refused')
  })
})

describe("the endpoint's RSA over a digest", () => {
  const provider = nodeProvider()
  const digest = new Uint8Array(32).fill(7)
  const { pkcs8, spki } = wrappingKey('TESTONLY-wrap-rsa2048-a')

  it('is verified by the others, and for PKCS1 is the same signature', async () => {
    for (const { spec, ...key } of wrappingKeys.values())
      for (const scheme of ['PSS', 'PKCS1'] as const) {
        const signature = await provider.rsaSign(scheme, key.pkcs8, 'SHA-256', digest, 'digest')
        expect(await provider.rsaVerify(scheme, key.spki, 'SHA-256', signature, digest, 'digest'), spec).toBe(
          true,
        )
        const again = await webCryptoProvider().rsaSign(scheme, key.pkcs8, 'SHA-256', digest, 'digest')
        expect(equalBytes(signature, again)).toBe(scheme === 'PKCS1')
      }
    const whole = await provider.rsaSign('PSS', pkcs8, 'SHA-256', digest)
    expect(await webCryptoProvider().rsaVerify('PSS', spki, 'SHA-256', whole, digest)).toBe(true)
  })

  it('refuses a digest of another length and a key of another kind', async () => {
    const short = digest.slice(1)
    expect(await outcome(() => provider.rsaSign('PSS', pkcs8, 'SHA-256', short, 'digest'))).toBe('refused')
    expect(await outcome(() => provider.rsaSign('PSS', spki, 'SHA-256', digest, 'digest'))).toBe('refused')
  })
})
