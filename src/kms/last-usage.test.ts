import { describe, expect, it } from 'vitest'
import { days, seconds } from '../world/clock.ts'
import { caller, material, testAccount, type TestAccount } from './testing/account.ts'

const lastUse = async (account: TestAccount, KeyId: string, as = caller()) =>
  (await account.call('GetKeyLastUsage', { KeyId }, as)).KeyLastUsage

describe('the last use of a key', () => {
  it('is an empty object until it is used, and then names the call that used it', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey()
    const created = account.clock.now()
    expect(await account.call('GetKeyLastUsage', { KeyId: id })).toEqual({
      KeyId: arn,
      KeyLastUsage: {},
      TrackingStartDate: created,
      KeyCreationDate: created,
    })
    account.travel(seconds(5))
    await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
    const record = account.trail.at(-1)
    expect(await lastUse(account, id)).toEqual({
      Operation: 'Encrypt',
      Timestamp: created + seconds(5),
      CloudTrailEventId: record?.eventID,
      KmsRequestId: record?.requestID,
    })
  })

  it('is no look at the key, no refusal and no dry run', async () => {
    const account = testAccount()
    const { id } = await account.createKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
    const used = await lastUse(account, id)
    account.travel(seconds(5))
    await account.call('DescribeKey', { KeyId: id })
    await account.call('EnableKeyRotation', { KeyId: id })
    const dry = account.call('Decrypt', { CiphertextBlob, DryRun: true })
    await expect(dry).rejects.toMatchObject({ code: 'DryRunOperationException' })
    const wrong = account.call('Decrypt', { CiphertextBlob, EncryptionContext: { a: 'b' } })
    await expect(wrong).rejects.toMatchObject({ code: 'InvalidCiphertextException' })
    expect(await lastUse(account, id)).toEqual(used)
  })

  it('counts for both keys of ReEncrypt', async () => {
    const account = testAccount()
    const [from, to] = [await account.createKey(), await account.createKey()]
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: from.id, Plaintext: material(1) })
    await account.call('ReEncrypt', { CiphertextBlob, DestinationKeyId: to.id })
    expect([(await lastUse(account, from.id)).Operation, (await lastUse(account, to.id)).Operation]).toEqual([
      'ReEncrypt',
      'ReEncrypt',
    ])
  })

  it('is each related multi-Region key’s own', async () => {
    const account = testAccount()
    const { id } = await account.createKey({ MultiRegion: true })
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'eu-central-1' })
    account.travel(seconds(30))
    await account.call('Encrypt', { KeyId: id, Plaintext: material(1) }, caller('eu-central-1'))
    expect(await lastUse(account, id)).toEqual({})
    expect(await lastUse(account, id, caller('eu-central-1'))).toMatchObject({ Operation: 'Encrypt' })
  })

  it('goes with the key', async () => {
    const account = testAccount()
    const { id } = await account.createKey()
    await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
    const rows = () => account.tables.size('last-usage/111122223333/eu-west-1')
    expect(rows()).toBe(1)
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    account.travel(days(7))
    expect(rows()).toBe(0)
  })
})
