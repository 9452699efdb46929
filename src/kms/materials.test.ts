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
