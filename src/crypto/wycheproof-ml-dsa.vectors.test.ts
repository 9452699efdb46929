import { shake256 } from '@noble/hashes/sha3.js'
import { describe, expect } from 'vitest'
import { concatBytes, equalBytes, owned, type Bytes } from '../bytes/bytes.ts'
import { writePostQuantumPkcs8 } from '../bytes/pkcs8.ts'
import { publicKeyOf } from './key-info.ts'
import type { CryptoProvider, MlDsaSet } from './provider.ts'
import { outcome } from './vectors/judge.ts'
import { providers } from './vectors/providers.ts'
import { itRuns, type Case } from './vectors/wycheproof.ts'

const none = new Uint8Array()

describe.each(providers)('$name', (provider) => {
  describe.each([
    ['ML-DSA-44', { mldsa_44_verify: 36 }],
    ['ML-DSA-65', { mldsa_65_verify: 36 }],
    ['ML-DSA-87', { mldsa_87_verify: 38 }],
  ] as const)('%s accepts valid signatures, over the message and over its mu alike', (set, file) => {
    itRuns(file, (one) => accepts(provider, set, one))
  })

  describe.each([
    ['ML-DSA-44', { mldsa_44_sign_seed: 13 }],
    ['ML-DSA-65', { mldsa_65_sign_seed: 13 }],
    ['ML-DSA-87', { mldsa_87_sign_seed: 13 }],
  ] as const)('%s signs as printed, with the randomness that is printed', (set, file) => {
    itRuns(file, (one) => signsAsPrinted(provider, set, one))
  })
})

/** KMS signs with the empty context; what has another one reaches the port as mu. */
async function accepts(provider: CryptoProvider, set: MlDsaSet, { group, test }: Case): Promise<boolean> {
  const [spki, signature] = [group.bytes('publicKeyDer'), test.bytes('sig')]
  const [message, context] = [test.bytes('msg'), test.optional('ctx') ?? none]
  const direct = await outcome(() => provider.mlDsaVerify(set, spki, signature, message, 'message'))
  if (context.length > 0) expect(direct).toBe(false)
  if (context.length > 255) return false
  const byMu = await outcome(() => {
    const { publicKey } = publicKeyOf('post-quantum', spki)
    return provider.mlDsaVerify(set, spki, signature, muOf(publicKey, context, message), 'mu')
  })
  if (context.length === 0) expect(direct).toBe(byMu)
  return byMu === true
}

async function signsAsPrinted(provider: CryptoProvider, set: MlDsaSet, one: Case): Promise<boolean> {
  const { group, test } = one
  const [seed, signature] = [group.bytes('privateSeed'), test.bytes('sig')]
  const [message, mu] = [test.optional('msg'), test.optional('mu')]
  const context = test.optional('ctx') ?? none
  const random = test.optional('rnd') ?? new Uint8Array(32)
  const sign = async (bytes: Bytes, form: 'message' | 'mu') => {
    const given = await outcome(() => provider.mlDsaSign(set, seed, bytes, form, random))
    return given !== 'refused' && equalBytes(given, signature)
  }
  const key = await outcome(() => provider.mlDsaPublic(set, seed))
  if (key === 'refused') return sign(message ?? none, 'message')
  const { publicKey } = publicKeyOf('post-quantum', key)
  expect(publicKey).toEqual(group.bytes('publicKey'))
  const file = group.optional('privateKeyPkcs8')
  if (file) expect(writePostQuantumPkcs8(set, seed)).toEqual(file)
  const ways: boolean[] = []
  if (message && context.length === 0) ways.push(await sign(message, 'message'))
  if (mu) ways.push(await sign(mu, 'mu'))
  if (message && mu) expect(muOf(publicKey, context, message)).toEqual(mu)
  return ways.length > 0 && ways.every((same) => same)
}

/** FIPS 204, algorithm 7, line 6, over the message of algorithm 2, line 10. */
function muOf(publicKey: Bytes, context: Bytes, message: Bytes): Bytes {
  const tr = shake256(publicKey, { dkLen: 64 })
  return owned(shake256(concatBytes(tr, Uint8Array.of(0, context.length), context, message), { dkLen: 64 }))
}
