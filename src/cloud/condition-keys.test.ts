import { describe, expect, it } from 'vitest'
import { caller, material, START, testAccount } from '../kms/testing/account.ts'
import type { Caller } from '../kms/trail.ts'
import { days } from '../world/clock.ts'
import { authorizeByPolicies } from './authorize.ts'
import { conditionKeys } from './condition-keys.ts'
import { rolesTable, sessionOf } from './identities.ts'

const HOME = '111122223333'
const AWAY = '444455556666'
const ROLE = `arn:aws:iam::${HOME}:role/Tester`
const as: Caller = { ...caller(), principal: sessionOf(HOME, 'Tester', 'ben') }
type Values = Readonly<Record<string, unknown>>

/** What the setting up of a row gave: keys and ciphertexts to ask with. */
interface Given {
  readonly key: string
  readonly other: string
  readonly blob: Uint8Array
}
type Ask = Values | ((given: Given) => Values)

interface Row {
  readonly key: string
  /** Operator and value: how policies ask for it */
  readonly is: readonly [operator: string, value: unknown]
  readonly call: string
  /** The key, as CreateKey makes it; absent: a symmetric one */
  readonly on?: Values
  /** Made ready by root */
  readonly first?: (account: ReturnType<typeof testAccount>, given: Given) => Promise<unknown>
  readonly allowed: Ask
  /** A request that is denied; or another value under which the allowed one is */
  readonly denied: Ask | { readonly value: unknown } | { readonly by: Partial<Caller> }
  readonly by?: Partial<Caller>
}

const encrypt = ({ key }: Given): Values => ({ KeyId: key, Plaintext: material(1) })
const within =
  (EncryptionContext: Values) =>
  (given: Given): Values => ({ ...encrypt(given), EncryptionContext })
const granting =
  (more: Values) =>
  ({ key }: Given): Values => ({ KeyId: key, GranteePrincipal: ROLE, Operations: ['Encrypt'], ...more })
const named =
  (more: Values) =>
  ({ key }: Given): Values => ({ KeyId: key, ...more })
const SOURCE = `arn:aws:s3:eu-west-1:${HOME}:bucket/records`
const service = {
  GranteePrincipal: undefined,
  GranteeServicePrincipal: 's3.amazonaws.com',
  RetiringPrincipal: ROLE,
}
const wrapping = (WrappingAlgorithm: string, WrappingKeySpec: string) =>
  named({ WrappingAlgorithm, WrappingKeySpec })
const signing = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }
const digest = new Uint8Array(32)
const alias: Row['first'] = (account, { key }) =>
  account.call('CreateAlias', { AliasName: 'alias/app', TargetKeyId: key })

const ROWS: readonly Row[] = [
  {
    key: 'kms:BypassPolicyLockoutSafetyCheck',
    is: ['Null', 'true'],
    call: 'CreateKey',
    allowed: {},
    denied: { BypassPolicyLockoutSafetyCheck: true },
  },
  { key: 'kms:CallerAccount', is: ['StringEquals', HOME], call: 'Encrypt', allowed: encrypt, denied: { value: AWAY } },
  {
    key: 'kms:CustomerMasterKeySpec',
    is: ['StringEquals', 'SYMMETRIC_DEFAULT'],
    call: 'CreateKey',
    allowed: {},
    denied: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
  },
  {
    key: 'kms:CustomerMasterKeyUsage',
    is: ['StringEquals', 'ENCRYPT_DECRYPT'],
    call: 'Encrypt',
    allowed: encrypt,
    denied: { value: 'SIGN_VERIFY' },
  },
  {
    key: 'kms:DataKeyPairSpec',
    is: ['StringLike', 'ECC_*'],
    call: 'GenerateDataKeyPair',
    allowed: named({ KeyPairSpec: 'ECC_NIST_P256' }),
    denied: named({ KeyPairSpec: 'RSA_2048' }),
  },
  {
    key: 'kms:EncryptionAlgorithm',
    is: ['StringEquals', 'SYMMETRIC_DEFAULT'],
    call: 'Encrypt',
    allowed: encrypt,
    denied: (given) => ({ ...encrypt(given), EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
  },
  {
    key: 'kms:EncryptionAlgorithm',
    is: ['StringEquals', 'SYMMETRIC_DEFAULT'],
    call: 'GenerateDataKey',
    allowed: named({ KeySpec: 'AES_256' }),
    denied: { value: 'RSAES_OAEP_SHA_256' },
  },
  {
    key: 'kms:EncryptionContext:Study',
    is: ['StringEquals', 'FT-01'],
    call: 'Encrypt',
    allowed: within({ study: 'FT-01' }),
    denied: within({ study: 'ft-01' }),
  },
  {
    key: 'kms:EncryptionContext:study',
    is: ['StringEquals', 'FT-01'],
    call: 'CreateGrant',
    allowed: granting({ Constraints: { EncryptionContextSubset: { study: 'FT-01' } } }),
    denied: granting({ Constraints: { EncryptionContextSubset: { study: 'FT-02' } } }),
  },
  {
    key: 'kms:EncryptionContextKeys',
    is: ['ForAllValues:StringEquals', ['study']],
    call: 'Encrypt',
    allowed: within({ study: '1' }),
    denied: within({ study: '1', visit: '2' }),
  },
  {
    key: 'kms:ExpirationModel',
    is: ['StringEquals', 'KEY_MATERIAL_DOES_NOT_EXPIRE'],
    call: 'ImportKeyMaterial',
    on: { Origin: 'EXTERNAL' },
    allowed: named({ ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE', ...bytes() }),
    denied: named({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: START + days(1), ...bytes() }),
  },
  {
    key: 'kms:ValidTo',
    is: ['NumericLessThanEquals', String((START + days(30)) / 1000)],
    call: 'ImportKeyMaterial',
    on: { Origin: 'EXTERNAL' },
    allowed: named({ ValidTo: START + days(30), ...bytes() }),
    denied: named({ ValidTo: START + days(31), ...bytes() }),
  },
  {
    key: 'kms:ValidTo',
    is: ['DateLessThanEquals', new Date(START + days(30)).toISOString()],
    call: 'ImportKeyMaterial',
    on: { Origin: 'EXTERNAL' },
    allowed: named({ ValidTo: START + days(30), ...bytes() }),
    denied: named({ ValidTo: START + days(31), ...bytes() }),
  },
  {
    key: 'kms:GrantConstraintSourceArn',
    is: ['ArnLike', 'arn:aws:s3:*:*:bucket/records'],
    call: 'CreateGrant',
    allowed: granting({ ...service, Constraints: { SourceArn: SOURCE } }),
    denied: granting({ ...service, Constraints: { SourceArn: `${SOURCE}-2` } }),
  },
  {
    key: 'kms:GrantConstraintType',
    is: ['StringEquals', 'EncryptionContextEquals'],
    call: 'CreateGrant',
    allowed: granting({ Constraints: { EncryptionContextEquals: { a: 'b' } } }),
    denied: granting({ Constraints: { EncryptionContextSubset: { a: 'b' } } }),
  },
  {
    key: 'kms:GranteePrincipal',
    is: ['ArnLike', 'arn:aws:iam::*:role/Test*'],
    call: 'CreateGrant',
    allowed: granting({}),
    denied: granting({ GranteePrincipal: `arn:aws:iam::${HOME}:role/AppRole` }),
  },
  {
    key: 'kms:GranteeServicePrincipal',
    is: ['StringEquals', 's3.amazonaws.com'],
    call: 'CreateGrant',
    allowed: granting({ ...service, Constraints: { SourceArn: SOURCE } }),
    denied: granting({}),
  },
  {
    key: 'kms:GrantIsForAWSResource',
    is: ['Bool', 'true'],
    call: 'CreateGrant',
    allowed: granting({}),
    by: { via: 'ec2' },
    denied: { by: {} },
  },
  {
    key: 'kms:GrantOperations',
    is: ['ForAllValues:StringEquals', ['Encrypt', 'DescribeKey']],
    call: 'CreateGrant',
    allowed: granting({}),
    denied: granting({ Operations: ['Encrypt', 'Decrypt'] }),
  },
  {
    key: 'kms:RetiringPrincipal',
    is: ['StringEquals', ROLE],
    call: 'CreateGrant',
    allowed: granting({ RetiringPrincipal: ROLE }),
    denied: granting({}),
  },
  {
    key: 'kms:RetiringServicePrincipal',
    is: ['StringEquals', 's3.amazonaws.com'],
    call: 'CreateGrant',
    allowed: granting({ RetiringServicePrincipal: 's3.amazonaws.com' }),
    denied: granting({ RetiringServicePrincipal: 'ec2.amazonaws.com' }),
  },
  {
    key: 'kms:KeyAgreementAlgorithm',
    is: ['StringEquals', 'ECDH'],
    call: 'DeriveSharedSecret',
    on: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' },
    allowed: named({ KeyAgreementAlgorithm: 'ECDH', PublicKey: new Uint8Array(91) }),
    denied: { value: 'X25519' },
  },
  {
    key: 'kms:KeyOrigin',
    is: ['StringEquals', 'AWS_KMS'],
    call: 'CreateKey',
    allowed: {},
    denied: { Origin: 'EXTERNAL' },
  },
  { key: 'kms:KeyOrigin', is: ['StringEquals', 'AWS_KMS'], call: 'Encrypt', allowed: encrypt, denied: { value: 'EXTERNAL' } },
  {
    key: 'kms:KeySpec',
    is: ['StringEquals', 'SYMMETRIC_DEFAULT'],
    call: 'CreateKey',
    allowed: {},
    denied: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
  },
  {
    key: 'kms:KeyUsage',
    is: ['StringEquals', 'ENCRYPT_DECRYPT'],
    call: 'CreateKey',
    allowed: {},
    denied: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
  },
  {
    key: 'kms:MacAlgorithm',
    is: ['StringEquals', 'HMAC_SHA_256'],
    call: 'GenerateMac',
    on: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    allowed: named({ Message: digest, MacAlgorithm: 'HMAC_SHA_256' }),
    denied: named({ Message: digest, MacAlgorithm: 'HMAC_SHA_512' }),
  },
  {
    key: 'kms:MessageType',
    is: ['StringEquals', 'RAW'],
    call: 'Sign',
    on: signing,
    allowed: named({ Message: digest, SigningAlgorithm: 'ECDSA_SHA_256' }),
    denied: named({ Message: digest, SigningAlgorithm: 'ECDSA_SHA_256', MessageType: 'DIGEST' }),
  },
  {
    key: 'kms:SigningAlgorithm',
    is: ['StringLike', 'ECDSA_*'],
    call: 'Sign',
    on: signing,
    allowed: named({ Message: digest, SigningAlgorithm: 'ECDSA_SHA_256' }),
    denied: named({ Message: digest, SigningAlgorithm: 'RSASSA_PSS_SHA_256' }),
  },
  {
    key: 'kms:MultiRegion',
    is: ['Bool', 'false'],
    call: 'CreateKey',
    allowed: {},
    denied: { MultiRegion: true },
  },
  {
    key: 'kms:MultiRegionKeyType',
    is: ['StringEquals', 'PRIMARY'],
    call: 'Encrypt',
    on: { MultiRegion: true },
    allowed: encrypt,
    denied: { value: 'REPLICA' },
  },
  {
    key: 'kms:PrimaryRegion',
    is: ['StringLike', 'eu-*'],
    call: 'UpdatePrimaryRegion',
    on: { MultiRegion: true },
    allowed: named({ PrimaryRegion: 'eu-central-1' }),
    denied: named({ PrimaryRegion: 'us-east-1' }),
  },
  {
    key: 'kms:ReplicaRegion',
    is: ['StringLike', 'eu-*'],
    call: 'ReplicateKey',
    on: { MultiRegion: true },
    allowed: named({ ReplicaRegion: 'eu-central-1' }),
    denied: named({ ReplicaRegion: 'us-east-1' }),
  },
  {
    key: 'kms:ReEncryptOnSameKey',
    is: ['Bool', 'true'],
    call: 'ReEncrypt',
    allowed: ({ key, blob }) => ({ CiphertextBlob: blob, DestinationKeyId: key }),
    denied: ({ other, blob }) => ({ CiphertextBlob: blob, DestinationKeyId: other }),
  },
  {
    key: 'kms:ReEncryptOnSameKey',
    is: ['Bool', 'true'],
    call: 'ReEncrypt',
    first: alias,
    allowed: ({ key, blob }) => ({ CiphertextBlob: blob, SourceKeyId: key, DestinationKeyId: 'alias/app' }),
    denied: ({ other, blob }) => ({ CiphertextBlob: blob, SourceKeyId: 'alias/app', DestinationKeyId: other }),
  },
  {
    key: 'kms:RequestAlias',
    is: ['StringEquals', 'alias/app'],
    call: 'Encrypt',
    first: alias,
    allowed: { KeyId: `arn:aws:kms:eu-west-1:${HOME}:alias/app`, Plaintext: material(1) },
    denied: encrypt,
  },
  {
    key: 'kms:ResourceAliases',
    is: ['ForAnyValue:StringEquals', 'alias/app'],
    call: 'Encrypt',
    first: alias,
    allowed: encrypt,
    denied: ({ other }) => encrypt({ key: other } as Given),
  },
  {
    key: 'kms:RotationPeriodInDays',
    is: ['NumericGreaterThanEquals', '365'],
    call: 'EnableKeyRotation',
    allowed: named({}),
    denied: named({ RotationPeriodInDays: 364 }),
  },
  {
    key: 'kms:ScheduleKeyDeletionPendingWindowInDays',
    is: ['NumericGreaterThanEquals', '30'],
    call: 'ScheduleKeyDeletion',
    allowed: named({}),
    denied: named({ PendingWindowInDays: 29 }),
  },
  {
    key: 'kms:TrailingDaysWithoutKeyUsage',
    is: ['NumericGreaterThanEquals', '30'],
    call: 'DisableKey',
    async first(account, given) {
      account.clock.advance(days(30))
      await account.call('Encrypt', encrypt({ ...given, key: given.other }))
    },
    allowed: named({}),
    denied: ({ other }) => ({ KeyId: other }),
  },
  {
    key: 'kms:ViaService',
    is: ['StringEquals', 's3.eu-west-1.amazonaws.com'],
    call: 'Encrypt',
    allowed: encrypt,
    by: { via: 's3' },
    denied: { by: { via: 'ec2' } },
  },
  {
    key: 'kms:WrappingAlgorithm',
    is: ['StringEquals', 'RSAES_OAEP_SHA_256'],
    call: 'GetParametersForImport',
    on: { Origin: 'EXTERNAL' },
    allowed: wrapping('RSAES_OAEP_SHA_256', 'RSA_2048'),
    denied: wrapping('RSAES_OAEP_SHA_1', 'RSA_2048'),
  },
  {
    key: 'kms:WrappingKeySpec',
    is: ['StringEquals', 'RSA_2048'],
    call: 'GetParametersForImport',
    on: { Origin: 'EXTERNAL' },
    allowed: wrapping('RSAES_OAEP_SHA_256', 'RSA_2048'),
    denied: wrapping('RSAES_OAEP_SHA_256', 'RSA_4096'),
  },
  { key: 'aws:CalledVia', is: ['ForAnyValue:StringEquals', 's3.amazonaws.com'], call: 'Encrypt', allowed: encrypt, by: { via: 's3' }, denied: { by: {} } },
  { key: 'aws:CalledViaFirst', is: ['StringEquals', 's3.amazonaws.com'], call: 'Encrypt', allowed: encrypt, by: { via: 's3' }, denied: { by: {} } },
  { key: 'aws:CalledViaLast', is: ['StringEquals', 's3.amazonaws.com'], call: 'Encrypt', allowed: encrypt, by: { via: 's3' }, denied: { by: {} } },
  { key: 'aws:ViaAWSService', is: ['Bool', 'false'], call: 'Encrypt', allowed: encrypt, denied: { by: { via: 's3' } } },
  { key: 'aws:CurrentTime', is: ['DateLessThan', '2026-01-12T09:00:01Z'], call: 'Encrypt', allowed: encrypt, denied: { value: '2026-01-12T09:00:00Z' } },
  { key: 'aws:EpochTime', is: ['DateLessThanEquals', String(START / 1000)], call: 'Encrypt', allowed: encrypt, denied: { value: String(START / 1000 - 1) } },
  { key: 'aws:MultiFactorAuthPresent', is: ['Bool', 'false'], call: 'Encrypt', allowed: encrypt, denied: { value: 'true' } },
  { key: 'aws:PrincipalAccount', is: ['StringEquals', HOME], call: 'Encrypt', allowed: encrypt, denied: { value: AWAY } },
  { key: 'aws:PrincipalArn', is: ['ArnEquals', ROLE], call: 'Encrypt', allowed: encrypt, denied: { value: as.principal.arn } },
  { key: 'aws:PrincipalIsAWSService', is: ['Bool', 'false'], call: 'Encrypt', allowed: encrypt, denied: { value: 'true' } },
  { key: 'aws:PrincipalTag/Team', is: ['StringEquals', 'trials'], call: 'Encrypt', allowed: encrypt, denied: { value: 'others' } },
  { key: 'aws:PrincipalType', is: ['StringEquals', 'AssumedRole'], call: 'Encrypt', allowed: encrypt, denied: { value: 'User' } },
  { key: 'aws:RequestedRegion', is: ['StringEquals', 'eu-west-1'], call: 'Encrypt', allowed: encrypt, denied: { value: 'us-east-1' } },
  {
    key: 'aws:RequestTag/team',
    is: ['StringEquals', 'a'],
    call: 'CreateKey',
    allowed: { Tags: [{ TagKey: 'team', TagValue: 'a' }] },
    denied: { Tags: [{ TagKey: 'team', TagValue: 'b' }] },
  },
  {
    key: 'aws:TagKeys',
    is: ['ForAllValues:StringEquals', ['team']],
    call: 'UntagResource',
    allowed: named({ TagKeys: ['team'] }),
    denied: named({ TagKeys: ['cost'] }),
  },
  {
    key: 'aws:ResourceTag/team',
    is: ['StringEquals', 'a'],
    call: 'Encrypt',
    on: { Tags: [{ TagKey: 'team', TagValue: 'a' }] },
    allowed: encrypt,
    denied: ({ other }) => encrypt({ key: other } as Given),
  },
  { key: 'aws:ResourceAccount', is: ['StringEquals', HOME], call: 'Encrypt', allowed: encrypt, denied: { value: AWAY } },
  { key: 'aws:SecureTransport', is: ['Bool', 'true'], call: 'Encrypt', allowed: encrypt, denied: { value: 'false' } },
  { key: 'aws:SourceIp', is: ['IpAddress', '127.0.0.0/8'], call: 'Encrypt', allowed: encrypt, denied: { by: { sourceIPAddress: '192.0.2.1' } } },
  { key: 'aws:UserAgent', is: ['StringEquals', 'test'], call: 'Encrypt', allowed: encrypt, denied: { by: { userAgent: 'x' } } },
  { key: 'aws:userid', is: ['StringLike', '*:ben'], call: 'Encrypt', allowed: encrypt, denied: { value: '*:eva' } },
  {
    key: 'aws:username',
    is: ['Null', 'true'],
    call: 'Encrypt',
    allowed: encrypt,
    denied: { value: 'false' },
  },
] // biome-ignore format: one row in sight

function bytes(): Values {
  return { ImportToken: new Uint8Array(8), EncryptedKeyMaterial: new Uint8Array(8) }
}

/** Only services have these: below. */
const OF_SERVICES = ['aws:SourceArn', 'aws:SourceAccount', 'aws:PrincipalServiceName']

async function asked(
  { is: [operator, first], ...row }: Row,
  value: unknown,
  ask: Ask,
  by: Partial<Caller> = {},
) {
  const account = testAccount({ authorize: authorizeByPolicies })
  const { arn: key } = await account.createKey(row.on)
  const { arn: other } = await account.createKey()
  const sealed = row.on ? undefined : await account.call('Encrypt', { KeyId: key, Plaintext: material(1) })
  const given: Given = { key, other, blob: sealed?.CiphertextBlob ?? material(1) }
  if (row.first) {
    account.clock.advance(1)
    await row.first(account, given)
  }
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'kms:*',
      Resource: '*',
      Condition: { [operator]: { [row.key]: value ?? first } },
    },
  })
  account.tables.apply([
    [
      rolesTable(HOME),
      'Tester',
      { name: 'Tester', policies: { policy }, trustPolicy: '{}', tags: { team: 'trials' } },
    ],
  ])
  const input = typeof ask === 'function' ? ask(given) : ask
  return account.call(row.call, input, { ...as, ...by }).then(
    () => 'allowed',
    ({ code }: { code: string }) => (code === 'AccessDeniedException' ? 'denied' : 'allowed'),
  )
}

describe('a condition key', () => {
  it.each(ROWS.map((row) => [row.key, row.call, row] as const))(
    '%s allows and denies %s',
    async (_key, _call, row) => {
      const { allowed, denied, by } = row
      expect(await asked(row, undefined, allowed, by)).toBe('allowed')
      if ('value' in denied) expect(await asked(row, denied.value, allowed, by)).toBe('denied')
      else if ('by' in denied)
        expect(await asked(row, undefined, allowed, denied.by as Partial<Caller>)).toBe('denied')
      else expect(await asked(row, undefined, denied, by)).toBe('denied')
    },
  )

  it('is in this list, whichever it is', () => {
    const shown = (key: string) =>
      OF_SERVICES.includes(key) ||
      ROWS.some((row) =>
        /[:/]$/.test(key) ? row.key.toLowerCase().startsWith(key.toLowerCase()) : row.key === key,
      )
    expect(conditionKeys.map(({ key }) => key).filter((key) => !shown(key))).toEqual([])
    expect(conditionKeys.filter(({ key }) => key.startsWith('kms:'))).toHaveLength(38)
  })

  it('says where it comes from', () => {
    for (const { key, source } of conditionKeys) expect(source, key).toMatch(/^F-8\d\d$|^aws:/)
  })

  it.each([
    ['aws:SourceArn', SOURCE, SOURCE.replace('records', 'others')],
    ['aws:SourceAccount', HOME, AWAY],
    ['aws:PrincipalServiceName', 's3.amazonaws.com', 'ec2.amazonaws.com'],
    ['aws:PrincipalIsAWSService', 'true', 'false'],
  ])('%s tells which service acts for what', async (key, right, wrong) => {
    const account = testAccount({ authorize: authorizeByPolicies })
    const s3: Caller = {
      ...caller(),
      principal: { type: 'AWSService', principalId: 's3.amazonaws.com', arn: 's3.amazonaws.com' },
      sourceArn: SOURCE,
    }
    const encryptUnder = async (value: string) => {
      const Policy = JSON.stringify({
        Statement: {
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'kms:Encrypt',
          Resource: '*',
          Condition: { StringEquals: { [key]: value } },
        },
      })
      const made = await account.createKey({ Policy, BypassPolicyLockoutSafetyCheck: true })
      return account.call('Encrypt', { KeyId: made.arn, Plaintext: material(1) }, s3)
    }
    await encryptUnder(right)
    expect(account.trail.at(-1)?.userIdentity).toEqual({
      type: 'AWSService',
      accountId: HOME,
      invokedBy: 's3.amazonaws.com',
    })
    await expect(encryptUnder(wrong)).rejects.toMatchObject({ code: 'AccessDeniedException' })
  })
})
