import { describe, expect, it } from 'vitest'
import { virtualClock } from '../world/clock.ts'
import { seededEntropy } from '../world/entropy.ts'
import { createKms } from './engine.ts'
import { documentedRates } from './rates.ts'
import { Tables } from './tables.ts'
import { caller, START, testAccount, testCrypto } from './testing/account.ts'

function throttled() {
  const clock = virtualClock(START)
  const kms = createKms({
    world: { clock, entropy: seededEntropy(new Uint8Array(32)) },
    crypto: testCrypto(),
    tables: new Tables(),
    rates: documentedRates(),
  })
  const call = (operation: string, input = {}, as = caller()) => kms.call(operation, input, as)
  const outcomes = async (times: number, operation: string, input = {}, as = caller()) => {
    const all: string[] = []
    for (let i = 0; i < times; i++) {
      const result = await call(operation, input, as)
      all.push(result.ok ? 'ok' : result.error.code)
    }
    return all
  }
  return { clock, call, outcomes }
}

describe('request quotas', () => {
  it('let five CreateKey requests through in a second and answer the sixth as AWS words it', async () => {
    const { call, outcomes } = throttled()
    expect(await outcomes(5, 'CreateKey')).toEqual(Array(5).fill('ok'))
    const sixth = await call('CreateKey')
    expect(sixth).toMatchObject({
      ok: false,
      error: {
        code: 'ThrottlingException',
        message: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
      },
    })
    expect(sixth.events.at(-1)).toMatchObject({
      eventName: 'CreateKey',
      errorCode: 'ThrottlingException',
      responseElements: null,
    })
  })

  it('fill up again as the world’s time passes, a fifth of a second for each CreateKey', async () => {
    const { clock, outcomes } = throttled()
    await outcomes(5, 'CreateKey')
    clock.advance(199)
    expect(await outcomes(1, 'CreateKey')).toEqual(['ThrottlingException'])
    clock.advance(1)
    expect(await outcomes(2, 'CreateKey')).toEqual(['ok', 'ThrottlingException'])
  })

  it('count one GetParametersForImport in a second', async () => {
    const { clock, call, outcomes } = throttled()
    const made = await call('CreateKey', { Origin: 'EXTERNAL' })
    const input = {
      KeyId: made.ok && (made.output.KeyMetadata as { KeyId: string }).KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    }
    expect(await outcomes(2, 'GetParametersForImport', input)).toEqual(['ok', 'ThrottlingException'])
    clock.advance(1_000)
    expect(await outcomes(1, 'GetParametersForImport', input)).toEqual(['ok'])
  })

  it('are those of one operation, one account and one Region', async () => {
    const { outcomes } = throttled()
    await outcomes(5, 'CreateKey')
    expect(await outcomes(1, 'ListKeys')).toEqual(['ok'])
    expect(await outcomes(1, 'CreateKey', {}, caller('eu-central-1'))).toEqual(['ok'])
    expect(await outcomes(1, 'CreateKey', {}, caller('eu-west-1', '444455556666'))).toEqual(['ok'])
    expect(await outcomes(1, 'CreateKey')).toEqual(['ThrottlingException'])
  })

  it('are shared by the cryptographic operations on keys of one kind', () => {
    const rates = documentedRates()
    const ask = (operation: string, keySpec?: string) =>
      rates({
        operation,
        accountId: '111122223333',
        region: 'eu-north-1',
        key: keySpec ? ({ keySpec } as never) : undefined,
        input: {},
        now: START,
      })
    for (let i = 0; i < 1_000; i++) expect(ask(i % 2 ? 'Sign' : 'Verify', 'RSA_2048')).toBe(true)
    expect(ask('Encrypt', 'RSA_4096')).toBe(false)
    expect(ask('Sign', 'ECC_NIST_P256')).toBe(true)
    for (let i = 0; i < 1_000; i++) expect(ask('Sign', 'ML_DSA_44')).toBe(true)
    expect(ask('Verify', 'ML_DSA_87')).toBe(false)
    let let10k = 0
    while (let10k < 20_000 && ask(let10k % 2 ? 'GenerateRandom' : 'Decrypt')) let10k++
    expect(let10k).toBe(10_000)
    expect(ask('GenerateMac', 'HMAC_256')).toBe(false)
  })

  it('count ReplicateKey twice as CreateKey in the other Region', () => {
    const rates = documentedRates()
    const ask = (operation: string, region: string, input = {}) =>
      rates({ operation, accountId: '1', region, input, now: START })
    expect(ask('ReplicateKey', 'eu-west-1', { ReplicaRegion: 'eu-central-1' })).toBe(true)
    expect([1, 2, 3, 4].map(() => ask('CreateKey', 'eu-central-1'))).toEqual([true, true, true, false])
    expect(ask('CreateKey', 'eu-west-1')).toBe(true)
  })

  it('are off unless a world turns them on', async () => {
    const account = testAccount()
    for (let i = 0; i < 50; i++) await account.createKey()
    expect((await account.call('ListKeys', { Limit: 1000 })).Keys).toHaveLength(50)
  })
})

describe('what goes with a change', () => {
  it('is written in the same step, with the instant at which it happened', async () => {
    const clock = virtualClock(START)
    const tables = new Tables()
    const seen: number[] = []
    const kms = createKms({
      world: { clock, entropy: seededEntropy(new Uint8Array(32)) },
      crypto: testCrypto(),
      tables,
      also: (change, at) => {
        seen.push(at)
        return change.some(([table]) => table.startsWith('keys/')) ? [['beside', String(at), true]] : []
      },
    })
    const applied: string[][] = []
    tables.subscribe((change) => applied.push(change.map(([table]) => table.split('/')[0] as string)))
    const made = await kms.call('CreateKey', {}, caller())
    const KeyId = made.ok && (made.output.KeyMetadata as { KeyId: string }).KeyId
    await kms.call('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, caller())
    clock.advance(8 * 86_400_000)
    kms.settle()
    expect(seen).toEqual([START, START, START + 7 * 86_400_000])
    expect(applied).toHaveLength(3)
    expect(applied.every((change) => change.includes('keys') && change.includes('beside'))).toBe(true)
  })
})
