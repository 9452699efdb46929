import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { testAccount } from './testing/account.ts'

const account = testAccount()
const message = encodeUtf8('token of user 17')

const keyOf = (bits: number, more = {}) =>
  account.createKey({ KeySpec: `HMAC_${bits}`, KeyUsage: 'GENERATE_VERIFY_MAC', ...more })

describe.each([224, 256, 384, 512])('HMAC_%i', (bits) => {
  const MacAlgorithm = `HMAC_SHA_${bits}`

  it('makes a MAC as long as the hash, the same for the same message, and knows it again', async () => {
    const { id, arn } = await keyOf(bits)
    const request = { KeyId: id, MacAlgorithm, Message: message }
    const made = await account.call('GenerateMac', request)
    expect(made).toEqual({ KeyId: arn, MacAlgorithm, Mac: expect.any(Uint8Array) })
    expect(made.Mac).toHaveLength(bits / 8)
    expect(await account.call('GenerateMac', request)).toEqual(made)
    expect(await account.call('VerifyMac', { ...request, Mac: made.Mac })).toEqual({
      KeyId: arn,
      MacAlgorithm,
      MacValid: true,
    })
    const other = await keyOf(bits)
    expect((await account.call('GenerateMac', { ...request, KeyId: other.id })).Mac).not.toEqual(made.Mac)
  })

  it.each([bits / 8, 128])('gives with %i imported bytes what HMAC gives elsewhere', async (length) => {
    const secret = account.entropy.bytes(length)
    const { id } = await keyOf(bits, { Origin: 'EXTERNAL' })
    await account.importMaterial(id, secret)
    const { Mac } = await account.call('GenerateMac', { KeyId: id, MacAlgorithm, Message: message })
    expect(Mac).toEqual(new Uint8Array(createHmac(`sha${bits}`, secret).update(message).digest()))
  })
})

describe('VerifyMac', () => {
  it('says no to any other message or MAC, whatever its length (F-626)', async () => {
    const { id } = await keyOf(256)
    const request = { KeyId: id, MacAlgorithm: 'HMAC_SHA_256', Message: message }
    const { Mac } = await account.call('GenerateMac', request)
    const bent = Mac.slice()
    bent[31] ^= 1
    for (const input of [
      { Mac: bent },
      { Mac: Mac.slice(0, 31) },
      { Mac: new Uint8Array([...Mac, 0]) },
      { Mac, Message: encodeUtf8('token of user 18') },
    ])
      await expect(account.call('VerifyMac', { ...request, ...input })).rejects.toMatchObject({
        code: 'KMSInvalidMacException',
        message: '',
      })
  })
})

describe('GenerateMac and VerifyMac', () => {
  it('refuse an algorithm of another spec (F-623) and a key of another usage (F-622)', async () => {
    const { id } = await keyOf(224)
    const symmetric = await account.createKey()
    for (const operation of ['GenerateMac', 'VerifyMac']) {
      const request = { MacAlgorithm: 'HMAC_SHA_256', Message: message, Mac: message }
      await expect(account.call(operation, { ...request, KeyId: id })).rejects.toMatchObject({
        code: 'InvalidKeyUsageException',
        message: 'Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_224.',
      })
      await expect(account.call(operation, { ...request, KeyId: symmetric.id })).rejects.toMatchObject({
        code: 'InvalidKeyUsageException',
        message: `${symmetric.arn} key usage is ENCRYPT_DECRYPT which is not valid for ${operation}.`,
      })
    }
  })

  it('take an alias for the key', async () => {
    const { id, arn } = await keyOf(384)
    await account.call('CreateAlias', { AliasName: 'alias/tokens', TargetKeyId: id })
    const request = { KeyId: 'alias/tokens', MacAlgorithm: 'HMAC_SHA_384', Message: message }
    const { Mac } = await account.call('GenerateMac', request)
    expect(await account.call('VerifyMac', { ...request, Mac })).toMatchObject({ KeyId: arn, MacValid: true })
  })

  it('check a dry run as a real call (F-507)', async () => {
    const { id } = await keyOf(256)
    const request = { KeyId: id, MacAlgorithm: 'HMAC_SHA_256', Message: message }
    const { Mac } = await account.call('GenerateMac', request)
    for (const [operation, input] of [
      ['GenerateMac', {}],
      ['VerifyMac', { Mac }],
    ] as const)
      await expect(account.call(operation, { ...request, ...input, DryRun: true })).rejects.toMatchObject({
        code: 'DryRunOperationException',
      })
    await expect(
      account.call('VerifyMac', { ...request, Mac: Uint8Array.of(1), DryRun: true }),
    ).rejects.toMatchObject({ code: 'KMSInvalidMacException' })
  })

  it('show key and algorithm in the trail, and nothing else', async () => {
    const { id } = await keyOf(256)
    await account.call('GenerateMac', { KeyId: id, MacAlgorithm: 'HMAC_SHA_256', Message: message })
    expect(account.trail.at(-1)).toMatchObject({ eventName: 'GenerateMac', responseElements: null })
    expect(account.trail.at(-1)?.requestParameters).toEqual({ keyId: id, macAlgorithm: 'HMAC_SHA_256' })
  })
})
