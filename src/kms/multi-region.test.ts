import { describe, expect, it } from 'vitest'
import { days, seconds } from '../world/clock.ts'
import { TRANSITION_DURATION } from './settle.ts'
import { caller, material, testAccount, type TestAccount } from './testing/account.ts'

const HOME = 'eu-west-1'
const AWAY = 'eu-central-1'
const there = caller(AWAY)
const SETTLED = seconds(30)
const FOREVER = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
const NEW = { ...FOREVER, ImportType: 'NEW_KEY_MATERIAL' }

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

  it('leaves a record in both Regions, and one when KMS has copied what is shared', async () => {
    const account = testAccount()
    const { arn } = await replicated(account)
    const [asked, made, copied] = account.trail.slice(1)
    expect(asked).toMatchObject({
      eventName: 'ReplicateKey',
      awsRegion: HOME,
      requestParameters: { replicaRegion: AWAY, bypassPolicyLockoutSafetyCheck: false, description: '' },
      responseElements: { replicaKeyMetadata: { keyState: 'Creating' }, replicaPolicy: expect.any(String) },
      resources: [{ ARN: arn }],
    })
    expect(made).toMatchObject({
      eventName: 'CreateKey',
      awsRegion: AWAY,
      requestID: asked?.requestID,
      userIdentity: { invokedBy: 'kms.amazonaws.com' },
      requestParameters: { multiRegion: true, keySpec: 'SYMMETRIC_DEFAULT' },
      resources: [{ ARN: arn.replace(HOME, AWAY) }],
    })
    expect(made?.eventID).not.toBe(asked?.eventID)
    expect(copied).toMatchObject({
      eventName: 'SynchronizeMultiRegionKey',
      eventType: 'AwsApiCall',
      awsRegion: HOME,
      responseElements: { keyId: arn },
      resources: [{ ARN: arn }],
    })
    expect(copied).not.toHaveProperty('serviceEventDetails')
  })

  it('gives the new key defaults of its own where nothing is said, and answers policy and tags', async () => {
    const account = testAccount()
    const { id } = await primary(account, {
      Description: 'home',
      Tags: [{ TagKey: 'team', TagValue: 'a' }],
    })
    const plain = await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })
    expect(plain.ReplicaTags).toEqual([])
    expect(JSON.parse(plain.ReplicaPolicy)).toMatchObject({ Id: 'key-default-1' })
    const tagged = await account.call('ReplicateKey', {
      KeyId: id,
      ReplicaRegion: 'us-east-1',
      Description: 'far',
      Tags: [{ TagKey: 'team', TagValue: 'b' }],
    })
    expect(tagged).toMatchObject({
      ReplicaKeyMetadata: {
        Description: 'far',
        MultiRegionConfiguration: { ReplicaKeys: [{ Region: AWAY }, { Region: 'us-east-1' }] },
      },
      ReplicaTags: [{ TagKey: 'team', TagValue: 'b' }],
    })
    await account.call('UpdateKeyDescription', { KeyId: id, Description: 'changed' })
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id }, caller('us-east-1'))
    expect(KeyMetadata.Description).toBe('far')
  })

  it('asks for the primary, for a new key, and for its tags', async () => {
    const asked: string[] = []
    const account = testAccount({
      authorize: ({ action, key }) => void asked.push(`${action} ${key?.region ?? '*'}`),
    })
    const { id } = await primary(account)
    asked.length = 0
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })
    expect(asked).toEqual([`ReplicateKey ${HOME}`, 'CreateKey *'])
    asked.length = 0
    await account.call('ReplicateKey', {
      KeyId: id,
      ReplicaRegion: 'us-east-1',
      Tags: [{ TagKey: 'a', TagValue: '' }],
    })
    expect(asked).toEqual([`ReplicateKey ${HOME}`, 'CreateKey *', 'TagResource *'])
  })

  it('takes every material along: a new replica opens what was encrypted before it existed', async () => {
    const account = testAccount()
    const { id } = await primary(account)
    const blobs = []
    for (let version = 0; version < 3; version++) {
      blobs.push((await account.call('Encrypt', { KeyId: id, Plaintext: material(version) })).CiphertextBlob)
      await account.call('RotateKeyOnDemand', { KeyId: id })
      account.travel(SETTLED)
    }
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })
    account.travel(SETTLED)
    for (const [version, CiphertextBlob] of blobs.entries())
      expect((await account.call('Decrypt', { CiphertextBlob }, there)).Plaintext).toEqual(material(version))
  })

  it('never copies that a key is disabled, and a disabled key is not copied', async () => {
    const account = testAccount()
    const { id, arn } = await replicated(account)
    await account.call('DisableKey', { KeyId: id })
    expect(await stateThere(account, id)).toBe('Enabled')
    await expect(
      account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'us-east-1' }),
    ).rejects.toMatchObject({ code: 'DisabledException', message: `${arn} is disabled.` })
  })

  it('makes a replica again after the first one was deleted', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(4) }, there)
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, there)
    await expect(account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })).rejects.toMatchObject({
      code: 'AlreadyExistsException',
    })
    account.travel(days(7))
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })
    account.travel(SETTLED)
    expect((await account.call('Decrypt', { CiphertextBlob }, there)).Plaintext).toEqual(material(4))
  })

  it('counts against the quota of the Region it goes to, not of the one it comes from (F-1001)', async () => {
    const account = testAccount({ limits: { keys: 2 } })
    const { id } = await primary(account)
    await account.createKey()
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })
    await account.call('CreateKey', {}, there)
    const second = await testAccount({ tables: account.tables, seed: 8, limits: { keys: 3 } }).call(
      'CreateKey',
      {
        MultiRegion: true,
      },
    )
    await expect(
      account.call('ReplicateKey', { KeyId: second.KeyMetadata.KeyId, ReplicaRegion: AWAY }),
    ).rejects.toMatchObject({ code: 'LimitExceededException' })
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

describe('rotation and a replica that does not take part', () => {
  it('reaches a replica that is disabled or waits for its deletion', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 30 }, there)
    await account.call('RotateKeyOnDemand', { KeyId: id })
    account.travel(SETTLED)
    await account.call('CancelKeyDeletion', { KeyId: id }, there)
    await account.call('EnableKey', { KeyId: id }, there)
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(5) })
    expect((await account.call('Decrypt', { CiphertextBlob }, there)).Plaintext).toEqual(material(5))
  })

  it('goes on with the same date and the same count after the primary has moved', async () => {
    const account = testAccount({ limits: { onDemandRotations: 1 } })
    const { id } = await replicated(account)
    await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 })
    const due = account.clock.now() + days(90)
    await account.call('RotateKeyOnDemand', { KeyId: id })
    await account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: AWAY })
    const events = account.travel(days(100))
    expect(
      events
        .filter(({ eventName }) => eventName === 'RotateKey')
        .map(({ awsRegion, serviceEventDetails }) => `${serviceEventDetails?.rotationType} ${awsRegion}`),
    ).toEqual([`ON_DEMAND ${AWAY}`, `AUTOMATIC ${AWAY}`])
    const last = events.findLast(({ eventName }) => eventName === 'RotateKey')
    expect(Date.parse(last?.eventTime ?? '')).toBe(due)
    await expect(account.call('RotateKeyOnDemand', { KeyId: id }, there)).rejects.toMatchObject({
      code: 'LimitExceededException',
    })
  })

  it('never goes back in time when it is due while the primary moves', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 })
    account.travel(days(90) - seconds(1))
    await account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: AWAY })
    const moved = account.clock.now() + TRANSITION_DURATION
    const [rotated] = account.travel(days(1))
    expect(rotated).toMatchObject({ eventName: 'RotateKey', awsRegion: AWAY })
    expect(Date.parse(rotated?.eventTime ?? '')).toBe(moved)
    expect(await materials(account, id)).toEqual(['NON_CURRENT', 'CURRENT'])
  })
})

describe('a multi-Region key with imported material', () => {
  it('has a token of its own in each Region (F-345)', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    const parameters = await account.call('GetParametersForImport', {
      KeyId: id,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    })
    await expect(
      account.call(
        'ImportKeyMaterial',
        {
          KeyId: id,
          ImportToken: parameters.ImportToken,
          EncryptedKeyMaterial: new Uint8Array(256),
          ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
        },
        there,
      ),
    ).rejects.toMatchObject({ code: 'InvalidImportTokenException' })
  })

  it('shows the ids of all materials on a replica, which works once it has them all (F-339)', async () => {
    const account = testAccount()
    const { id } = await primary(account, { Origin: 'EXTERNAL' })
    await account.importMaterial(id, material(1))
    await account.importMaterial(id, material(2), NEW)
    await account.call('RotateKeyOnDemand', { KeyId: id })
    account.travel(SETTLED)
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })
    account.travel(SETTLED)
    const { Rotations } = await account.call(
      'ListKeyRotations',
      { KeyId: id, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' },
      there,
    )
    expect(
      (Rotations as Readonly<Record<string, string>>[]).map(
        ({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState}`,
      ),
    ).toEqual(['NON_CURRENT PENDING_IMPORT', 'CURRENT PENDING_IMPORT'])
    await importThere(account, id, material(2))
    expect(await stateThere(account, id)).toBe('PendingImport')
    await importThere(account, id, material(1))
    expect(await stateThere(account, id)).toBe('Enabled')
    const full = await account.call(
      'ListKeyRotations',
      { KeyId: id, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' },
      there,
    )
    expect(full.Rotations).toMatchObject([{ ImportState: 'IMPORTED' }, { ImportState: 'IMPORTED' }])
  })

  it('carries the description that the primary was given to every Region (F-319)', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1), { KeyMaterialDescription: 'set there' })
    const described = async (as = caller()) =>
      (await account.call('ListKeyRotations', { KeyId: id, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }, as))
        .Rotations[0].KeyMaterialDescription
    expect(await described(there)).toBeUndefined()
    await account.importMaterial(id, material(1), { ...FOREVER, KeyMaterialDescription: 'safe 7' })
    expect([await described(), await described(there)]).toEqual(['safe 7', 'safe 7'])
  })

  it('waits again for every Region when a replica is added or loses its pending bytes', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1))
    await account.importMaterial(id, material(2), NEW)
    await importThere(account, id, material(2), {
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: account.clock.now() + days(2),
    })
    const pending = async () => (await materials(account, id))[1]
    expect(await pending()).toBe('PENDING_ROTATION')
    account.travel(days(2))
    expect(await pending()).toBe('PENDING_MULTI_REGION_IMPORT_AND_ROTATION')
    expect(await stateThere(account, id)).toBe('Enabled')
    await importThere(account, id, material(2))
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'us-east-1' })
    account.travel(SETTLED)
    expect(await pending()).toBe('PENDING_MULTI_REGION_IMPORT_AND_ROTATION')
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, caller('us-east-1'))
    account.travel(days(7))
    expect(await pending()).toBe('PENDING_ROTATION')
  })

  it('is not rotated when a replica loses the new bytes while the rotation runs', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1))
    const { KeyMaterialId } = await account.importMaterial(id, material(2), NEW)
    await importThere(account, id, material(2))
    await account.call('RotateKeyOnDemand', { KeyId: id })
    await account.call('DeleteImportedKeyMaterial', { KeyId: id, KeyMaterialId }, there)
    account.travel(SETTLED)
    expect(await materials(account, id)).toEqual(['CURRENT', 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION'])
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).not.toHaveProperty(
      'OnDemandRotationStartDate',
    )
  })

  it('loses its pending material in every Region when the primary’s expires', async () => {
    const account = testAccount()
    const { id } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1))
    await account.importMaterial(id, material(2), {
      ImportType: 'NEW_KEY_MATERIAL',
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo: account.clock.now() + days(2),
    })
    await importThere(account, id, material(2))
    account.travel(days(2))
    expect([await materials(account, id), await materials(account, id, there)]).toEqual([
      ['CURRENT'],
      ['CURRENT'],
    ])
  })

  it('refuses to rotate before every replica has the new bytes, with the recorded text (F-617)', async () => {
    const account = testAccount()
    const { id, arn } = await replicated(account, { Origin: 'EXTERNAL' })
    await importThere(account, id, material(1))
    await account.importMaterial(id, material(2), NEW)
    await expect(account.call('RotateKeyOnDemand', { KeyId: id })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `No available key material pending rotation for the key: ${arn}.`,
    })
    await expect(account.importMaterial(id, material(3), NEW)).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: expect.stringContaining('is pending rotation.'),
    })
  })

  it('of a kind that is not rotated is copied and filled the same way', async () => {
    const account = testAccount()
    const hmac = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }
    const { id } = await replicated(account, { ...hmac, Origin: 'EXTERNAL' })
    await expect(importThere(account, id, material(2))).rejects.toMatchObject({
      code: 'IncorrectKeyMaterialException',
    })
    await importThere(account, id, material(1))
    const request = { KeyId: id, Message: material(9), MacAlgorithm: 'HMAC_SHA_256' }
    const here = await account.call('GenerateMac', request)
    expect((await account.call('GenerateMac', request, there)).Mac).toEqual(here.Mac)
  })

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

  it('leaves a record in both Regions, the second of which names the new primary by its ARN', async () => {
    const account = testAccount()
    const { id, arn } = await replicated(account)
    const before = account.trail.length
    await account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: AWAY })
    const [here, away, ...more] = account.trail.slice(before)
    expect(more).toEqual([])
    expect(here).toMatchObject({
      eventName: 'UpdatePrimaryRegion',
      awsRegion: HOME,
      requestParameters: { keyId: id, primaryRegion: AWAY },
      responseElements: { keyId: arn },
      resources: [{ ARN: arn }],
    })
    expect(away).toMatchObject({
      eventName: 'UpdatePrimaryRegion',
      awsRegion: AWAY,
      requestID: here?.requestID,
      requestParameters: { keyId: arn.replace(HOME, AWAY), primaryRegion: AWAY },
      responseElements: { keyId: arn.replace(HOME, AWAY) },
    })
  })

  it('asks for permission on both keys', async () => {
    const asked: string[] = []
    const account = testAccount({
      authorize: ({ action, key }) => void asked.push(`${action} ${key?.region}`),
    })
    const { id } = await replicated(account)
    asked.length = 0
    await account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: AWAY })
    expect(asked).toEqual([`UpdatePrimaryRegion ${HOME}`, `UpdatePrimaryRegion ${AWAY}`])
  })

  it('lets both keys work meanwhile, but not be disabled or replicated', async () => {
    const account = testAccount()
    const { id, arn } = await replicated(account)
    await account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: AWAY })
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(6) })
    expect((await account.call('Decrypt', { CiphertextBlob }, there)).Plaintext).toEqual(material(6))
    await expect(account.call('DisableKey', { KeyId: id })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${arn} is updating.`,
    })
    await expect(
      account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'us-east-1' }, there),
    ).rejects.toMatchObject({ code: 'KMSInvalidStateException' })
    account.travel(SETTLED)
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'us-east-1' }, there)
  })

  it('tells the other replicas too, and leaves their state alone', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'us-east-1' })
    account.travel(SETTLED)
    await account.call('UpdatePrimaryRegion', { KeyId: id, PrimaryRegion: AWAY })
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id }, caller('us-east-1'))
    expect(KeyMetadata).toMatchObject({
      KeyState: 'Enabled',
      MultiRegionConfiguration: {
        MultiRegionKeyType: 'REPLICA',
        PrimaryKey: { Region: AWAY },
        ReplicaKeys: [{ Region: HOME }, { Region: 'us-east-1' }],
      },
    })
  })

  it('is refused on a replica, on a single-Region key, with the primary’s own Region, and while a key is disabled', async () => {
    const account = testAccount()
    const { id, arn } = await replicated(account)
    const move = (KeyId: string, PrimaryRegion: string, as = caller()) =>
      account.call('UpdatePrimaryRegion', { KeyId, PrimaryRegion }, as)
    await expect(move(id, HOME, there)).rejects.toMatchObject({
      code: 'UnsupportedOperationException',
      message: `${arn.replace(HOME, AWAY)} is not a multi-region primary key.`,
    })
    const { id: single } = await account.createKey()
    await expect(move(single, AWAY)).rejects.toMatchObject({ code: 'UnsupportedOperationException' })
    await expect(move(id, HOME)).rejects.toMatchObject({ code: 'UnsupportedOperationException' })
    await account.call('DisableKey', { KeyId: id }, there)
    await expect(move(id, AWAY)).rejects.toMatchObject({
      code: 'DisabledException',
      message: `${arn.replace(HOME, AWAY)} is disabled.`,
    })
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

  it('can be taken back while it waits, and then begins no window of its own', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('ScheduleKeyDeletion', { KeyId: id })
    await account.call('CancelKeyDeletion', { KeyId: id })
    expect(await account.state(id)).toBe('Disabled')
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, there)
    account.travel(days(60))
    expect(await account.state(id)).toBe('Disabled')
  })

  it('shows its window only while it waits, and its date only after', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    const shown = async () => {
      const { PendingDeletionWindowInDays: window, DeletionDate: date } = (
        await account.call('DescribeKey', { KeyId: id })
      ).KeyMetadata
      return { window, date }
    }
    expect(await shown()).toEqual({ window: undefined, date: undefined })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 9 })
    expect(await shown()).toEqual({ window: 9, date: undefined })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, there)
    account.travel(days(7))
    expect(await shown()).toEqual({ window: undefined, date: account.clock.now() + days(9) })
  })

  it('waits for the last of several replicas, and leaves those that stay in use', async () => {
    const account = testAccount()
    const { id, arn } = await replicated(account)
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'us-east-1' })
    account.travel(SETTLED)
    await account.call('EnableKeyRotation', { KeyId: id })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, there)
    account.travel(days(8))
    expect(await account.state(id)).toBe('PendingReplicaDeletion')
    await account.call('Encrypt', { KeyId: id, Plaintext: material(1) }, caller('us-east-1'))
    await expect(account.call('Encrypt', { KeyId: id, Plaintext: material(1) })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${arn} is pending replica deletion.`,
    })
    await expect(account.call('ReplicateKey', { KeyId: id, ReplicaRegion: AWAY })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
    })
    expect((await account.call('GetKeyRotationStatus', { KeyId: id })).KeyRotationEnabled).toBe(false)
  })

  it('foretells in a preview what really happens', async () => {
    const account = testAccount()
    const { id } = await replicated(account)
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }, there)
    const foretold = account.kms
      .upcoming(account.clock.now() + days(20))
      .map(({ due, keyArn }) => `${due.at} ${keyArn}`)
    const happened = account
      .travel(days(20))
      .filter(({ eventName }) => eventName === 'DeleteKey')
      .map(({ eventTime, resources }) => `${Date.parse(eventTime)} ${resources?.[0]?.ARN}`)
    expect(happened).toHaveLength(2)
    expect(foretold).toEqual(happened)
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
