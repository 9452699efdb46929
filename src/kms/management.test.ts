import { describe, expect, it } from 'vitest'
import { days } from '../world/clock.ts'
import { caller, material, START, testAccount } from './testing/account.ts'

const account = () => testAccount()

describe('the four forms of a key identifier', () => {
  it('all work where a key is used', async () => {
    const a = account()
    const { id, arn } = await a.createKey()
    await a.call('CreateAlias', { AliasName: 'alias/records', TargetKeyId: id })
    for (const KeyId of [id, arn, 'alias/records', 'arn:aws:kms:eu-west-1:111122223333:alias/records'])
      expect((await a.call('Encrypt', { KeyId, Plaintext: material(1) })).KeyId).toBe(arn)
  })

  it('are only ID and ARN where a key is managed (F-505)', async () => {
    const a = account()
    const { id } = await a.createKey()
    await a.call('CreateAlias', { AliasName: 'alias/records', TargetKeyId: id })
    for (const KeyId of ['alias/records', 'arn:aws:kms:eu-west-1:111122223333:alias/records'])
      await expect(a.call('EnableKeyRotation', { KeyId })).rejects.toMatchObject({
        code: 'InvalidArnException',
        message: 'Key Aliases are not supported for this operation.',
      })
  })

  it.each([
    [
      '1234abcd-12ab-34cd-56ef-1234567890ab',
      "Key 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' does not exist",
    ],
    ['fantasy', "Invalid keyId 'fantasy'"],
    [
      'arn:aws:kms:eu-west-1:111122223333:key/fantasy',
      "Invalid keyId 'arn:aws:kms:eu-west-1:111122223333:key/fantasy'",
    ],
    [
      'arn:arn:aws:kms:eu-west-1:111122223333:alias/records',
      "Invalid keyId 'arn:arn:aws:kms:eu-west-1:111122223333:alias/records'",
    ],
    ['arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'Invalid arn us-east-1'],
    ['alias/nobody', 'Alias arn:aws:kms:eu-west-1:111122223333:alias/nobody is not found.'],
    ['__proto__', "Invalid keyId '__proto__'"],
  ])(
    '%s that names nothing is not found, with the recorded text (F-605 to F-608)',
    async (KeyId, message) => {
      await expect(account().call('DescribeKey', { KeyId })).rejects.toMatchObject({
        code: 'NotFoundException',
        message,
      })
    },
  )

  it('of another account are denied', async () => {
    const a = account()
    const { arn } = await a.createKey()
    await expect(
      a.call('DescribeKey', { KeyId: arn }, caller('eu-west-1', '444455556666')),
    ).rejects.toMatchObject({
      code: 'AccessDeniedException',
      message: expect.stringContaining('is not authorized to perform: kms:DescribeKey on this resource'),
    })
  })
})

describe('deleting a key', () => {
  it('waits 30 days unless told otherwise, and takes 7 to 30', async () => {
    const a = account()
    const { id, arn } = await a.createKey()
    for (const PendingWindowInDays of [6, 31, 0, 366])
      await expect(a.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays })).rejects.toMatchObject({
        code: 'ValidationException',
      })
    expect(await a.call('ScheduleKeyDeletion', { KeyId: id })).toEqual({
      KeyId: arn,
      DeletionDate: START + days(30),
      KeyState: 'PendingDeletion',
      PendingWindowInDays: 30,
    })
  })

  it('can be cancelled until the last moment, and leaves the key disabled', async () => {
    const a = account()
    const { id, arn } = await a.createKey()
    await a.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    a.travel(days(7) - 1)
    expect(await a.call('CancelKeyDeletion', { KeyId: id })).toEqual({ KeyId: arn })
    expect(await a.state(id)).toBe('Disabled')
    a.travel(days(60))
    expect(await a.state(id)).toBe('Disabled')
  })

  it('takes its aliases along and leaves a DeleteKey event', async () => {
    const a = account()
    const { id, arn } = await a.createKey()
    await a.call('CreateAlias', { AliasName: 'alias/gone', TargetKeyId: id })
    await a.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    expect(a.travel(days(7))).toMatchObject([
      { eventName: 'DeleteKey', eventType: 'AwsServiceEvent', responseElements: { keyId: arn } },
    ])
    expect((await a.call('ListAliases')).Aliases).toEqual([])
    expect((await a.call('ListKeys')).Keys).toEqual([])
  })
})

describe('time', () => {
  it('settles in the order of due dates, each event dated when it was due, however late it is asked', async () => {
    const a = account()
    const expiring = await a.createKey({ Origin: 'EXTERNAL' })
    await a.importMaterial(expiring.id, material(1), { ValidTo: START + days(50) })
    const rotating = await a.createKey()
    await a.call('EnableKeyRotation', { KeyId: rotating.id, RotationPeriodInDays: 90 })
    const deleted = await a.createKey()
    await a.call('ScheduleKeyDeletion', { KeyId: deleted.id, PendingWindowInDays: 10 })
    const planned = a.kms.upcoming(START + days(365)).map(({ due, keyId }) => [due.kind, due.at, keyId])

    const events = a.travel(days(365))
    const dates = events.map((event) => Date.parse(event.eventTime))
    expect(dates).toEqual([10, 50, 90, 180, 270, 360].map((n) => START + days(n)))
    expect(planned.map(([, at]) => at)).toEqual(dates)
    expect(planned.map(([kind]) => kind)).toEqual([
      'key-is-deleted',
      'material-expires',
      'automatic-rotation',
      'automatic-rotation',
      'automatic-rotation',
      'automatic-rotation',
    ])
  })

  it('settles before a call is judged, so that no call sees a past that is over', async () => {
    const a = account()
    const { id } = await a.createKey({ Origin: 'EXTERNAL' })
    await a.importMaterial(id, material(1), { ValidTo: START + days(1) })
    a.clock.advance(days(1))
    await expect(a.call('Encrypt', { KeyId: id, Plaintext: material(1) })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
    })
  })
})

describe('aliases', () => {
  it('are refused with the texts of F-609 to F-612', async () => {
    const a = account()
    const { id } = await a.createKey()
    await a.call('CreateAlias', { AliasName: 'alias/taken', TargetKeyId: id })
    const attempt = (AliasName: string, TargetKeyId = id) => a.call('CreateAlias', { AliasName, TargetKeyId })
    await expect(attempt('records')).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringMatching(/^Alias must start with the prefix "alias\/"/),
    })
    await expect(attempt('alias/taken')).rejects.toMatchObject({
      code: 'AlreadyExistsException',
      message: 'An alias with the name arn:aws:kms:eu-west-1:111122223333:alias/taken already exists',
    })
    await expect(attempt('alias/aws/s3')).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      message: '',
    })
    await expect(attempt('alias/b', 'alias/taken')).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'Aliases must refer to keys. Not aliases',
    })
    await expect(attempt('alias/with space')).rejects.toMatchObject({ code: 'ValidationException' })
  })

  it('move only between keys of the same type and usage (F-352)', async () => {
    const a = account()
    const [one, two] = [await a.createKey(), await a.createKey({ Origin: 'EXTERNAL' })]
    const mac = await a.createKey({
      Origin: 'EXTERNAL',
      KeySpec: 'HMAC_256',
      KeyUsage: 'GENERATE_VERIFY_MAC',
    })
    await a.call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: one.id })
    await a.call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: two.id })
    expect((await a.call('ListAliases', { KeyId: two.id })).Aliases).toMatchObject([{ TargetKeyId: two.id }])
    const pair = await a.createKey({ Origin: 'EXTERNAL', KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' })
    for (const other of [mac, pair])
      await expect(
        a.call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: other.id }),
      ).rejects.toMatchObject({ code: 'ValidationException' })
  })

  it('may leave a key that is pending deletion, but not move to one (note 10)', async () => {
    const a = account()
    const [one, two] = [await a.createKey(), await a.createKey()]
    await a.call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: one.id })
    await a.call('ScheduleKeyDeletion', { KeyId: one.id })
    await a.call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: two.id })
    await expect(a.call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: one.id })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
    })
  })

  it('are at most 50 for a key (F-1002)', async () => {
    const a = account()
    const { id } = await a.createKey()
    for (let n = 0; n < 50; n++) await a.call('CreateAlias', { AliasName: `alias/${n}`, TargetKeyId: id })
    await expect(a.call('CreateAlias', { AliasName: 'alias/51', TargetKeyId: id })).rejects.toMatchObject({
      code: 'LimitExceededException',
    })
  })
})

describe('lists', () => {
  it('come in pages that neither repeat nor lose an entry, also when entries come and go meanwhile', async () => {
    const a = account()
    const made: string[] = []
    for (let n = 0; n < 7; n++) made.push((await a.createKey()).id)
    const seen: string[] = []
    let Marker: string | undefined
    do {
      const answer: any = await a.call('ListKeys', { Limit: 3, ...(Marker ? { Marker } : {}) })
      seen.push(...answer.Keys.map((key: any) => key.KeyId))
      Marker = answer.NextMarker
      expect(answer.Truncated).toBe(Marker !== undefined)
      if (seen.length === 3) await a.createKey()
    } while (Marker)
    expect(seen.slice(0, 7)).toEqual(made)
    expect(seen).toHaveLength(8)
  })

  it('go on when the entry that the marker names was deleted meanwhile', async () => {
    const a = account()
    const names = ['alias/a', 'alias/b', 'alias/c', 'alias/d']
    const { id } = await a.createKey()
    for (const AliasName of names) await a.call('CreateAlias', { AliasName, TargetKeyId: id })
    const { NextMarker } = await a.call('ListAliases', { Limit: 2 })
    await a.call('DeleteAlias', { AliasName: 'alias/b' })
    const { Aliases } = await a.call('ListAliases', { Marker: NextMarker })
    expect(Aliases.map((alias: any) => alias.AliasName)).toEqual(['alias/c', 'alias/d'])
  })

  it.each(['fantasy', 'YWZ0ZXIgbm93aGVyZQ=='])('refuse the marker %s', async (Marker) => {
    await expect(account().call('ListKeys', { Marker })).rejects.toMatchObject({
      code: 'InvalidMarkerException',
    })
  })
})

describe('policies and tags', () => {
  it('start with the statement that lets the account use IAM (F-801)', async () => {
    const a = account()
    const { id } = await a.createKey()
    const { Policy, PolicyName } = await a.call('GetKeyPolicy', { KeyId: id })
    expect(PolicyName).toBe('default')
    expect(JSON.parse(Policy)).toMatchObject({
      Id: 'key-default-1',
      Statement: [{ Action: 'kms:*', Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
    })
  })

  it('refuse a policy that is none', async () => {
    const a = account()
    const { id } = await a.createKey()
    const put = (Policy: string) => a.call('PutKeyPolicy', { KeyId: id, Policy })
    for (const text of ['{', '[]', '{}', '{"Statement":[]}', '{"Statement":[{"Effect":"Maybe"}]}', '"x"'])
      await expect(put(text), text).rejects.toMatchObject({ code: 'MalformedPolicyDocumentException' })
  })

  it('keep tags of any name and refuse what F-631 lists', async () => {
    const a = account()
    const { id } = await a.createKey({ Tags: [{ TagKey: '__proto__', TagValue: 'x' }] })
    await a.call('TagResource', { KeyId: id, Tags: [{ TagKey: 'owner', TagValue: 'amara' }] })
    const tags = async () =>
      (await a.call('ListResourceTags', { KeyId: id })).Tags.map((tag: any) => tag.TagKey)
    expect(await tags()).toEqual(['__proto__', 'owner'])
    await a.call('UntagResource', { KeyId: id, TagKeys: ['owner'] })
    expect(await tags()).toEqual(['__proto__'])
    const attempt = (...names: string[]) =>
      a.call('TagResource', { KeyId: id, Tags: names.map((TagKey) => ({ TagKey, TagValue: '' })) })
    await expect(attempt('a', 'a')).rejects.toMatchObject({
      code: 'TagException',
      message: 'Duplicate tag keys',
    })
    await expect(attempt('aws:x')).rejects.toMatchObject({
      code: 'TagException',
      message: 'Tags beginning with aws: are reserved',
    })
    await expect(attempt(...Array.from({ length: 50 }, (_, i) => `t${i}`))).rejects.toMatchObject({
      code: 'TagException',
      message: 'Too many tags',
    })
  })
})

describe('CreateKey', () => {
  it('asks for a usage for every spec but SYMMETRIC_DEFAULT, and for one that fits (F-624, F-625)', async () => {
    const a = account()
    await expect(a.createKey({ KeySpec: 'HMAC_256' })).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    })
    await expect(a.createKey({ KeySpec: 'RSA_2048', KeyUsage: 'KEY_AGREEMENT' })).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048',
    })
  })

  it('refuses what this version cannot make with UnsupportedOperationException, and leaves nothing behind', async () => {
    const a = account()
    for (const input of [
      { KeySpec: 'SM2', KeyUsage: 'SIGN_VERIFY' },
      { KeySpec: 'ML_DSA_44', KeyUsage: 'SIGN_VERIFY', Origin: 'EXTERNAL' },
    ])
      await expect(a.createKey(input)).rejects.toMatchObject({ code: 'UnsupportedOperationException' })
    expect((await a.call('ListKeys')).Keys).toEqual([])
  })
})

describe('validation', () => {
  it('names every fault in one message, with the framework’s words (F-629, F-630)', async () => {
    await expect(account().call('CreateKey', { KeyUsage: 'SIGN', Origin: 'MINE' })).rejects.toMatchObject({
      code: 'ValidationException',
      message:
        "2 validation errors detected: Value 'SIGN' at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set: [SIGN_VERIFY, ENCRYPT_DECRYPT, GENERATE_VERIFY_MAC, KEY_AGREEMENT, ENCAPSULATE_DECAPSULATE]; Value 'MINE' at 'origin' failed to satisfy constraint: Member must satisfy enum value set: [AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE]",
    })
    await expect(account().call('Encrypt', { Plaintext: new Uint8Array(4097) })).rejects.toMatchObject({
      message:
        "2 validation errors detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null; Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    })
  })

  it('never shows the bytes of a blob', async () => {
    const result = await account().kms.call('Encrypt', { KeyId: '', Plaintext: new Uint8Array() }, caller())
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("Value at 'plaintext'") },
    })
  })
})
