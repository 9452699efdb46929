import type { Bytes } from '../../bytes/bytes.ts'
import { closeWrapped, type WrappingAlgorithm } from '../../crypto/import-wrap.ts'
import type { CryptoProvider, RsaBits, RsaPair } from '../../crypto/provider.ts'
import { webCryptoProvider } from '../../crypto/web-crypto.ts'
import { virtualClock, type Instant } from '../../world/clock.ts'
import { seededEntropy } from '../../world/entropy.ts'
import { createKms, type KmsPorts } from '../engine.ts'
import { Tables } from '../tables.ts'
import type { Caller, TrailEvent } from '../trail.ts'

export const START: Instant = Date.UTC(2026, 0, 12, 9)

export const caller = (region = 'eu-west-1', accountId = '111122223333'): Caller => ({
  accountId,
  region,
  principal: { type: 'Root', principalId: accountId, arn: `arn:aws:iam::${accountId}:root` },
  sourceIPAddress: '127.0.0.1',
  userAgent: 'test',
})

const pairs = new Map<RsaBits, Promise<RsaPair>>()

/** The real provider, but each test file pays for one RSA pair of a size only. */
export function testCrypto(): CryptoProvider {
  const real = webCryptoProvider()
  return {
    ...real,
    rsaGenerate(bits) {
      const known = pairs.get(bits) ?? real.rsaGenerate(bits)
      pairs.set(bits, known)
      return known
    },
  }
}

type Values = Readonly<Record<string, unknown>>

/** An empty account with a virtual clock: what rules are tested on. */
export function testAccount({
  crypto = testCrypto(),
  seed = 7,
  tables = new Tables(),
  ...ports
}: Partial<Pick<KmsPorts, 'crypto' | 'tables' | 'limits' | 'fault' | 'authorize'>> & { seed?: number } = {}) {
  const clock = virtualClock(START)
  const entropy = seededEntropy(new Uint8Array(32).fill(seed))
  const kms = createKms({ world: { clock, entropy }, crypto, tables, ...ports })
  const trail: TrailEvent[] = []

  /** @returns the output. @throws KmsError */
  async function call(operation: string, input: Values = {}, as: Caller = caller()): Promise<any> {
    const result = await kms.call(operation, input, as)
    trail.push(...result.events)
    if (!result.ok) throw result.error
    return result.output
  }

  return {
    kms,
    tables,
    clock,
    entropy,
    trail,
    crypto,
    call,
    travel(ms: number): TrailEvent[] {
      clock.advance(ms)
      const events = kms.settle()
      trail.push(...events)
      return events
    },
    async createKey(input: Values = {}): Promise<{ id: string; arn: string }> {
      const { KeyMetadata } = await call('CreateKey', input)
      return { id: KeyMetadata.KeyId, arn: KeyMetadata.Arn }
    },
    async state(KeyId: string): Promise<string> {
      return (await call('DescribeKey', { KeyId })).KeyMetadata.KeyState
    },
    /** GetParametersForImport, wrapping and ImportKeyMaterial, as a custodian does them. */
    async importMaterial(
      KeyId: string,
      material: Bytes,
      options: Values = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' },
      algorithm: WrappingAlgorithm = 'RSAES_OAEP_SHA_256',
      as: Caller = caller(),
    ) {
      const parameters = await call(
        'GetParametersForImport',
        { KeyId, WrappingAlgorithm: algorithm, WrappingKeySpec: 'RSA_2048' },
        as,
      )
      const blob = await closeWrapped({
        provider: crypto,
        algorithm,
        publicKey: parameters.PublicKey,
        material,
        ephemeralKey: entropy.bytes(32),
      })
      return call(
        'ImportKeyMaterial',
        { KeyId, ImportToken: parameters.ImportToken, EncryptedKeyMaterial: blob, ...options },
        as,
      )
    },
  }
}

export type TestAccount = ReturnType<typeof testAccount>

/** 32 bytes that are told apart by one number. */
export const material = (n: number): Bytes => new Uint8Array(32).fill(n)
