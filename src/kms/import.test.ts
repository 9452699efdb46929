import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { days, hours } from '../world/clock.ts'
import { material, START, testAccount } from './testing/account.ts'

const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
const until = (ms: number) => ({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: START + ms })

async function emptyKey() {
  const account = testAccount()
  return { account, ...(await account.createKey({ Origin: 'EXTERNAL' })) }
}

async function importedKey(options: Record<string, unknown> = forever) {
  const made = await emptyKey()
  await made.account.importMaterial(made.id, material(1), options)
  return made
}

describe('a new EXTERNAL key', () => {
  it('waits for material, and its metadata names neither material nor expiration model', async () => {
    const { account, id } = await emptyKey()
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    expect(KeyMetadata).toMatchObject({ KeyState: 'PendingImport', Enabled: false, Origin: 'EXTERNAL' })
    expect(KeyMetadata).not.toHaveProperty('CurrentKeyMaterialId')
    expect(KeyMetadata).not.toHaveProperty('ExpirationModel')
  })

  it('refuses use with the short text recorded from AWS (F-601)', async () => {
    const { account, id, arn } = await emptyKey()
    await expect(account.call('Encrypt', { KeyId: id, Plaintext: encodeUtf8('x') })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${arn} is pending import.`,
    })
  })
})

describe('importing material', () => {
  it('enables the key and answers with the key ARN and the material id', async () => {
    const { account, id, arn } = await emptyKey()
    const answer = await account.importMaterial(id, material(1))
    expect(answer).toEqual({ KeyId: arn, KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await account.state(id)).toBe('Enabled')
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    expect(KeyMetadata).toMatchObject({
      CurrentKeyMaterialId: answer.KeyMaterialId,
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    })
  })

  it('gives the same bytes the same id in one key and another id in another key (F-104)', async () => {
    const { account, id } = await importedKey()
    const other = await account.createKey({ Origin: 'EXTERNAL' })
    const again = await account.importMaterial(id, material(1))
    const elsewhere = await account.importMaterial(other.id, material(1))
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    expect(again.KeyMaterialId).toBe(KeyMetadata.CurrentKeyMaterialId)
    expect(elsewhere.KeyMaterialId).not.toBe(again.KeyMaterialId)
  })

  it('without ExpirationModel and ValidTo is refused: silence means expiry (F-314)', async () => {
    const { account, id } = await emptyKey()
    await expect(account.importMaterial(id, material(1), {})).rejects.toMatchObject({
      code: 'ValidationException',
      message: 'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES',
    })
  })

  it.each([
    ['in the past', until(-1)],
    ['now', until(0)],
    ['more than 365 days away', until(days(365) + 1)],
    ['given with DOES_NOT_EXPIRE', { ...forever, ValidTo: START + days(1) }],
  ])('refuses a ValidTo %s', async (_, options) => {
    const { account, id } = await emptyKey()
    await expect(account.importMaterial(id, material(1), options)).rejects.toMatchObject({
      code: 'ValidationException',
    })
  })

  it('takes a ValidTo of exactly 365 days', async () => {
    const { account, id } = await importedKey(until(days(365)))
    expect((await account.call('DescribeKey', { KeyId: id })).KeyMetadata.ValidTo).toBe(START + days(365))
  })

  it('refuses a token of another key, a changed token and one of 24 hours, in the order binding, age', async () => {
    const { account, id } = await emptyKey()
    const other = await account.createKey({ Origin: 'EXTERNAL' })
    const ask = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }
    const own = await account.call('GetParametersForImport', { KeyId: id, ...ask })
    const foreign = await account.call('GetParametersForImport', { KeyId: other.id, ...ask })
    const blob = await account.crypto.rsaOaepEncrypt(own.PublicKey, 'SHA-256', material(1))
    const attempt = (ImportToken: Uint8Array) =>
      account.call('ImportKeyMaterial', { KeyId: id, ImportToken, EncryptedKeyMaterial: blob, ...forever })

    await expect(attempt(foreign.ImportToken)).rejects.toMatchObject({
      code: 'InvalidImportTokenException',
      message: '',
    })
    const changed = own.ImportToken.slice()
    changed[changed.length - 1] ^= 1
    await expect(attempt(changed)).rejects.toMatchObject({ code: 'InvalidImportTokenException' })
    await expect(attempt(new Uint8Array([1]))).rejects.toMatchObject({ code: 'InvalidImportTokenException' })

    account.travel(hours(24) - 1)
    await attempt(own.ImportToken)
    account.travel(1)
    await expect(attempt(own.ImportToken)).rejects.toMatchObject({ code: 'ExpiredImportTokenException' })
    await expect(attempt(foreign.ImportToken)).rejects.toMatchObject({ code: 'InvalidImportTokenException' })
  })

  it.each([
    [
      'SHA-1 instead of SHA-256',
      async (account: any, publicKey: any) => account.crypto.rsaOaepEncrypt(publicKey, 'SHA-1', material(1)),
    ],
    [
      'one byte cut',
      async (account: any, publicKey: any) =>
        (await account.crypto.rsaOaepEncrypt(publicKey, 'SHA-256', material(1))).slice(1),
    ],
    [
      'one bit changed',
      async (account: any, publicKey: any) => {
        const blob = await account.crypto.rsaOaepEncrypt(publicKey, 'SHA-256', material(1))
        blob[9] ^= 4
        return blob
      },
    ],
  ])('answers a blob that does not open (%s) with InvalidCiphertextException', async (_, wrap) => {
    const { account, id } = await emptyKey()
    const { PublicKey, ImportToken } = await account.call('GetParametersForImport', {
      KeyId: id,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    })
    const EncryptedKeyMaterial = await wrap(account, PublicKey)
    await expect(
      account.call('ImportKeyMaterial', { KeyId: id, ImportToken, EncryptedKeyMaterial, ...forever }),
    ).rejects.toMatchObject({
      code: 'InvalidCiphertextException',
      message: '',
    })
    expect(await account.state(id)).toBe('PendingImport')
  })

  it.each([1, 16, 31, 33, 44, 45, 64, 65])('refuses %i bytes of material', async (length) => {
    const { account, id } = await emptyKey()
    await expect(account.importMaterial(id, new Uint8Array(length))).rejects.toMatchObject({
      code: 'IncorrectKeyMaterialException',
    })
  })

  it('refuses other bytes than before, named or not, and the same bytes as NEW', async () => {
    const { account, id } = await importedKey()
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    for (const [bytes, options] of [
      [material(2), forever],
      [material(2), { ...forever, ImportType: 'EXISTING_KEY_MATERIAL' }],
      [material(2), { ...forever, KeyMaterialId: KeyMetadata.CurrentKeyMaterialId }],
      [material(1), { ...forever, ImportType: 'NEW_KEY_MATERIAL' }],
      [material(1), { ...forever, KeyMaterialId: '0'.repeat(64) }],
    ] as const) {
      await expect(account.importMaterial(id, bytes, options)).rejects.toMatchObject({
        code: 'IncorrectKeyMaterialException',
      })
    }
    await expect(
      account.importMaterial(id, material(2), {
        ...forever,
        ImportType: 'NEW_KEY_MATERIAL',
        KeyMaterialId: '0'.repeat(64),
      }),
    ).rejects.toMatchObject({ code: 'ValidationException' })
  })

  it('is for EXTERNAL keys only, and says so with the recorded text (F-613)', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey()
    await expect(
      account.call('GetParametersForImport', {
        KeyId: id,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      }),
    ).rejects.toMatchObject({
      code: 'UnsupportedOperationException',
      message: `${arn} origin is AWS_KMS which is not valid for this operation.`,
    })
  })

  it('can change the expiry of material that is there, without deleting it first (F-319)', async () => {
    const { account, id } = await importedKey(until(days(10)))
    await account.importMaterial(id, material(1), until(days(20)))
    expect((await account.call('DescribeKey', { KeyId: id })).KeyMetadata.ValidTo).toBe(START + days(20))
    await account.importMaterial(id, material(1), forever)
    expect((await account.call('DescribeKey', { KeyId: id })).KeyMetadata).not.toHaveProperty('ValidTo')
  })
})

describe('imported material with a ValidTo', () => {
  it('leaves the key unusable from that instant until the same bytes come back', async () => {
    const { account, id, arn } = await importedKey(until(days(30)))
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: encodeUtf8('payroll') })

    account.travel(days(30) - 1)
    expect(await account.state(id)).toBe('Enabled')
    const [event] = account.travel(1)
    expect(event).toMatchObject({
      eventName: 'DeleteExpiredKeyMaterial',
      eventType: 'AwsServiceEvent',
      serviceEventDetails: { keyId: id },
    })
    expect(await account.state(id)).toBe('PendingImport')
    await expect(account.call('Decrypt', { CiphertextBlob })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${arn} is pending import.`,
    })

    await expect(account.importMaterial(id, material(2))).rejects.toMatchObject({
      code: 'IncorrectKeyMaterialException',
    })
    await account.importMaterial(id, material(1))
    expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(encodeUtf8('payroll'))
  })

  it('keeps CurrentKeyMaterialId but no ExpirationModel after it is gone (F-337)', async () => {
    const { account, id } = await importedKey(until(days(1)))
    account.travel(days(2))
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    expect(KeyMetadata.CurrentKeyMaterialId).toMatch(/^[0-9a-f]{64}$/)
    expect(KeyMetadata).not.toHaveProperty('ExpirationModel')
    expect(KeyMetadata).not.toHaveProperty('ValidTo')
  })
})

describe('several materials in one key', () => {
  const asNew = { ...forever, ImportType: 'NEW_KEY_MATERIAL' }

  it('lets one wait for rotation, and refuses a second one with the recorded text (F-327)', async () => {
    const { account, id, arn } = await importedKey()
    const { KeyMaterialId } = await account.importMaterial(id, material(2), asNew)
    await expect(account.importMaterial(id, material(3), asNew)).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: expect.stringMatching(
        new RegExp(
          `^New key material \\(id: [0-9a-f]{64}\\) cannot be imported into KMS key ${arn}, because another key material \\(id: ${KeyMaterialId}\\) is pending rotation\\.$`,
        ),
      ),
    })
  })

  it('changes the current material at the rotation, not at the import (F-351)', async () => {
    const { account, id } = await importedKey()
    const before = await account.call('GenerateDataKey', { KeyId: id, KeySpec: 'AES_256' })
    const { KeyMaterialId: second } = await account.importMaterial(id, material(2), asNew)
    expect((await account.call('DescribeKey', { KeyId: id })).KeyMetadata.CurrentKeyMaterialId).toBe(
      before.KeyMaterialId,
    )

    await account.call('RotateKeyOnDemand', { KeyId: id })
    expect(await account.call('GetKeyRotationStatus', { KeyId: id })).toMatchObject({
      OnDemandRotationStartDate: START,
    })
    const [rotated] = account.travel(days(1))
    expect(rotated).toMatchObject({
      eventName: 'RotateKey',
      serviceEventDetails: {
        rotationType: 'ON_DEMAND',
        keyOrigin: 'EXTERNAL',
        previousKeyMaterialId: before.KeyMaterialId,
        currentKeyMaterialId: second,
      },
    })
    expect((await account.call('DescribeKey', { KeyId: id })).KeyMetadata.CurrentKeyMaterialId).toBe(second)
    expect((await account.call('Decrypt', { CiphertextBlob: before.CiphertextBlob })).KeyMaterialId).toBe(
      before.KeyMaterialId,
    )
  })

  it('stops the whole key when any permanent one is missing, until each is back (F-339)', async () => {
    const { account, id } = await importedKey()
    const { CurrentKeyMaterialId: first } = (await account.call('DescribeKey', { KeyId: id })).KeyMetadata
    await account.importMaterial(id, material(2), asNew)
    await account.call('RotateKeyOnDemand', { KeyId: id })
    account.travel(days(1))

    await account.call('DeleteImportedKeyMaterial', { KeyId: id, KeyMaterialId: first })
    expect(await account.state(id)).toBe('PendingImport')
    await expect(account.call('Encrypt', { KeyId: id, Plaintext: material(9) })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
    })
    await account.importMaterial(id, material(1))
    expect(await account.state(id)).toBe('Enabled')
  })

  it('goes on without one that only waited, and makes room for other bytes (F-317, F-336)', async () => {
    const { account, id } = await importedKey()
    const { KeyMaterialId } = await account.importMaterial(id, material(2), asNew)
    await account.call('DeleteImportedKeyMaterial', { KeyId: id, KeyMaterialId })
    expect(await account.state(id)).toBe('Enabled')
    await account.importMaterial(id, material(3), asNew)
    const { Rotations } = await account.call('ListKeyRotations', {
      KeyId: id,
      IncludeKeyMaterial: 'ALL_KEY_MATERIAL',
    })
    expect(Rotations.map((entry: any) => entry.KeyMaterialState)).toEqual(['CURRENT', 'PENDING_ROTATION'])
  })

  it('cannot be rescued by new bytes: the key stays PendingImport (F-318)', async () => {
    const { account, id } = await importedKey()
    await account.call('DeleteImportedKeyMaterial', { KeyId: id })
    await account.importMaterial(id, material(2), asNew)
    expect(await account.state(id)).toBe('PendingImport')
  })

  it('shows the earliest expiry of the permanent ones as ValidTo (F-338)', async () => {
    const { account, id } = await importedKey(until(days(40)))
    await account.importMaterial(id, material(2), { ...until(days(20)), ImportType: 'NEW_KEY_MATERIAL' })
    expect((await account.call('DescribeKey', { KeyId: id })).KeyMetadata.ValidTo).toBe(START + days(40))
    await account.call('RotateKeyOnDemand', { KeyId: id })
    account.travel(days(1))
    expect((await account.call('DescribeKey', { KeyId: id })).KeyMetadata.ValidTo).toBe(START + days(20))
  })
})

describe('a key that is disabled or pending deletion', () => {
  it('takes a re-import while disabled and stays disabled (F-417)', async () => {
    const { account, id } = await importedKey()
    await account.call('DisableKey', { KeyId: id })
    await account.importMaterial(id, material(1))
    expect(await account.state(id)).toBe('Disabled')
  })

  it('refuses import parameters while pending deletion, and comes back empty when its material went meanwhile (F-328, F-419)', async () => {
    const { account, id } = await importedKey(until(days(5)))
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    await expect(account.importMaterial(id, material(1))).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
    })
    account.travel(days(6))
    expect(await account.state(id)).toBe('PendingDeletion')
    await account.call('CancelKeyDeletion', { KeyId: id })
    expect(await account.state(id)).toBe('PendingImport')
    await account.importMaterial(id, material(1))
    expect(await account.state(id)).toBe('Enabled')
  })
})
