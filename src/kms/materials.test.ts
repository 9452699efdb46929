import { expect, it } from 'vitest'
import { material, testAccount, testCrypto } from './testing/account.ts'

it('a prepared key is kept between calls and dropped as soon as its KMS key changes', async () => {
  const real = testCrypto()
  let prepared = 0
  const account = testAccount({ crypto: { ...real, aesGcm: (key) => (prepared++, real.aesGcm(key)) } })
  const { id } = await account.createKey()
  const other = await account.createKey()
  const encrypt = (KeyId: string) => account.call('Encrypt', { KeyId, Plaintext: material(1) })

  await encrypt(id)
  await encrypt(id)
  await encrypt(other.id)
  expect(prepared).toBe(2)
  await account.call('DisableKey', { KeyId: id })
  await account.call('EnableKey', { KeyId: id })
  await encrypt(other.id)
  expect(prepared).toBe(2)
  await encrypt(id)
  expect(prepared).toBe(3)
})

it('the secret of an HMAC key is unwrapped once, and again as soon as its KMS key changes', async () => {
  const real = testCrypto()
  const seen = new Set<Uint8Array>()
  const account = testAccount({
    crypto: { ...real, hmac: (hash, key, data) => (seen.add(key), real.hmac(hash, key, data)) },
  })
  const { id } = await account.createKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })
  const mac = () =>
    account.call('GenerateMac', { KeyId: id, Message: material(1), MacAlgorithm: 'HMAC_SHA_256' })

  const first = await mac()
  await mac()
  expect(seen.size).toBe(1)
  await account.call('DisableKey', { KeyId: id })
  await account.call('EnableKey', { KeyId: id })
  expect(await mac()).toEqual(first)
  expect(seen.size).toBe(2)
})
