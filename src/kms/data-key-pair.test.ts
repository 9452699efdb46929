import { constants, createPrivateKey, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { dataKeyPairSpecEnum } from './members.ts'
import { testAccount } from './testing/account.ts'

const account = testAccount()
const shape = dataKeyPairSpecEnum.shape
const SPECS = shape.kind === 'string' ? (shape.enum ?? []).filter((spec) => spec !== 'SM2') : []
const context = { study: 'FT-01' }

const publicOf = (pkcs8: Uint8Array) =>
  new Uint8Array(
    createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' })).export({
      type: 'spki',
      format: 'der',
    }),
  )

describe('data key pairs', () => {
  it('come in 11 specs here', () => expect(SPECS).toHaveLength(11))

  it.each(SPECS)(
    '%s: both halves belong together, and the encrypted one opens to the private key',
    async (KeyPairSpec) => {
      const { id, arn } = await account.createKey()
      const made = await account.call('GenerateDataKeyPair', {
        KeyId: id,
        KeyPairSpec,
        EncryptionContext: context,
      })
      expect(made).toEqual({
        KeyId: arn,
        KeyPairSpec,
        PublicKey: expect.any(Uint8Array),
        PrivateKeyPlaintext: expect.any(Uint8Array),
        PrivateKeyCiphertextBlob: expect.any(Uint8Array),
        KeyMaterialId: (await account.call('DescribeKey', { KeyId: id })).KeyMetadata.CurrentKeyMaterialId,
      })
      const opened = await account.call('Decrypt', {
        CiphertextBlob: made.PrivateKeyCiphertextBlob,
        EncryptionContext: context,
      })
      expect(opened.Plaintext).toEqual(made.PrivateKeyPlaintext)
      await expect(
        account.call('Decrypt', { CiphertextBlob: made.PrivateKeyCiphertextBlob }),
      ).rejects.toMatchObject({ code: 'InvalidCiphertextException' })
      if (!KeyPairSpec.startsWith('ML_KEM')) {
        expect(publicOf(made.PrivateKeyPlaintext)).toEqual(made.PublicKey)
        return
      }
      // The seed format: as long for every parameter set. PrivateKeyInfo, 0, identifier, [0] of 64 bytes.
      expect(made.PrivateKeyPlaintext).toHaveLength(86)
      const seed = made.PrivateKeyPlaintext.slice(-64)
      expect(made.PrivateKeyPlaintext.slice(-66, -64)).toEqual(Uint8Array.of(0x80, 64))
      const set = KeyPairSpec.replaceAll('_', '-') as 'ML-KEM-512'
      const sent = await account.crypto.mlKemEncapsulate(set, made.PublicKey, account.entropy.bytes(32))
      expect(await account.crypto.mlKemDecapsulate(set, seed, sent.ciphertext)).toEqual(sent.secret)
    },
    60_000,
  )

  it.each(['RSA_2048', 'ECC_NIST_P256', 'ML_KEM_768'])(
    '%s without plaintext keep the private key to themselves until it is decrypted',
    async (KeyPairSpec) => {
      const { id, arn } = await account.createKey()
      const made = await account.call('GenerateDataKeyPairWithoutPlaintext', { KeyId: id, KeyPairSpec })
      expect(Object.keys(made).sort()).toEqual([
        'KeyId',
        'KeyMaterialId',
        'KeyPairSpec',
        'PrivateKeyCiphertextBlob',
        'PublicKey',
      ])
      expect(made.KeyId).toBe(arn)
      const { Plaintext } = await account.call('Decrypt', { CiphertextBlob: made.PrivateKeyCiphertextBlob })
      if (KeyPairSpec.startsWith('ML_KEM')) expect(Plaintext).toHaveLength(86)
      else expect(publicOf(Plaintext)).toEqual(made.PublicKey)
    },
  )

  it('of RSA encrypt outside KMS', async () => {
    const { id } = await account.createKey()
    const made = await account.call('GenerateDataKeyPair', { KeyId: id, KeyPairSpec: 'RSA_2048' })
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    const key = createPublicKey({ key: Buffer.from(made.PublicKey), type: 'spki', format: 'der' })
    const sealed = publicEncrypt({ key, ...padding }, encodeUtf8('payroll'))
    const own = createPrivateKey({
      key: Buffer.from(made.PrivateKeyPlaintext),
      type: 'pkcs8',
      format: 'der',
    })
    expect(privateDecrypt({ key: own, ...padding }, sealed).toString()).toBe('payroll')
  })

  it('are never the same twice', async () => {
    const { id } = await account.createKey()
    const request = { KeyId: id, KeyPairSpec: 'ECC_NIST_P256' }
    const [a, b] = [
      await account.call('GenerateDataKeyPair', request),
      await account.call('GenerateDataKeyPair', request),
    ]
    expect(a.PublicKey).not.toEqual(b.PublicKey)
  })
})

describe.each(['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'])('%s', (operation) => {
  it('needs a symmetric encryption key', async () => {
    for (const [KeySpec, KeyUsage, message] of [
      ['RSA_2048', 'ENCRYPT_DECRYPT', 'Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.'],
      ['ECC_NIST_P256', 'SIGN_VERIFY', `key usage is SIGN_VERIFY which is not valid for ${operation}.`],
    ]) {
      const { id } = await account.createKey({ KeySpec, KeyUsage })
      await expect(
        account.call(operation, { KeyId: id, KeyPairSpec: 'ECC_NIST_P256' }),
      ).rejects.toMatchObject({
        code: 'InvalidKeyUsageException',
        message: expect.stringContaining(message as string),
      })
    }
  })

  it('refuses SM2, which exists in China Regions only', async () => {
    const { id } = await account.createKey()
    await expect(account.call(operation, { KeyId: id, KeyPairSpec: 'SM2' })).rejects.toMatchObject({
      code: 'UnsupportedOperationException',
    })
  })

  it('checks a dry run as a real call, and makes no pair for it (F-507)', async () => {
    const { id } = await account.createKey()
    const before = account.entropy.position()
    await expect(
      account.call(operation, { KeyId: id, KeyPairSpec: 'ECC_NIST_P256', DryRun: true }),
    ).rejects.toMatchObject({ code: 'DryRunOperationException' })
    // The ids of request and event, and nothing for a pair.
    expect(account.entropy.position() - before).toBe(32)
    await expect(
      account.call(operation, { KeyId: id, KeyPairSpec: 'SM2', DryRun: true }),
    ).rejects.toMatchObject({ code: 'UnsupportedOperationException' })
  })

  it('shows spec, context and material in the trail, and no key', async () => {
    const { id } = await account.createKey()
    const { KeyMaterialId } = await account.call(operation, {
      KeyId: id,
      KeyPairSpec: 'ECC_NIST_P256',
      EncryptionContext: context,
    })
    expect(account.trail.at(-1)).toMatchObject({
      requestParameters: { keyId: id, keyPairSpec: 'ECC_NIST_P256', encryptionContext: context },
      responseElements: null,
      additionalEventData: { keyMaterialId: KeyMaterialId },
    })
    expect(Object.keys(account.trail.at(-1)?.requestParameters ?? {})).toHaveLength(3)
  })
})

describe.each(['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'])('%s', (operation) => {
  it('needs a symmetric encryption key', async () => {
    const { id } = await account.createKey({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' })
    await expect(account.call(operation, { KeyId: id, KeySpec: 'AES_256' })).rejects.toMatchObject({
      code: 'InvalidKeyUsageException',
      message: 'Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.',
    })
  })
})
