import { describe, expect, it } from 'vitest'
import { days, minutes, seconds } from '../world/clock.ts'
import { LIMITS } from './limits.ts'
import { material, START, testAccount } from './testing/account.ts'

async function generatedKey() {
  const account = testAccount()
  return { account, ...(await account.createKey()) }
}

const rotations = (events: readonly { eventName: string }[]) =>
  events.filter(({ eventName }) => eventName === 'RotateKey')

describe('automatic rotation of AWS-generated material', () => {
  it('is off until it is enabled, and then happens every period from that day (F-205, F-206)', async () => {
    const { account, id } = await generatedKey()
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).not.toHaveProperty('NextRotationDate')
    expect(rotations(account.travel(days(800)))).toHaveLength(0)

    await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 100 })
    const enabled = account.clock.now()
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 100,
      NextRotationDate: enabled + days(100),
    })
    const events = rotations(account.travel(days(350)))
    expect(events.map((event: any) => Date.parse(event.eventTime))).toEqual(
      [100, 200, 300].map((n) => enabled + days(n)),
    )
  })

  it('has 365 days as its default and takes 90 to 2560', async () => {
    const { account, id } = await generatedKey()
    await account.call('EnableKeyRotation', { KeyId: id })
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).toMatchObject({
      RotationPeriodInDays: 365,
    })
    for (const RotationPeriodInDays of [89, 2561])
      await expect(
        account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays }),
      ).rejects.toMatchObject({ code: 'ValidationException' })
    for (const RotationPeriodInDays of [90, 2560])
      await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays })
  })

  it('changes the current material only: ARN and old ciphertexts stay (F-214)', async () => {
    const { account, id, arn } = await generatedKey()
    const old = await account.call('GenerateDataKey', { KeyId: id, KeySpec: 'AES_256' })
    await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 })
    account.travel(days(181))
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    expect(KeyMetadata.Arn).toBe(arn)
    expect(KeyMetadata.CurrentKeyMaterialId).not.toBe(old.KeyMaterialId)
    expect(await account.call('Decrypt', { CiphertextBlob: old.CiphertextBlob })).toMatchObject({
      Plaintext: old.Plaintext,
      KeyMaterialId: old.KeyMaterialId,
    })
    const { Rotations } = await account.call('ListKeyRotations', { KeyId: id })
    expect(Rotations.map((entry: any) => [entry.RotationType, entry.KeyMaterialState])).toEqual([
      ['AUTOMATIC', 'NON_CURRENT'],
      ['AUTOMATIC', 'CURRENT'],
    ])
    expect(
      (await account.call('ListKeyRotations', { KeyId: id, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }))
        .Rotations,
    ).toHaveLength(3)
  })

  it('waits while the key is disabled and follows at once when it is enabled again (F-208)', async () => {
    const { account, id } = await generatedKey()
    await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 })
    await account.call('DisableKey', { KeyId: id })
    expect(rotations(account.travel(days(200)))).toHaveLength(0)
    const before = account.trail.length
    await account.call('EnableKey', { KeyId: id })
    const events = account.trail.slice(before)
    expect(events.map(({ eventName }) => eventName)).toEqual(['EnableKey', 'RotateKey'])
    expect(Date.parse(events[1]?.eventTime ?? '')).toBe(START + days(200))
  })

  it('reads as off while the key waits for its deletion, and comes back with the cancellation (F-208)', async () => {
    const { account, id } = await generatedKey()
    await account.call('EnableKeyRotation', { KeyId: id })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 30 })
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).toMatchObject({
      KeyRotationEnabled: false,
    })
    await account.call('CancelKeyDeletion', { KeyId: id })
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
    })
  })

  it('is refused for imported material with the recorded text (F-614), and its status reads false (F-416)', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey({ Origin: 'EXTERNAL' })
    await account.importMaterial(id, material(1))
    for (const operation of ['EnableKeyRotation', 'DisableKeyRotation']) {
      await expect(account.call(operation, { KeyId: id })).rejects.toMatchObject({
        code: 'UnsupportedOperationException',
        message: `${arn} origin is EXTERNAL which is not valid for this operation.`,
      })
    }
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).toMatchObject({
      KeyRotationEnabled: false,
    })
  })
})

describe('rotation on demand', () => {
  it('runs for some seconds, shows its start meanwhile, and leaves the automatic date alone (F-210, F-211)', async () => {
    const { account, id, arn } = await generatedKey()
    await account.call('EnableKeyRotation', { KeyId: id })
    const { NextRotationDate } = await account.call('GetKeyRotationStatus', { KeyId: id })
    expect(await account.call('RotateKeyOnDemand', { KeyId: id })).toEqual({ KeyId: arn })
    await expect(account.call('RotateKeyOnDemand', { KeyId: id })).rejects.toMatchObject({
      code: 'ConflictException',
    })
    expect(account.travel(seconds(3))).toMatchObject([
      { eventName: 'RotateKey', serviceEventDetails: { rotationType: 'ON_DEMAND' } },
    ])
    const status = await account.call('GetKeyRotationStatus', { KeyId: id })
    expect(status).not.toHaveProperty('OnDemandRotationStartDate')
    expect(status.NextRotationDate).toBe(NextRotationDate)
  })

  it('is refused within 20 minutes of an automatic one', async () => {
    const { account, id } = await generatedKey()
    await account.call('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 })
    account.travel(days(90) - minutes(20) + 1)
    await expect(account.call('RotateKeyOnDemand', { KeyId: id })).rejects.toMatchObject({
      code: 'ConflictException',
    })
  })

  it('is there 25 times in the life of a key, then refused with the recorded text (F-616)', async () => {
    const { account, id, arn } = await generatedKey()
    for (let n = 0; n < LIMITS.onDemandRotations; n++) {
      await account.call('RotateKeyOnDemand', { KeyId: id })
      account.travel(seconds(5))
    }
    expect(LIMITS.onDemandRotations).toBe(25)
    await expect(account.call('RotateKeyOnDemand', { KeyId: id })).rejects.toMatchObject({
      code: 'LimitExceededException',
      message: `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`,
    })
  })

  it('of an imported key needs material that waits (F-617)', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey({ Origin: 'EXTERNAL' })
    await account.importMaterial(id, material(1))
    await expect(account.call('RotateKeyOnDemand', { KeyId: id })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `No available key material pending rotation for the key: ${arn}.`,
    })
  })

  it('of a key that is no symmetric encryption key is refused without a text (F-615)', async () => {
    const account = testAccount()
    const { id } = await account.createKey({
      Origin: 'EXTERNAL',
      KeySpec: 'HMAC_256',
      KeyUsage: 'GENERATE_VERIFY_MAC',
    })
    await account.importMaterial(id, material(1))
    await expect(account.call('RotateKeyOnDemand', { KeyId: id })).rejects.toMatchObject({
      code: 'UnsupportedOperationException',
      message: '',
    })
  })
})
