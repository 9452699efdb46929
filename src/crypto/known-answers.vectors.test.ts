import { describe, expect, it } from 'vitest'
import { decodeBase64 } from '../bytes/base64.ts'
import { equalBytes, type Bytes } from '../bytes/bytes.ts'
import { score } from '../world/testing/score.ts'
import { aesKwpUnwrap, aesKwpWrap, aesKwUnwrap, aesKwWrap } from './aes-kw.ts'
import type { CryptoProvider, Hash } from './provider.ts'
import { curveOf, outcome } from './vectors/judge.ts'
import { ecdhCases, knownAnswers, material, rfcKeyWrap, type KnownAnswer } from './vectors/load.ts'
import { providers } from './vectors/providers.ts'

const KEY_WRAP = {
  kw: { wrap: aesKwWrap, unwrap: aesKwUnwrap },
  kwp: { wrap: aesKwpWrap, unwrap: aesKwpUnwrap },
  'AES-KW': { wrap: aesKwWrap, unwrap: aesKwUnwrap },
  'AES-KWP': { wrap: aesKwpWrap, unwrap: aesKwpUnwrap },
}

describe.each(providers)('with $name, the known answers of openssl', (provider) => {
  it('hold: 105 of them', async ({ task }) => {
    const misses: unknown[] = []
    const executed = { kw: 0, kwp: 0, mac: 0, sign: 0 }
    for (const answer of knownAnswers) {
      executed[answer.type]++
      if ((await holds(provider, answer)) !== (answer.expect === 'valid')) misses.push(answer)
    }
    expect(misses).toEqual([])
    expect(executed).toEqual({ kw: 12, kwp: 36, mac: 4, sign: 53 })
    const { kw, kwp, mac, sign } = executed
    score(task, 'S2', { executed: kw + kwp + mac + sign, expected: 105 })
  })

  it('agree on the shared secret: 9 key pairs', async ({ task }) => {
    const shared = await Promise.all(
      ecdhCases.map(({ keySpec, privatePkcs8, peerSpki }) =>
        provider.ecdh(curveOf(keySpec) as 'P-256', decodeBase64(privatePkcs8), decodeBase64(peerSpki)),
      ),
    )
    expect(shared).toHaveLength(9)
    expect(shared).toEqual(ecdhCases.map(({ sharedSecret }) => decodeBase64(sharedSecret)))
    score(task, 'S2', { executed: shared.length, expected: 9 })
  })
})

describe('AES key wrap', () => {
  it('gives what RFC 3394 and RFC 5649 print: 8 examples', ({ task }) => {
    const given = rfcKeyWrap.map(({ algorithm, kek, plain }) =>
      KEY_WRAP[algorithm].wrap(decodeBase64(kek), decodeBase64(plain)),
    )
    expect(given).toHaveLength(8)
    expect(given).toEqual(rfcKeyWrap.map(({ wrapped }) => decodeBase64(wrapped)))
    score(task, 'S2', { executed: given.length, expected: 8 })
  })
})

async function holds(provider: CryptoProvider, answer: KnownAnswer): Promise<boolean> {
  switch (answer.type) {
    case 'kw':
    case 'kwp': {
      const [kek, plain, wrapped] = [answer.kek, answer.plain, answer.wrapped].map(decodeBase64) as [
        Bytes,
        Bytes,
        Bytes,
      ]
      const { wrap, unwrap } = KEY_WRAP[answer.type]
      const opened = await outcome(() => unwrap(kek, wrapped))
      return opened !== 'refused' && equalBytes(opened, plain) && equalBytes(wrap(kek, plain), wrapped)
    }
    case 'mac': {
      const mac = await provider.hmac(
        hashOf(answer.macAlgorithm),
        material(answer.material),
        material(answer.message),
      )
      return equalBytes(mac, decodeBase64(answer.mac))
    }
    case 'sign':
      return verify(provider, answer)
  }
}

function verify(provider: CryptoProvider, answer: Extract<KnownAnswer, { type: 'sign' }>): Promise<boolean> {
  const [spki, message, signature] = [
    material(answer.publicKey),
    material(answer.message),
    decodeBase64(answer.signature),
  ]
  const { signingAlgorithm } = answer
  if (signingAlgorithm === 'ED25519_SHA_512') return provider.ed25519Verify(spki, signature, message)
  const hash = hashOf(signingAlgorithm)
  if (signingAlgorithm.startsWith('ECDSA'))
    return provider.ecdsaVerify(curveOf(answer.keySpec), spki, hash, signature, message)
  return provider.rsaVerify(
    signingAlgorithm.includes('PSS') ? 'PSS' : 'PKCS1',
    spki,
    hash,
    signature,
    message,
  )
}

/** RSASSA_PSS_SHA_256 and the like end in their hash. */
const hashOf = (algorithm: string) => `SHA-${algorithm.slice(-3)}` as Hash
