import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { encodeHex } from '../bytes/hex.ts'
import { days } from '../world/clock.ts'
import { trailDate } from './audit.ts'
import { operations } from './operations/index.ts'
import { material, START, testAccount } from './testing/account.ts'

describe('the audit record', () => {
  it('is written for calls that work and for calls that are refused (F-701)', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey({ Origin: 'EXTERNAL' })
    await expect(
      account.call('Encrypt', { KeyId: id, Plaintext: material(1), EncryptionContext: { Study: 'FT-01' } }),
    ).rejects.toThrow()
    expect(account.trail).toHaveLength(2)
    expect(account.trail[1]).toMatchObject({
      eventName: 'Encrypt',
      eventSource: 'kms.amazonaws.com',
      eventTime: '2026-01-12T09:00:00Z',
      errorCode: 'KMSInvalidStateException',
      errorMessage: `${arn} is pending import.`,
      readOnly: true,
      requestParameters: {
        keyId: id,
        encryptionContext: { Study: 'FT-01' },
        encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      },
      responseElements: null,
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: arn }],
      userIdentity: { type: 'Root', accountId: '111122223333' },
    })
  })

  it('names the material that encrypted and the one that decrypted, and none for a pair', async () => {
    const account = testAccount()
    const { id } = await account.createKey()
    const pair = await account.createKey({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' })
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
    await account.call('Decrypt', { CiphertextBlob })
    const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256'
    await account.call('Encrypt', { KeyId: pair.id, Plaintext: material(1), EncryptionAlgorithm })
    const used = { keyMaterialId: KeyMetadata.CurrentKeyMaterialId }
    expect(account.trail.slice(-3).map((event) => event.additionalEventData)).toEqual([used, used, undefined])
  })

  it('names key, dates and material of an import as CloudTrail does (F-704, F-708)', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey({ Origin: 'EXTERNAL' })
    const { KeyMaterialId } = await account.importMaterial(id, material(1), {
      ValidTo: START + days(30),
      KeyMaterialDescription: 'from safe 3',
    })
    expect(account.trail.at(-1)).toMatchObject({
      eventName: 'ImportKeyMaterial',
      readOnly: false,
      requestParameters: {
        keyId: id,
        validTo: 'Feb 11, 2026, 9:00:00 AM',
        keyMaterialDescription: 'from safe 3',
      },
      responseElements: { keyId: arn, keyMaterialId: KeyMaterialId },
    })
    expect(account.trail.at(-2)).toMatchObject({
      eventName: 'GetParametersForImport',
      readOnly: true,
      requestParameters: { keyId: id, wrappingAlgorithm: 'RSAES_OAEP_SHA_256', wrappingKeySpec: 'RSA_2048' },
      responseElements: null,
    })
  })

  it('writes a new key’s metadata in lower camel case', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey({ Tags: [{ TagKey: 'Owner', TagValue: 'Amara' }] })
    expect(account.trail[0]).toMatchObject({
      requestParameters: { tags: [{ tagKey: 'Owner', tagValue: 'Amara' }] },
      responseElements: { keyMetadata: { keyId: id, arn, creationDate: 'Jan 12, 2026, 9:00:00 AM' } },
      resources: [{ ARN: arn }],
    })
  })

  it('keeps no more of a refused value than its member could hold', async () => {
    const account = testAccount()
    await expect(account.call('DescribeKey', { KeyId: 'x'.repeat(100_000) })).rejects.toMatchObject({
      code: 'ValidationException',
    })
    expect(account.trail[0]?.requestParameters?.keyId).toHaveLength(2048)
  })

  it('says noon and midnight as twelve', () => {
    expect(trailDate(Date.UTC(2026, 4, 21, 0, 7, 5))).toBe('May 21, 2026, 12:07:05 AM')
    expect(trailDate(Date.UTC(2026, 4, 21, 12, 0, 0))).toBe('May 21, 2026, 12:00:00 PM')
    const months = Array.from({ length: 12 }, (_, month) => trailDate(Date.UTC(2026, month, 1)).slice(0, 3))
    expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')
  })

  it('never holds a secret: planted bytes are nowhere in the trail or the tables', async () => {
    const account = testAccount()
    const secret = Uint8Array.from({ length: 32 }, (_, i) => 0xa0 ^ (i * 7))
    const { id } = await account.createKey({ Origin: 'EXTERNAL' })
    await account.importMaterial(id, secret)
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: secret })
    await account.call('Decrypt', { CiphertextBlob })
    const dataKey = await account.call('GenerateDataKey', { KeyId: id, KeySpec: 'AES_256' })
    await account.call('Encrypt', { KeyId: 'alias/no', Plaintext: secret }).catch(() => undefined)

    const everything = JSON.stringify([account.trail, account.tables.dump()], (_, value) =>
      value instanceof Uint8Array ? `${encodeHex(value)} ${encodeBase64(value)}` : value,
    )
    for (const planted of [secret, dataKey.Plaintext]) {
      expect(everything).not.toContain(encodeHex(planted))
      for (const shift of [0, 1, 2])
        expect(everything).not.toContain(encodeBase64(planted.slice(shift)).slice(0, 36))
    }
    expect(everything.length).toBeGreaterThan(5000)
  })

  it('shows the key in the answer of operations that have none, where AWS’s pages say so', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey()
    const { arn: next, id: nextId } = await account.createKey()
    const answers = []
    for (const [operation, input] of [
      ['DisableKey', { KeyId: id }],
      ['EnableKey', { KeyId: id }],
      ['EnableKeyRotation', { KeyId: id }],
      ['DisableKeyRotation', { KeyId: id }],
      ['UpdateKeyDescription', { KeyId: id, Description: '' }],
      ['CreateAlias', { AliasName: 'alias/a', TargetKeyId: id }],
      ['UpdateAlias', { AliasName: 'alias/a', TargetKeyId: nextId }],
      ['DeleteAlias', { AliasName: 'alias/a' }],
    ] as const) {
      await account.call(operation, input)
      answers.push(account.trail.at(-1)?.responseElements?.keyId ?? null)
    }
    expect(answers).toEqual([arn, arn, arn, null, null, arn, next, next])
    await account.call('EnableKey', { KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }).catch(() => {})
    expect(account.trail.at(-1)?.responseElements).toBeNull()
  })
})

it('a record says of an operation that it only reads when it leaves the account as it was', () => {
  const changes =
    `CancelKeyDeletion ConnectCustomKeyStore CreateAlias CreateCustomKeyStore CreateGrant CreateKey
    DeleteAlias DeleteCustomKeyStore DeleteImportedKeyMaterial DisableKey DisableKeyRotation
    DisconnectCustomKeyStore EnableKey EnableKeyRotation ImportKeyMaterial PutKeyPolicy ReplicateKey RetireGrant
    RevokeGrant RotateKeyOnDemand ScheduleKeyDeletion TagResource UntagResource UpdateAlias UpdateCustomKeyStore
    UpdateKeyDescription UpdatePrimaryRegion`.split(/\s+/)
  const all = [...operations.values()]
  expect(
    all
      .filter(({ readOnly }) => !readOnly)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(changes)
  expect(all).toHaveLength(56)
})
