import { describe, expect, it } from 'vitest'
import { days, seconds } from '../world/clock.ts'
import { caller, material, testAccount, type TestAccount } from './testing/account.ts'

const HOME = 'eu-west-1'
const AWAY = 'eu-central-1'
const there = caller(AWAY)
const SETTLED = seconds(30)

async function primary(account: TestAccount, input: Record<string, unknown> = {}) {
  return account.createKey({ MultiRegion: true, ...input })
}

async function replicated(account: TestAccount, input: Record<string, unknown> = {}) {
  const key = await primary(account, input)
  if (input.Origin === 'EXTERNAL') await account.importMaterial(key.id, material(1))
  await account.call('ReplicateKey', { KeyId: key.id, ReplicaRegion: AWAY })
  account.travel(SETTLED)
  return key
}

const importThere = (account: TestAccount, id: string, bytes: Uint8Array<ArrayBuffer>, options = {}) =>
  account.importMaterial(
    id,
    bytes,
    { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE', ...options },
    'RSAES_OAEP_SHA_256',
    there,
  )

const stateThere = async (account: TestAccount, KeyId: string) =>
  (await account.call('DescribeKey', { KeyId }, there)).KeyMetadata.KeyState

const materials = async (account: TestAccount, KeyId: string, as = caller()) =>
  (
    await account.call('ListKeyRotations', { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }, as)
  ).Rotations.map(({ KeyMaterialState }: { KeyMaterialState: string }) => KeyMaterialState)

describe('ReplicateKey', () => {
  it('makes a key with the same id and material in another Region, Creating at first', async () => {
    const account = testAccount()
    const { id, arn } = await primary(account, { Description: 'home' })
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(7) })
    const { ReplicaKeyMetadata } = await account.call('ReplicateKey', {
      KeyId: id,
      ReplicaRegion: AWAY,
      Tags: [{ TagKey: 'a', TagValue: 'b' }],
    })
    expect(ReplicaKeyMetadata).toMatchObject({
      KeyId: id,
      Arn: arn.replace(HOME, AWAY),
      KeyState: 'Creating',
      Description: '',
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'REPLICA',
        PrimaryKey: { Arn: arn, Region: HOME },
        ReplicaKeys: [{ Region: AWAY }],
      },
    })
    await expect(account.call('Decrypt', { CiphertextBlob }, there)).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${arn.replace(HOME, AWAY)} is creating.`,
    })
    account.travel(SETTLED)
    expect((await account.call('Decrypt', { CiphertextBlob }, there)).Plaintext).toEqual(material(7))
    expect(
      (await account.call('DescribeKey', { KeyId: id })).KeyMetadata.MultiRegionConfiguration,
    ).toMatchObject({
      MultiRegionKeyType: 'PRIMARY',
      ReplicaKeys: [{ Arn: arn.replace(HOME, AWAY), Region: AWAY }],
    })
  })

  it('leaves a record in both Regions', async () => {
    const account = testAccount()
    await replicated(account)
    const records = account.trail.map(({ eventName, awsRegion }) => `${eventName} ${awsRegion}`)
    expect(records).toEqual(expect.arrayContaining([`ReplicateKey ${HOME}`, `CreateKey ${AWAY}`]))
  })

  it('refuses a replica, a single-Region key, a Region that has one, and one that is none', async () => {
    const account = testAccount()
    const { id, arn } = await replicated(account)
    await expect(
      account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'us-east-1' }, there),
    ).rejects.toMatchObject({
      code: 'UnsupportedOperationException',
      message: `${arn.replace(HOME, AWAY)} is not a multi-region primary key.`,
    })
    const refused = (KeyId: string, ReplicaRegion: string) =>
      account.call('ReplicateKey', { KeyId, ReplicaRegion }).catch(({ code }: { code: string }) => code)
    expect(await refused((await account.createKey()).id, AWAY)).toBe('UnsupportedOperationException')
    expect(await refused(id, AWAY)).toBe('AlreadyExistsException')
    expect(await refused(id, HOME)).toBe('AlreadyExistsException')
    expect(await refused(id, 'xx-nowhere-9')).toBe('ValidationException')
  })

  it('copies the public half of a pair', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    const [here, away] = [
      await account.call('GetPublicKey', { KeyId: id }),
      await account.call('GetPublicKey', { KeyId: id }, there),
    ]
    expect(away.PublicKey).toEqual(here.PublicKey)
  })
})

describe('rotation of a multi-Region key', () => {
  it('happens to the primary and shows on every related key at once', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 })
    const status = await account.call('GetKeyRotationStatus', { KeyId: id }, there)
    expect(status).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 })
    account.travel(days(91))
    expect(await materials(account, id, there)).toEqual(['NON_CURRENT', 'CURRENT'])
    expect(await materials(account, id)).toEqual(['NON_CURRENT', 'CURRENT'])
    const rotations = account.trail.filter(({ eventName }) => eventName === 'RotateKey')
    expect(rotations.map(({ awsRegion }) => awsRegion)).toEqual([HOME])
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(1) }, there)
    expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(material(1))
  })

  it.each(['EnableKeyRotation', 'DisableKeyRotation', 'RotateKeyOnDemand'])(
    '%s is refused on a replica',
    async (operation) => {
      const account = testAccount()
      const { id, arn } = await replicated(account)
      await expect(account.call(operation, { KeyId: id }, there)).rejects.toMatchObject({
        code: 'UnsupportedOperationException',
        message: `${arn.replace(HOME, AWAY)} is not a multi-region primary key.`,
      })
    },
  )
})

describe('a multi-Region key with imported material', () => {
  it('has replicas without material, each waiting for the same bytes', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    expect(await stateThere(account, id)).toBe('PendingImport')
    await expect(importThere(account, id, material(2))).rejects.toMatchObject({
      code: 'IncorrectKeyMaterialException',
    })
    await importThere(account, id, material(1))
    expect(await stateThere(account, id)).toBe('Enabled')
  })

  it('expires in one Region and lives on in the other', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1), {
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: account.clock.now() + days(1),
    })
    account.travel(days(2))
    expect(await stateThere(account, id)).toBe('PendingImport')
    expect(await account.state(id)).toBe('Enabled')
  })

  it('rotates on the primary once every replica has the new bytes (F-346)', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1))
    const fresh = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE', ImportType: 'NEW_KEY_MATERIAL' }
    await expect(importThere(account, id, material(2), fresh)).rejects.toMatchObject({
      code: 'UnsupportedOperationException',
    })
    await account.importMaterial(id, material(2), fresh)
    expect(await materials(account, id)).toEqual(['CURRENT', 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'])
    await expect(account.call('RotateKeyOnDemand', { KeyId: id })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
    })
    await importThere(account, id, material(2))
    expect(await materials(account, id)).toEqual(['CURRENT', 'PENDING_ROTATION'])
    await account.call('RotateKeyOnDemand', { KeyId: id })
    account.travel(SETTLED)
    expect(await materials(account, id)).toEqual(['NON_CURRENT', 'CURRENT'])
    expect(await materials(account, id, there)).toEqual(['NON_CURRENT', 'CURRENT'])
    expect(await stateThere(account, id)).toBe('Enabled')
  })

  it('loses a pending material everywhere when the primary deletes it, and on the replica alone otherwise', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1))
    const { KeyMaterialId } = await account.importMaterial(id, material(2), {
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      ImportType: 'NEW_KEY_MATERIAL',
    })
    await importThere(account, id, material(2))
    await account.call('DeleteImportedKeyMaterial', { KeyId: id, KeyMaterialId }, there)
    expect(await materials(account, id)).toEqual(['CURRENT', 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'])
    await account.call('DeleteImportedKeyMaterial', { KeyId: id, KeyMaterialId })
    expect(await materials(account, id, there)).toEqual(['CURRENT'])
    expect(await stateThere(account, id)).toBe('Enabled')
  })
})

describe('UpdatePrimaryRegion', () => {
  it('makes the replica the primary; both are Updating for a while', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: AWAY })
    expect([await account.state(id), await stateThere(account, id)]).toEqual(['Updating', 'Updating'])
    account.travel(SETTLED)
    expect([await account.state(id), await stateThere(account, id)]).toEqual(['Enabled', 'Enabled'])
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    expect(KeyMetadata.MultiRegionConfiguration).toMatchObject({
      MultiRegionKeyType: 'REPLICA',
      PrimaryKey: { Region: AWAY },
    })
    await account.call('EnableKeyRotation', { KeyId: id }, there)
    await expect(account.call('EnableKeyRotation', { KeyId: id })).rejects.toThrow(
      'not a multi-region primary',
    )
  })

  it('knows no Region without a related key', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await expect(
      account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: 'us-east-1' }),
    ).rejects.toMatchObject({ code: 'NotFoundException' })
  })
})

describe('deleting a multi-Region key', () => {
  it('waits with the primary until its last replica is gone, and only then counts its own days', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    const answer = await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    expect(answer).toMatchObject({ KeyState: 'PendingReplicaDeletion', PendingWindowInDays: 7 })
    expect(answer).not.toHaveProperty('DeletionDate')
    account.travel(days(40))
    expect(await account.state(id)).toBe('PendingReplicaDeletion')
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, there)
    account.travel(days(7))
    expect(await account.state(id)).toBe('PendingDeletion')
    account.travel(days(7))
    await expect(account.state(id)).rejects.toMatchObject({ code: 'NotFoundException' })
  })

  it('can be taken back while it waits', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('ScheduleKeyDeletion', { KeyId: id })
    await account.call('CancelKeyDeletion', { KeyId: id })
    expect(await account.state(id)).toBe('Disabled')
  })

  it('leaves ciphertexts readable while one related key lives (F-342)', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(3) }, there)
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, there)
    account.travel(days(8))
    expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(material(3))
  })
})

describe('GetKeyLastUsage', () => {
  it('tells the last successful use, and nothing of refusals and dry runs', async () => {
    const account = testAccount()
    const { id } = await account.createKey()
    const { id: other } = await account.createKey()
    const used = async (KeyId: string) =>
      (await account.call('GetKeyLastUsage', { KeyId })).KeyLastUsage?.Operation
    expect(await used(id)).toBeUndefined()
    await account.call('Encrypt', { KeyId: id, Plaintext: material(1), DryRun: true }).catch(() => {})
    expect(await used(id)).toBeUndefined()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
    await account.call('Decrypt', { CiphertextBlob, EncryptionContext: { a: 'b' } }).catch(() => {})
    expect(await used(id)).toBe('Encrypt')
    await account.call('ReEncrypt', { CiphertextBlob, DestinationKeyId: other })
    expect([await used(id), await used(other)]).toEqual(['ReEncrypt', 'ReEncrypt'])
  })
})
