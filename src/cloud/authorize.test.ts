import { describe, expect, it } from 'vitest'
import { days } from '../world/clock.ts'
import { caller, material, START, testAccount } from '../kms/testing/account.ts'
import type { Caller } from '../kms/trail.ts'
import { authorizeByPolicies } from './authorize.ts'
import { conditionKeys } from './condition-keys.ts'
import { GUARDRAIL, rolesTable, sessionOf } from './identities.ts'

const ACCOUNT = '111122223333'
const OTHER = '444455556666'
const role = (name: string, accountId = ACCOUNT): Caller => ({
  ...caller('eu-west-1', accountId),
  principal: sessionOf(accountId, name, 'lab'),
})
const app = role('AppRole')
const appArn = `arn:aws:iam::${ACCOUNT}:role/AppRole`
const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` }

type Statement = Readonly<Record<string, unknown>>
const policy = (...statements: readonly Statement[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({
      Effect: 'Allow',
      Principal: ROOT,
      Action: 'kms:*',
      Resource: '*',
      ...one,
    })),
  })

async function scene(...statements: readonly Statement[]) {
  const account = testAccount({ authorize: authorizeByPolicies })
  const key = await account.createKey(
    statements.length > 0 ? { Policy: policy(...statements), BypassPolicyLockoutSafetyCheck: true } : {},
  )
  const encrypt = (as: Caller = app, more: Statement = {}) =>
    account.call('Encrypt', { KeyId: key.arn, Plaintext: material(1), ...more }, as).then(
      () => 'ok' as const,
      (error: { code: string; message: string }) => error,
    )
  return { account, key, encrypt }
}

const because = (arn: string, why: string) => ({
  code: 'AccessDeniedException',
  message: `User: ${app.principal.arn} is not authorized to perform: kms:Encrypt on resource: ${arn} ${why}`,
})

describe('a key policy', () => {
  it('leaves it to identity policies when it names the account', async () => {
    const { encrypt, key } = await scene()
    expect(await encrypt()).toBe('ok')
    expect(await encrypt(role('Auditor'))).toMatchObject({ code: 'AccessDeniedException' })
    expect(key.arn).toContain(ACCOUNT)
  })

  it('is needed: without it no identity policy counts, not even for root', async () => {
    const { encrypt, key } = await scene({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/KeyAdmin` } })
    expect(await encrypt()).toMatchObject(
      because(key.arn, 'because no resource-based policy allows the kms:Encrypt action'),
    )
    expect(await encrypt(caller())).toMatchObject({ code: 'AccessDeniedException' })
    expect(await encrypt(role('KeyAdmin'))).toBe('ok')
  })

  it('can allow a principal that its identity policies do not', async () => {
    const { account, encrypt } = await scene({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/Auditor` } })
    expect(await encrypt(role('Auditor'))).toBe('ok')
    expect(account.trail.at(-1)).toMatchObject({ eventName: 'Encrypt' })
  })

  it('denies whatever else allows', async () => {
    const { encrypt, key } = await scene(
      {},
      { Effect: 'Deny', Principal: { AWS: appArn }, Action: 'kms:Enc*' },
    )
    expect(await encrypt()).toMatchObject(
      because(key.arn, 'with an explicit deny in a resource-based policy'),
    )
    expect(await encrypt(role('KeyAdmin'))).toBe('ok')
  })

  it.each([
    ['NotAction', { NotAction: 'kms:Encrypt' }, false],
    ['NotAction of another', { NotAction: 'kms:Decrypt' }, true],
    ['NotPrincipal', { Principal: undefined, NotPrincipal: { AWS: appArn } }, false],
    ['a Principal of *', { Principal: '*' }, true],
    ['an action in another case', { Action: 'KMS:encrypt' }, true],
    ['one letter by ?', { Action: 'kms:Encryp?' }, true],
    ['a resource of another key', { Resource: 'arn:aws:kms:eu-west-1:111122223333:key/other' }, false],
  ])('understands %s', async (_, statement, allowed) => {
    const { NotAction, NotPrincipal } = statement as Statement
    const { encrypt } = await scene({
      ...(NotAction === undefined ? {} : { Action: undefined }),
      ...(NotPrincipal === undefined ? {} : { Principal: undefined }),
      ...statement,
    })
    expect((await encrypt()) === 'ok').toBe(allowed)
  })
})

describe('an identity policy', () => {
  it('is named in the refusal when it is what lacks', async () => {
    const { encrypt, key } = await scene()
    const auditor = role('Auditor')
    expect(await encrypt(auditor)).toMatchObject({
      message: `User: ${auditor.principal.arn} is not authorized to perform: kms:Encrypt on resource: ${key.arn} because no identity-based policy allows the kms:Encrypt action`,
    })
  })

  it('decides alone where there is no key yet', async () => {
    const { account } = await scene()
    await expect(account.call('CreateKey', {}, app)).rejects.toMatchObject({
      message: expect.stringContaining(
        'on resource: * because no identity-based policy allows the kms:CreateKey action',
      ),
    })
    await account.call('CreateKey', {}, role('KeyAdmin'))
  })

  it('denies too', async () => {
    const { account, encrypt, key } = await scene()
    const deny = JSON.stringify({ Statement: { Effect: 'Deny', Action: 'kms:Encrypt', Resource: '*' } })
    const allow = JSON.stringify({ Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*' } })
    account.tables.apply([
      [rolesTable(ACCOUNT), 'AppRole', { name: 'AppRole', policies: { deny, allow }, trustPolicy: '{}' }],
    ])
    expect(await encrypt()).toMatchObject(
      because(key.arn, 'with an explicit deny in an identity-based policy'),
    )
  })

  it('says of a key found by its ciphertext no more than that', async () => {
    const { account, key } = await scene()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: key.id, Plaintext: material(1) })
    const auditor = role('Auditor')
    await expect(account.call('Decrypt', { CiphertextBlob }, auditor)).rejects.toMatchObject({
      message: `User: ${auditor.principal.arn} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action`,
    })
  })
})

describe('the organisation guardrail', () => {
  it('forbids what nobody in the account can allow, for instance AWS-generated material', async () => {
    const { account } = await scene()
    const guardrail = JSON.stringify({
      Statement: [
        {
          Effect: 'Deny',
          Action: 'kms:CreateKey',
          Resource: '*',
          Condition: { StringNotEquals: { 'kms:KeyOrigin': 'EXTERNAL' } },
        },
      ],
    })
    account.tables.apply([[GUARDRAIL, 'guardrail', guardrail]])
    await expect(account.call('CreateKey')).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in a service control policy'),
    })
    await account.call('CreateKey', { Origin: 'EXTERNAL' })
  })
})

describe('two accounts', () => {
  it('must both agree', async () => {
    const outsider = role('AppRole', OTHER)
    const closed = await scene()
    expect(await closed.encrypt(outsider)).toMatchObject({
      message: expect.stringContaining(
        'the resource does not exist in this Region, no resource-based policies allow access',
      ),
    })
    const open = await scene({}, { Principal: { AWS: `arn:aws:iam::${OTHER}:root` } })
    expect(await open.encrypt(outsider)).toBe('ok')
    expect(await open.encrypt(role('Auditor', OTHER))).toMatchObject({
      message: expect.stringContaining('because no identity-based policy allows'),
    })
    const records = open.account.trail.filter(
      ({ eventName, errorCode }) => eventName === 'Encrypt' && !errorCode,
    )
    expect(records.map(({ recipientAccountId }) => recipientAccountId)).toEqual([OTHER, ACCOUNT])
  })
})

describe('a grant', () => {
  it('allows its operations to its grantee, within its constraints, until it is revoked', async () => {
    const { account, key, encrypt } = await scene({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } })
    const auditor = role('Auditor')
    const { GrantId } = await account.call('CreateGrant', {
      KeyId: key.id,
      GranteePrincipal: `arn:aws:iam::${ACCOUNT}:role/Auditor`,
      Operations: ['Encrypt'],
      Constraints: { EncryptionContextSubset: { study: 'FT-01' } },
    })
    expect(await encrypt(auditor)).toMatchObject({ code: 'AccessDeniedException' })
    expect(await encrypt(auditor, { EncryptionContext: { study: 'FT-02' } })).toMatchObject({
      code: 'AccessDeniedException',
    })
    expect(await encrypt(auditor, { EncryptionContext: { study: 'FT-01', visit: '2' } })).toBe('ok')
    await account.call('RevokeGrant', { KeyId: key.id, GrantId })
    expect(await encrypt(auditor, { EncryptionContext: { study: 'FT-01' } })).toMatchObject({
      code: 'AccessDeniedException',
    })
  })

  it('gives nothing against an explicit deny', async () => {
    const { account, key, encrypt } = await scene({}, { Effect: 'Deny', Principal: { AWS: appArn } })
    await account.call('CreateGrant', { KeyId: key.id, GranteePrincipal: appArn, Operations: ['Encrypt'] })
    expect(await encrypt()).toMatchObject({ code: 'AccessDeniedException' })
  })
})

/** Each condition key once with a request that meets it and once with one that does not. */
const conditions: readonly (readonly [
  key: string,
  operator: string,
  value: unknown,
  operation: string,
  meets: Statement,
  misses: Statement,
])[] = [
  [
    'kms:EncryptionContext:study',
    'StringEquals',
    'FT-01',
    'Encrypt',
    { EncryptionContext: { study: 'FT-01' } },
    { EncryptionContext: { study: 'FT-02' } },
  ],
  [
    'kms:EncryptionContextKeys',
    'ForAnyValue:StringEquals',
    'study',
    'Encrypt',
    { EncryptionContext: { study: '1' } },
    {},
  ],
  [
    'kms:EncryptionAlgorithm',
    'StringEquals',
    'SYMMETRIC_DEFAULT',
    'Encrypt',
    {},
    { EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' },
  ],
  [
    'kms:RotationPeriodInDays',
    'NumericLessThanEquals',
    180,
    'EnableKeyRotation',
    { RotationPeriodInDays: 180 },
    { RotationPeriodInDays: 181 },
  ],
  [
    'kms:ScheduleKeyDeletionPendingWindowInDays',
    'NumericGreaterThanEquals',
    14,
    'ScheduleKeyDeletion',
    { PendingWindowInDays: 14 },
    { PendingWindowInDays: 13 },
  ],
  [
    'kms:GranteePrincipal',
    'ArnLike',
    `arn:aws:iam::${ACCOUNT}:role/App*`,
    'CreateGrant',
    { GranteePrincipal: appArn, Operations: ['Decrypt'] },
    { GranteePrincipal: `arn:aws:iam::${ACCOUNT}:role/Auditor`, Operations: ['Decrypt'] },
  ],
  [
    'kms:GrantOperations',
    'ForAllValues:StringEquals',
    ['Decrypt'],
    'CreateGrant',
    { GranteePrincipal: appArn, Operations: ['Decrypt'] },
    { GranteePrincipal: appArn, Operations: ['Decrypt', 'Encrypt'] },
  ],
  [
    'kms:GrantConstraintType',
    'StringEquals',
    'EncryptionContextEquals',
    'CreateGrant',
    {
      GranteePrincipal: appArn,
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextEquals: { a: 'b' } },
    },
    { GranteePrincipal: appArn, Operations: ['Decrypt'] },
  ],
  [
    'kms:RetiringPrincipal',
    'StringEquals',
    appArn,
    'CreateGrant',
    { GranteePrincipal: appArn, Operations: ['Decrypt'], RetiringPrincipal: appArn },
    { GranteePrincipal: appArn, Operations: ['Decrypt'] },
  ],
  [
    'aws:TagKeys',
    'ForAllValues:StringEquals',
    ['team'],
    'TagResource',
    { Tags: [{ TagKey: 'team', TagValue: 'a' }] },
    { Tags: [{ TagKey: 'cost', TagValue: 'a' }] },
  ],
  [
    'aws:RequestTag/team',
    'StringEquals',
    'a',
    'TagResource',
    { Tags: [{ TagKey: 'team', TagValue: 'a' }] },
    { Tags: [{ TagKey: 'team', TagValue: 'b' }] },
  ],
  [
    'kms:DataKeyPairSpec',
    'StringLike',
    'ECC_*',
    'GenerateDataKeyPair',
    { KeyPairSpec: 'ECC_NIST_P256' },
    { KeyPairSpec: 'RSA_2048' },
  ],
  [
    'kms:BypassPolicyLockoutSafetyCheck',
    'Bool',
    'false',
    'PutKeyPolicy',
    { Policy: policy({}), BypassPolicyLockoutSafetyCheck: false },
    { Policy: policy({}), BypassPolicyLockoutSafetyCheck: true },
  ],
]

describe('a condition', () => {
  it.each(conditions)('on %s by %s %j decides %s', async (key, operator, value, operation, meets, misses) => {
    const { account, key: made } = await scene(
      { Condition: { [operator]: { [key]: value } } },
      { Action: 'kms:Describe*' },
    )
    const plaintext = operation === 'Encrypt' ? { Plaintext: material(1) } : {}
    const tried = (input: Statement) =>
      account.call(operation, { KeyId: made.id, ...plaintext, ...input }).then(
        () => 'ok',
        ({ code }: { code: string }) => code,
      )
    expect(await tried(misses)).toBe('AccessDeniedException')
    expect(await tried(meets)).toBe('ok')
  })

  it.each([
    ['kms:KeySpec', 'SYMMETRIC_DEFAULT', 'RSA_2048'],
    ['kms:CustomerMasterKeySpec', 'SYMMETRIC_DEFAULT', 'RSA_2048'],
    ['kms:KeyUsage', 'ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
    ['kms:KeyOrigin', 'AWS_KMS', 'EXTERNAL'],
    ['kms:MultiRegion', 'false', 'true'],
    ['kms:CallerAccount', ACCOUNT, OTHER],
    ['aws:PrincipalArn', appArn, `arn:aws:iam::${ACCOUNT}:role/Auditor`],
    ['aws:RequestedRegion', 'eu-west-1', 'us-east-1'],
    ['aws:SourceIp', '127.0.0.1', '192.0.2.1'],
  ])('on what a key and its caller are: %s is %s, not %s', async (key, is, isNot) => {
    const by = (value: string) => ({ Condition: { StringEquals: { [key]: value } } })
    expect(await (await scene(by(is))).encrypt()).toBe('ok')
    expect(await (await scene(by(isNot))).encrypt()).toMatchObject({ code: 'AccessDeniedException' })
  })

  it('on kms:ViaService lets a service in and nobody else', async () => {
    const { encrypt } = await scene({
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    })
    expect(await encrypt()).toMatchObject({ code: 'AccessDeniedException' })
    expect(await encrypt({ ...app, via: 's3' })).toBe('ok')
  })

  it('on kms:RequestAlias looks at how the key was named, on kms:ResourceAliases at what it has', async () => {
    const named = await scene(
      {},
      {
        Effect: 'Deny',
        Action: 'kms:Encrypt',
        Condition: { StringNotLike: { 'kms:RequestAlias': 'alias/app-*' } },
      },
    )
    await named.account.call('CreateAlias', { AliasName: 'alias/app-1', TargetKeyId: named.key.id })
    expect(await named.encrypt()).toMatchObject({ code: 'AccessDeniedException' })
    expect(await named.encrypt(app, { KeyId: 'alias/app-1' })).toBe('ok')
    const owned = await scene(
      {},
      {
        Effect: 'Deny',
        Action: 'kms:Encrypt',
        Condition: { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/app-*' } },
      },
    )
    expect(await owned.encrypt()).toBe('ok')
    await owned.account.call('CreateAlias', { AliasName: 'alias/app-1', TargetKeyId: owned.key.id })
    expect(await owned.encrypt()).toMatchObject({ code: 'AccessDeniedException' })
  })

  it('on kms:TrailingDaysWithoutKeyUsage protects a key that was just used (F-813)', async () => {
    const { account, key, encrypt } = await scene(
      {},
      {
        Effect: 'Deny',
        Action: 'kms:ScheduleKeyDeletion',
        Condition: { NumericLessThan: { 'kms:TrailingDaysWithoutKeyUsage': 30 } },
      },
    )
    await encrypt()
    const schedule = () =>
      account.call('ScheduleKeyDeletion', { KeyId: key.id }).then(
        () => 'ok',
        ({ code }) => code,
      )
    expect(await schedule()).toBe('AccessDeniedException')
    account.travel(days(31))
    expect(await schedule()).toBe('ok')
  })

  it('on import parameters: expiry, date, wrapping algorithm and key (F-807 to F-809)', async () => {
    const account = testAccount({ authorize: authorizeByPolicies })
    const must = (Condition: Statement) => ({
      Origin: 'EXTERNAL',
      BypassPolicyLockoutSafetyCheck: true,
      Policy: policy({ Condition }),
    })
    const parameters = (KeyId: string, WrappingKeySpec: string) =>
      account
        .call('GetParametersForImport', { KeyId, WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec })
        .then(
          () => 'ok',
          ({ code }) => code,
        )
    const strong = await account.createKey(
      must({
        StringEquals: { 'kms:WrappingKeySpec': 'RSA_3072', 'kms:WrappingAlgorithm': 'RSAES_OAEP_SHA_256' },
      }),
    )
    expect(await parameters(strong.id, 'RSA_2048')).toBe('AccessDeniedException')
    expect(await parameters(strong.id, 'RSA_3072')).toBe('ok')
    const brief = await account.createKey(
      must({
        StringEqualsIfExists: { 'kms:ExpirationModel': 'KEY_MATERIAL_EXPIRES' },
        DateLessThanIfExists: { 'kms:ValidTo': new Date(START + days(30)).toISOString() },
      }),
    )
    const imported = (ValidTo?: number) =>
      account
        .importMaterial(
          brief.id,
          material(1),
          ValidTo === undefined ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' } : { ValidTo },
        )
        .then(
          () => 'ok',
          ({ code }: { code: string }) => code,
        )
    expect(await imported()).toBe('AccessDeniedException')
    expect(await imported(START + days(31))).toBe('AccessDeniedException')
    expect(await imported(START + days(29))).toBe('ok')
  })

  it('with a key that nobody knows never holds, unless it is negated or IfExists', async () => {
    const by = (operator: string) => scene({ Condition: { [operator]: { 'kms:NoSuchKey': 'x' } } })
    expect(await (await by('StringEquals')).encrypt()).toMatchObject({ code: 'AccessDeniedException' })
    expect(await (await by('StringNotEquals')).encrypt()).toBe('ok')
    expect(await (await by('StringEqualsIfExists')).encrypt()).toBe('ok')
    expect(await (await by('Null')).encrypt()).toMatchObject({ code: 'AccessDeniedException' })
  })

  it('knows the keys of the ledger', () => expect(conditionKeys.length).toBeGreaterThanOrEqual(45))
})
