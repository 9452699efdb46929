import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { days } from '../world/clock.ts'
import { regionFailure } from './region-failure.ts'
import { caller, material, START, testAccount } from './testing/account.ts'

async function failing() {
  const account = testAccount()
  const fail = (region = 'eu-west-1') => {
    const { change, emptied } = regionFailure(account.tables, region)
    account.tables.apply(change)
    return emptied.map(({ arn }) => arn)
  }
  const imported = await account.createKey({ Origin: 'EXTERNAL', Description: 'the scratch key' })
  await account.importMaterial(imported.id, material(1), { ValidTo: START + days(30) })
  return { account, fail, imported }
}

describe('a Region that fails and comes back, as a teaching model', () => {
  it('leaves a generated key as it was, with what it closed', async () => {
    const { account, fail } = await failing()
    const { id, arn } = await account.createKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: encodeUtf8('note') })
    expect(fail()).not.toContain(arn)
    expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(encodeUtf8('note'))
  })

  it('takes the bytes of an imported key and leaves its metadata, until the same bytes come back', async () => {
    const { account, fail, imported } = await failing()
    await account.call('CreateAlias', { AliasName: 'alias/scratch', TargetKeyId: imported.id })
    const { CiphertextBlob } = await account.call('Encrypt', {
      KeyId: imported.id,
      Plaintext: encodeUtf8('note'),
    })
    const before = (await account.call('DescribeKey', { KeyId: imported.id })).KeyMetadata
    expect(fail()).toEqual([imported.arn])
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: 'alias/scratch' })
    expect(KeyMetadata).toMatchObject({
      Arn: imported.arn,
      Description: 'the scratch key',
      KeyState: 'PendingImport',
      CurrentKeyMaterialId: before.CurrentKeyMaterialId,
    })
    await expect(account.call('Decrypt', { CiphertextBlob })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
    })
    await expect(account.importMaterial(imported.id, material(2))).rejects.toMatchObject({
      code: 'IncorrectKeyMaterialException',
    })
    await account.importMaterial(imported.id, material(1))
    expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(encodeUtf8('note'))
  })

  it('leaves no date at which the lost bytes would expire, and empties nothing twice', async () => {
    const { account, fail } = await failing()
    fail()
    expect(account.travel(days(31))).toEqual([])
    expect(fail()).toEqual([])
  })

  it('leaves the related key in another Region as it was', async () => {
    const { account, fail } = await failing()
    const primary = await account.createKey({ Origin: 'EXTERNAL', MultiRegion: true })
    await account.importMaterial(primary.id, material(3))
    await account.call('ReplicateKey', { KeyId: primary.id, ReplicaRegion: 'eu-central-1' })
    account.travel(60_000)
    const there = caller('eu-central-1')
    const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
    await account.importMaterial(primary.id, material(3), forever, 'RSAES_OAEP_SHA_256', there)
    const { CiphertextBlob } = await account.call('Encrypt', {
      KeyId: primary.id,
      Plaintext: encodeUtf8('note'),
    })
    expect(fail()).toContain(primary.arn)
    expect(await account.state(primary.id)).toBe('PendingImport')
    expect((await account.call('Decrypt', { CiphertextBlob }, there)).Plaintext).toEqual(encodeUtf8('note'))
    await account.importMaterial(primary.id, material(3))
    expect(fail('eu-central-1')).toHaveLength(1)
    expect(await account.state(primary.id)).toBe('Enabled')
  })
})
