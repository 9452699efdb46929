import { expect, it } from 'vitest'
import { caller, testAccount } from './testing/account.ts'

it('a key of another account serves the operations that AWS names, and no other, whoever may (F-505)', async () => {
  const account = testAccount({ authorize: () => {} })
  const { arn } = await account.createKey()
  const stranger = caller('eu-west-1', '444455556666')
  const Plaintext = new Uint8Array(8)

  const { CiphertextBlob } = await account.call('Encrypt', { KeyId: arn, Plaintext }, stranger)
  expect((await account.call('Decrypt', { CiphertextBlob }, stranger)).Plaintext).toEqual(Plaintext)
  expect((await account.call('DescribeKey', { KeyId: arn }, stranger)).KeyMetadata.Arn).toBe(arn)

  for (const operation of ['DisableKey', 'EnableKeyRotation', 'GetKeyPolicy', 'ListResourceTags'])
    await expect(account.call(operation, { KeyId: arn }, stranger), operation).rejects.toMatchObject({
      code: 'AccessDeniedException',
    })
})
