import { beforeEach, describe, expect, it } from 'vitest'
import { days, seconds } from '../world/clock.ts'
import { grantOfToken } from './grant-token.ts'
import { grantableOperations } from './grant-rules.ts'
import { keySpecs } from './key-spec.ts'
import { keysTable, type KeyRecord } from './key.ts'
import { caller, material, START, testAccount, type TestAccount } from './testing/account.ts'

const ROLE = 'arn:aws:iam::111122223333:role/AppRole'
const OTHER = 'arn:aws:iam::111122223333:role/Auditor'
const SOURCE = 'arn:aws:s3:eu-west-1:111122223333:bucket/records'

let account: TestAccount
let key: { id: string; arn: string }

beforeEach(async () => {
  account = testAccount()
  key = await account.createKey()
})

const grant = (input: Record<string, unknown> = {}) =>
  account.call('CreateGrant', { KeyId: key.id, GranteePrincipal: ROLE, Operations: ['Encrypt'], ...input })
const listed = async (input: Record<string, unknown> = {}) =>
  (await account.call('ListGrants', { KeyId: key.id, ...input })).Grants
const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code })

/** An asymmetric or HMAC key, as the engine keeps it: what it can do is all that a grant asks. */
function keyOfSpec(keySpec: KeyRecord['keySpec'], keyUsage: KeyRecord['keyUsage']): string {
  const table = keysTable('111122223333', 'eu-west-1')
  const row = account.tables.get<KeyRecord>(table, key.id) as KeyRecord
  account.tables.apply([[table, key.id, { ...row, keySpec, keyUsage }]])
  return key.id
}

describe('CreateGrant', () => {
  it('is listed as it was asked for, with the account that issued it and an empty name', async () => {
    const { GrantId } = await grant({
      Operations: ['Encrypt', 'Decrypt', 'Encrypt'],
      RetiringPrincipal: OTHER,
    })
    expect(GrantId).toMatch(/^[0-9a-f]{64}$/)
    expect(await listed()).toEqual([
      {
        KeyId: key.arn,
        GrantId,
        Name: '',
        CreationDate: START,
        GranteePrincipal: ROLE,
        RetiringPrincipal: OTHER,
        IssuingAccount: 'arn:aws:iam::111122223333:root',
        Operations: ['Encrypt', 'Decrypt'],
      },
    ])
  })

  it('without a name makes another grant each time; with one it answers a retry with the same id and a new token', async () => {
    const twice = [await grant(), await grant()]
    expect(new Set(twice.map(({ GrantId }) => GrantId)).size).toBe(2)
    const first = await grant({ Name: 'app', Operations: ['Encrypt', 'Decrypt'] })
    const retry = await grant({ Name: 'app', Operations: ['Decrypt', 'Encrypt'] })
    expect(retry.GrantId).toBe(first.GrantId)
    expect(retry.GrantToken).not.toBe(first.GrantToken)
    for (const { GrantToken } of [first, retry])
      expect(grantOfToken(account.tables, GrantToken).grant.id).toBe(first.GrantId)
    expect((await grant({ Name: 'app', Operations: ['Decrypt'] })).GrantId).not.toBe(first.GrantId)
    expect(await listed()).toHaveLength(4)
  })

  it('allows each key only what the key can do', async () => {
    expect(grantableOperations({ keySpec: 'SYMMETRIC_DEFAULT', keyUsage: 'ENCRYPT_DECRYPT' } as KeyRecord)).toEqual([
      'CreateGrant', 'RetireGrant', 'DescribeKey', 'Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo',
      'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
    ]) // biome-ignore format: one glance
    await refused(grant({ Operations: ['Encrypt', 'Sign'] }), 'ValidationException')
    await refused(grant({ Operations: [] }), 'ValidationException')
    keyOfSpec('ECC_NIST_P256', 'SIGN_VERIFY')
    await refused(grant({ Operations: ['GenerateDataKey'] }), 'ValidationException')
    await grant({ Operations: ['Sign', 'Verify', 'GetPublicKey', 'DescribeKey'] })
    keyOfSpec('HMAC_256', 'GENERATE_VERIFY_MAC')
    await refused(grant({ Operations: ['GetPublicKey'] }), 'ValidationException')
    await grant({ Operations: ['GenerateMac', 'VerifyMac'] })
  })

  it('names no operation that some key could not do', () => {
    for (const [keySpec, { usages }] of Object.entries(keySpecs))
      for (const keyUsage of usages)
        expect(grantableOperations({ keySpec, keyUsage } as KeyRecord).length).toBeGreaterThan(4)
  })

  it('takes one grantee, a principal or a service, and a service only with a source and somebody who retires', async () => {
    const service = { GranteePrincipal: undefined, GranteeServicePrincipal: 's3.amazonaws.com' }
    await refused(grant({ GranteePrincipal: undefined }), 'ValidationException')
    await refused(grant({ GranteeServicePrincipal: 's3.amazonaws.com' }), 'ValidationException')
    await refused(grant(service), 'ValidationException')
    await refused(grant({ ...service, Constraints: { SourceArn: SOURCE } }), 'ValidationException')
    await refused(grant({ ...service, RetiringPrincipal: OTHER }), 'ValidationException')
    await refused(
      grant({ RetiringPrincipal: OTHER, RetiringServicePrincipal: 's3.amazonaws.com' }),
      'ValidationException',
    )
    await grant({
      ...service,
      Constraints: { SourceArn: SOURCE },
      RetiringServicePrincipal: 's3.amazonaws.com',
    })
    expect(await listed({ GranteeServicePrincipal: 's3.amazonaws.com' })).toMatchObject([
      { GranteeServicePrincipal: 's3.amazonaws.com', RetiringServicePrincipal: 's3.amazonaws.com' },
    ])
  })

  it.each(['AppRole', 'arn:aws:iam::111122223333:group/all', 'arn:aws:iam::1:role/x', 's3.amazonaws.com'])(
    'refuses %s as a principal',
    (principal) => refused(grant({ GranteePrincipal: principal }), 'InvalidArnException'),
  )

  it('takes one encryption context constraint of at most 8 pairs and 384 characters, on symmetric keys alone', async () => {
    const pairs = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`name${i}`, 'v']))
    await grant({ Constraints: { EncryptionContextSubset: pairs(8) } })
    await refused(grant({ Constraints: { EncryptionContextSubset: pairs(9) } }), 'ValidationException')
    await grant({ Constraints: { EncryptionContextEquals: { a: 'x'.repeat(383) } } })
    await refused(
      grant({ Constraints: { EncryptionContextEquals: { a: 'x'.repeat(384) } } }),
      'ValidationException',
    )
    await refused(
      grant({ Constraints: { EncryptionContextEquals: pairs(1), EncryptionContextSubset: pairs(1) } }),
      'ValidationException',
    )
    const empty = await grant({ Constraints: { EncryptionContextSubset: {} } })
    expect((await listed({ GrantId: empty.GrantId }))[0]).not.toHaveProperty('Constraints')
    keyOfSpec('RSA_2048', 'ENCRYPT_DECRYPT')
    await refused(grant({ Constraints: { EncryptionContextSubset: pairs(1) } }), 'ValidationException')
  })

  it('ends at the quota of a key, and a retry of a named one does not count', async () => {
    account = testAccount({ limits: { grantsPerKey: 2 } })
    key = await account.createKey()
    const named = await grant({ Name: 'one' })
    await grant()
    expect((await grant({ Name: 'one' })).GrantId).toBe(named.GrantId)
    await refused(grant(), 'LimitExceededException')
  })

  it('makes nothing in a dry run', async () => {
    await refused(grant({ DryRun: true }), 'DryRunOperationException')
    expect(await listed()).toEqual([])
  })

  it('leaves no token in the record', async () => {
    const { GrantId, GrantToken } = await grant()
    const record = account.trail.at(-1)
    expect(record).toMatchObject({ eventName: 'CreateGrant', responseElements: { grantId: GrantId } })
    expect(JSON.stringify(record)).not.toContain(GrantToken)
  })
})

describe('a grant token', () => {
  it('is refused when it is none, was changed, or its grant is gone', async () => {
    const { GrantToken, GrantId } = await grant()
    const using = (token: string) =>
      account.call('Encrypt', { KeyId: key.id, Plaintext: material(1), GrantTokens: [token] })
    await using(GrantToken)
    await refused(using('AAAA'), 'InvalidGrantTokenException')
    await refused(using('not base64!'), 'InvalidGrantTokenException')
    await refused(using(`B${GrantToken.slice(1)}`), 'InvalidGrantTokenException')
    await account.call('RevokeGrant', { KeyId: key.id, GrantId })
    await refused(using(GrantToken), 'InvalidGrantTokenException')
  })
})

describe('ListGrants', () => {
  it('filters by grant and grantee, and goes on page by page, oldest first', async () => {
    const ids = [await grant(), await grant({ GranteePrincipal: OTHER }), await grant()].map(
      (one) => one.GrantId,
    )
    expect((await listed({ GranteePrincipal: OTHER })).map((one: any) => one.GrantId)).toEqual([ids[1]])
    expect((await listed({ GrantId: ids[2] })).map((one: any) => one.GrantId)).toEqual([ids[2]])
    const page = await account.call('ListGrants', { KeyId: key.id, Limit: 2 })
    expect(page.Truncated).toBe(true)
    const rest = await account.call('ListGrants', { KeyId: key.id, Marker: page.NextMarker })
    expect([...page.Grants, ...rest.Grants].map((one: any) => one.GrantId)).toEqual(ids)
    await refused(listed({ GrantId: 'short' }), 'InvalidGrantIdException')
  })

  it('knows the grants of its own key alone', async () => {
    await grant()
    const other = await account.createKey()
    expect((await account.call('ListGrants', { KeyId: other.id })).Grants).toEqual([])
  })
})

describe('ListRetirableGrants', () => {
  it('finds what a principal of this account may retire, on every key of the Region', async () => {
    await grant({ RetiringPrincipal: OTHER })
    const other = await account.createKey()
    await grant({ KeyId: other.id, RetiringPrincipal: OTHER })
    await grant({ RetiringPrincipal: ROLE })
    const retirable = async (input: object, as = caller()) =>
      (await account.call('ListRetirableGrants', { ...input }, as)).Grants
    expect((await retirable({ RetiringPrincipal: OTHER })).map((one: any) => one.KeyId)).toEqual([
      key.arn,
      other.arn,
    ])
    expect(await retirable({ RetiringPrincipal: OTHER }, caller('eu-central-1'))).toEqual([])
    expect(await retirable({ RetiringPrincipal: OTHER }, caller('eu-west-1', '444455556666'))).toEqual([])
    await refused(retirable({}), 'ValidationException')
  })
})

describe('RetireGrant and RevokeGrant', () => {
  it('end a grant by its token, or by key and grant id; the record of a retirement names the grant', async () => {
    const { GrantToken, GrantId } = await grant()
    await refused(account.call('RetireGrant', { GrantToken, DryRun: true }), 'DryRunOperationException')
    await account.call('RetireGrant', { GrantToken })
    expect(account.trail.at(-1)).toMatchObject({
      requestParameters: null,
      additionalEventData: { grantId: GrantId },
      resources: [{ ARN: key.arn }],
    })
    const second = await grant()
    await account.call('RetireGrant', { KeyId: key.arn, GrantId: second.GrantId })
    const third = await grant()
    await refused(
      account.call('RevokeGrant', { KeyId: key.id, GrantId: third.GrantId, DryRun: true }),
      'DryRunOperationException',
    )
    await account.call('RevokeGrant', { KeyId: key.id, GrantId: third.GrantId })
    expect(await listed()).toEqual([])
    await refused(account.call('RevokeGrant', { KeyId: key.id, GrantId: third.GrantId }), 'NotFoundException')
    await refused(account.call('RevokeGrant', { KeyId: key.id, GrantId: 'x' }), 'InvalidGrantIdException')
    await refused(account.call('RetireGrant', { GrantToken }), 'InvalidGrantTokenException')
  })

  it.each([{}, { GrantToken: 'x', KeyId: true }, { KeyId: true }, { GrantId: 'a'.repeat(64) }])(
    'RetireGrant asks for a token, or for key and grant id: not %j',
    (input) =>
      refused(
        account.call('RetireGrant', { ...input, ...('KeyId' in input ? { KeyId: key.arn } : {}) }),
        'ValidationException',
      ),
  )

  it('touch only grants of the key that is named', async () => {
    const { GrantId } = await grant()
    const other = await account.createKey()
    await refused(account.call('RevokeGrant', { KeyId: other.id, GrantId }), 'NotFoundException')
    expect(await listed()).toHaveLength(1)
  })
})

it('with a key its grants go', async () => {
  await grant()
  const kept = await account.createKey()
  await grant({ KeyId: kept.id })
  await account.call('ScheduleKeyDeletion', { KeyId: key.id, PendingWindowInDays: 7 })
  account.travel(days(7) + seconds(1))
  const left = Array.from(
    account.tables.rows<{ keyId: string }>('grants/111122223333/eu-west-1'),
    ([, row]) => row.keyId,
  )
  expect(left).toEqual([kept.id])
})
