import { describe, expect, it } from 'vitest'
import { days, seconds } from '../world/clock.ts'
import { caller, testAccount, type TestAccount } from './testing/account.ts'

const names = async (account: TestAccount, input: Record<string, unknown> = {}, as = caller()) =>
  (await account.call('ListAliases', input, as)).Aliases.map(({ AliasName }: any) => AliasName)

describe('an alias and the key it points to', () => {
  it('go together: the name is free again and points to whom it is given to', async () => {
    const account = testAccount()
    const [old, next] = [await account.createKey(), await account.createKey()]
    await account.call('CreateAlias', { AliasName: 'alias/app', TargetKeyId: old.id })
    await account.call('ScheduleKeyDeletion', { KeyId: old.id, PendingWindowInDays: 7 })
    expect(await names(account)).toEqual(['alias/app'])
    account.travel(days(7))
    expect(await names(account)).toEqual([])
    await expect(account.call('DescribeKey', { KeyId: 'alias/app' })).rejects.toMatchObject({
      code: 'NotFoundException',
      message: 'Alias arn:aws:kms:eu-west-1:111122223333:alias/app is not found.',
    })
    for (const [operation, input] of [
      ['UpdateAlias', { AliasName: 'alias/app', TargetKeyId: next.id }],
      ['DeleteAlias', { AliasName: 'alias/app' }],
    ] as const)
      await expect(account.call(operation, input)).rejects.toMatchObject({ code: 'NotFoundException' })
    await account.call('CreateAlias', { AliasName: 'alias/app', TargetKeyId: next.id })
    expect((await account.call('DescribeKey', { KeyId: 'alias/app' })).KeyMetadata.KeyId).toBe(next.id)
  })

  it.each([
    ['an HMAC key', { KeySpec: 'HMAC_256' }, { KeySpec: 'HMAC_384' }, 'GENERATE_VERIFY_MAC', true],
    ['a signing pair', { KeySpec: 'RSA_2048' }, { KeySpec: 'ECC_NIST_P256' }, 'SIGN_VERIFY', true],
    ['a symmetric encryption key', {}, { KeySpec: 'RSA_2048' }, 'ENCRYPT_DECRYPT', false],
  ] as const)(
    'move from %s to one of the same type and usage only (F-352)',
    async (_, first, second, KeyUsage, may) => {
      const account = testAccount()
      const from = await account.createKey({ ...first, KeyUsage })
      const to = await account.createKey({ ...second, KeyUsage })
      await account.call('CreateAlias', { AliasName: 'alias/app', TargetKeyId: from.id })
      const move = account.call('UpdateAlias', { AliasName: 'alias/app', TargetKeyId: to.id })
      if (may) await move
      else await expect(move).rejects.toMatchObject({ code: 'ValidationException' })
      const { KeyMetadata } = await account.call('DescribeKey', { KeyId: 'alias/app' })
      expect(KeyMetadata.KeyId).toBe(may ? to.id : from.id)
    },
  )

  it('cannot be tied to a key that is gone', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey()
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    account.travel(days(7))
    await expect(
      account.call('CreateAlias', { AliasName: 'alias/late', TargetKeyId: id }),
    ).rejects.toMatchObject({ code: 'NotFoundException', message: `Key '${arn}' does not exist` })
  })

  it('are in one Region: related multi-Region keys have aliases of their own', async () => {
    const account = testAccount()
    const there = caller('eu-central-1')
    const { id } = await account.createKey({ MultiRegion: true })
    await account.call('ReplicateKey', { KeyId: id, ReplicaRegion: 'eu-central-1' })
    account.travel(seconds(30))
    await account.call('CreateAlias', { AliasName: 'alias/app', TargetKeyId: id })
    expect(await names(account, { KeyId: id }, there)).toEqual([])
    await account.call('CreateAlias', { AliasName: 'alias/app', TargetKeyId: id }, there)
    await account.call('DeleteAlias', { AliasName: 'alias/app' })
    expect([await names(account), await names(account, {}, there)]).toEqual([[], ['alias/app']])
  })
})

describe('ListAliases', () => {
  it('of one key shows the aliases that point there now', async () => {
    const account = testAccount()
    const [one, two] = [await account.createKey(), await account.createKey()]
    await account.call('CreateAlias', { AliasName: 'alias/b', TargetKeyId: one.id })
    await account.call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: one.id })
    await account.call('UpdateAlias', { AliasName: 'alias/b', TargetKeyId: two.id })
    expect(await names(account, { KeyId: one.id })).toEqual(['alias/a'])
    expect(await names(account, { KeyId: two.arn })).toEqual(['alias/b'])
  })

  it('pages through the aliases of one key alone', async () => {
    const account = testAccount()
    const [one, two] = [await account.createKey(), await account.createKey()]
    for (const [name, { id }] of [
      ['a', one],
      ['b', two],
      ['c', one],
      ['d', one],
    ] as const)
      await account.call('CreateAlias', { AliasName: `alias/${name}`, TargetKeyId: id })
    const first = await account.call('ListAliases', { KeyId: one.id, Limit: 2 })
    expect(first).toMatchObject({ Truncated: true })
    const rest = await account.call('ListAliases', { KeyId: one.id, Limit: 2, Marker: first.NextMarker })
    expect([...first.Aliases, ...rest.Aliases].map(({ AliasName }: any) => AliasName)).toEqual([
      'alias/a',
      'alias/c',
      'alias/d',
    ])
    expect(rest).toMatchObject({ Truncated: false })
  })

  it('refuses an alias as key, and a key that is not there', async () => {
    const account = testAccount()
    const { id } = await account.createKey()
    await account.call('CreateAlias', { AliasName: 'alias/a', TargetKeyId: id })
    const refused = (KeyId: string) => expect(account.call('ListAliases', { KeyId })).rejects
    await refused('alias/a').toMatchObject({ code: 'InvalidArnException' })
    await refused('1234abcd-12ab-34cd-56ef-1234567890ab').toMatchObject({ code: 'NotFoundException' })
  })
})

describe('the quota of aliases for a key (F-1002)', () => {
  it('holds for a new alias and for one that moves, and is the world’s', async () => {
    const account = testAccount({ limits: { aliasesPerKey: 2 } })
    const [full, other] = [await account.createKey(), await account.createKey()]
    for (const name of ['alias/a', 'alias/b'])
      await account.call('CreateAlias', { AliasName: name, TargetKeyId: full.id })
    await account.call('CreateAlias', { AliasName: 'alias/c', TargetKeyId: other.id })
    const limit = { code: 'LimitExceededException' }
    await expect(
      account.call('CreateAlias', { AliasName: 'alias/d', TargetKeyId: full.id }),
    ).rejects.toMatchObject(limit)
    await expect(
      account.call('UpdateAlias', { AliasName: 'alias/c', TargetKeyId: full.id }),
    ).rejects.toMatchObject(limit)
    await account.call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: full.id })
    await account.call('DeleteAlias', { AliasName: 'alias/a' })
    await account.call('UpdateAlias', { AliasName: 'alias/c', TargetKeyId: full.id })
  })
})
