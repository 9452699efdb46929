import { constants, createPublicKey, generateKeyPairSync, publicEncrypt } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { testAccount } from './testing/account.ts'

const account = testAccount()
const plaintext = encodeUtf8('payroll of May')
const keys = new Map<string, { id: string; arn: string; spki: Uint8Array }>()
const keyOf = (spec: string) => keys.get(spec) as { id: string; arn: string; spki: Uint8Array }

beforeAll(async () => {
  for (const KeySpec of ['RSA_2048', 'RSA_3072', 'RSA_4096']) {
    const key = await account.createKey({ KeySpec, KeyUsage: 'ENCRYPT_DECRYPT' })
    keys.set(KeySpec, { ...key, spki: (await account.call('GetPublicKey', { KeyId: key.id })).PublicKey })
  }
})

/** F-509. */
const ROOM = [
  ['RSA_2048', 'RSAES_OAEP_SHA_1', 214],
  ['RSA_2048', 'RSAES_OAEP_SHA_256', 190],
  ['RSA_3072', 'RSAES_OAEP_SHA_1', 342],
  ['RSA_3072', 'RSAES_OAEP_SHA_256', 318],
  ['RSA_4096', 'RSAES_OAEP_SHA_1', 470],
  ['RSA_4096', 'RSAES_OAEP_SHA_256', 446],
] as const

const encrypt = (spec: string, EncryptionAlgorithm: string, Plaintext: Uint8Array, more = {}) =>
  account.call('Encrypt', { KeyId: keyOf(spec).id, EncryptionAlgorithm, Plaintext, ...more })
const decrypt = (spec: string, EncryptionAlgorithm: string, CiphertextBlob: Uint8Array, more = {}) =>
  account.call('Decrypt', { KeyId: keyOf(spec).id, EncryptionAlgorithm, CiphertextBlob, ...more })

describe.each(ROOM)('%s with %s', (spec, algorithm, most) => {
  it(`takes 1 to ${most} bytes and gives a bare block as long as the modulus`, async () => {
    for (const length of [1, most]) {
      const given = account.entropy.bytes(length)
      const sealed = await encrypt(spec, algorithm, given)
      expect(sealed).toEqual({
        KeyId: keyOf(spec).arn,
        CiphertextBlob: expect.any(Uint8Array),
        EncryptionAlgorithm: algorithm,
      })
      expect(sealed.CiphertextBlob).toHaveLength(Number(spec.slice(4)) / 8)
      expect(await decrypt(spec, algorithm, sealed.CiphertextBlob)).toEqual({
        KeyId: keyOf(spec).arn,
        Plaintext: given,
        EncryptionAlgorithm: algorithm,
      })
    }
  })

  it('refuses one byte more (F-628)', async () => {
    for (const more of [{}, { DryRun: true }])
      await expect(encrypt(spec, algorithm, new Uint8Array(most + 1), more)).rejects.toMatchObject({
        code: 'ValidationException',
        message: `Algorithm ${algorithm} and key spec ${spec} cannot encrypt data larger than ${most} bytes.`,
      })
  })

  it('opens what OpenSSL made with the public key', async () => {
    const key = createPublicKey({ key: Buffer.from(keyOf(spec).spki), type: 'spki', format: 'der' })
    const oaepHash = algorithm === 'RSAES_OAEP_SHA_1' ? 'sha1' : 'sha256'
    const sealed = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, plaintext)
    expect((await decrypt(spec, algorithm, new Uint8Array(sealed))).Plaintext).toEqual(plaintext)
  })
})

describe('Encrypt with an RSA key', () => {
  it('needs the algorithm by name', async () => {
    const { id } = keyOf('RSA_2048')
    await expect(account.call('Encrypt', { KeyId: id, Plaintext: plaintext })).rejects.toMatchObject({
      code: 'InvalidKeyUsageException',
      message: 'Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.',
    })
  })

  it('takes no encryption context, an empty one excepted', async () => {
    const contexts = { code: 'ValidationException', message: NO_CONTEXT }
    const { CiphertextBlob } = await encrypt('RSA_2048', 'RSAES_OAEP_SHA_256', plaintext, {
      EncryptionContext: {},
    })
    const EncryptionContext = { study: 'FT-01' }
    await expect(
      encrypt('RSA_2048', 'RSAES_OAEP_SHA_256', plaintext, { EncryptionContext }),
    ).rejects.toMatchObject(contexts)
    await expect(
      decrypt('RSA_2048', 'RSAES_OAEP_SHA_256', CiphertextBlob, { EncryptionContext }),
    ).rejects.toMatchObject(contexts)
  })

  it('records the algorithm, and no material: the key has but one', async () => {
    await encrypt('RSA_2048', 'RSAES_OAEP_SHA_256', plaintext)
    expect(account.trail.at(-1)).toMatchObject({
      requestParameters: { keyId: keyOf('RSA_2048').id, encryptionAlgorithm: 'RSAES_OAEP_SHA_256' },
    })
    expect(account.trail.at(-1)).not.toHaveProperty('additionalEventData')
  })

  it('is refused for a key that signs (F-622), and a symmetric key refuses RSA (F-623)', async () => {
    const signer = await account.createKey({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' })
    const symmetric = await account.createKey()
    const request = { Plaintext: plaintext, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }
    await expect(account.call('Encrypt', { ...request, KeyId: signer.id })).rejects.toMatchObject({
      code: 'InvalidKeyUsageException',
      message: `${signer.arn} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
    })
    await expect(account.call('Encrypt', { ...request, KeyId: symmetric.id })).rejects.toMatchObject({
      code: 'InvalidKeyUsageException',
      message: 'Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT.',
    })
  })
})

const NO_CONTEXT = 'EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.'
const refused = { code: 'InvalidCiphertextException', message: '' }

describe('Decrypt with an RSA key', () => {
  it('needs the algorithm: the block does not say what it is', async () => {
    const { CiphertextBlob } = await encrypt('RSA_2048', 'RSAES_OAEP_SHA_256', plaintext)
    await expect(
      account.call('Decrypt', { CiphertextBlob, KeyId: keyOf('RSA_2048').id }),
    ).rejects.toMatchObject(refused)
  })

  it('needs the key: the block does not say whose it is', async () => {
    const { CiphertextBlob } = await encrypt('RSA_2048', 'RSAES_OAEP_SHA_256', plaintext)
    await expect(
      account.call('Decrypt', { CiphertextBlob, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
    ).rejects.toMatchObject({ code: 'ValidationException' })
    await expect(account.call('Decrypt', { CiphertextBlob })).rejects.toMatchObject(refused)
  })

  it('refuses the other hash, another key’s block, a changed one and one of another length alike', async () => {
    const { CiphertextBlob } = await encrypt('RSA_2048', 'RSAES_OAEP_SHA_256', plaintext)
    const bent = CiphertextBlob.slice()
    bent[9] ^= 1
    await expect(decrypt('RSA_2048', 'RSAES_OAEP_SHA_1', CiphertextBlob)).rejects.toMatchObject(refused)
    await expect(decrypt('RSA_3072', 'RSAES_OAEP_SHA_256', CiphertextBlob)).rejects.toMatchObject(refused)
    for (const blob of [bent, CiphertextBlob.slice(1), Uint8Array.of(1)])
      await expect(decrypt('RSA_2048', 'RSAES_OAEP_SHA_256', blob)).rejects.toMatchObject(refused)
  })

  it('answers a symmetric ciphertext under an RSA key with IncorrectKeyException (F-621)', async () => {
    const { id } = await account.createKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    await expect(
      account.call('Decrypt', { CiphertextBlob, KeyId: keyOf('RSA_2048').id }),
    ).rejects.toMatchObject({ code: 'IncorrectKeyException' })
  })

  it('checks a dry run as a real call, with or without a ciphertext (F-507)', async () => {
    const { CiphertextBlob } = await encrypt('RSA_2048', 'RSAES_OAEP_SHA_256', plaintext)
    const dry = { code: 'DryRunOperationException' }
    const without = { KeyId: keyOf('RSA_2048').id, DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] }
    await expect(
      decrypt('RSA_2048', 'RSAES_OAEP_SHA_256', CiphertextBlob, { DryRun: true }),
    ).rejects.toMatchObject(dry)
    await expect(
      decrypt('RSA_2048', 'RSAES_OAEP_SHA_1', CiphertextBlob, { DryRun: true }),
    ).rejects.toMatchObject(refused)
    await expect(
      account.call('Decrypt', { ...without, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
    ).rejects.toMatchObject(dry)
    await expect(account.call('Decrypt', without)).rejects.toMatchObject({ code: 'InvalidKeyUsageException' })
  })

  it('opens with an imported private key what its public half encrypted elsewhere', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 3072 })
    const { id, arn } = await account.createKey({
      KeySpec: 'RSA_3072',
      KeyUsage: 'ENCRYPT_DECRYPT',
      Origin: 'EXTERNAL',
    })
    const pkcs8 = new Uint8Array(pair.privateKey.export({ type: 'pkcs8', format: 'der' }))
    await account.importMaterial(id, pkcs8, undefined, 'RSA_AES_KEY_WRAP_SHA_256')
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    const sealed = publicEncrypt({ key: pair.publicKey, ...padding }, plaintext)
    const request = { KeyId: id, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }
    expect(
      await account.call('Decrypt', { ...request, CiphertextBlob: new Uint8Array(sealed) }),
    ).toMatchObject({ KeyId: arn, Plaintext: plaintext })
    await account.call('DeleteImportedKeyMaterial', { KeyId: id })
    await expect(
      account.call('Decrypt', { ...request, CiphertextBlob: new Uint8Array(sealed) }),
    ).rejects.toMatchObject({ code: 'KMSInvalidStateException' })
  })
})

describe('ReEncrypt', () => {
  it('moves data from a symmetric key to an RSA key and back', async () => {
    const { id, arn } = await account.createKey()
    const rsa = keyOf('RSA_2048')
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    const there = await account.call('ReEncrypt', {
      CiphertextBlob,
      DestinationKeyId: rsa.id,
      DestinationEncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
    })
    expect(there).toMatchObject({
      SourceKeyId: arn,
      KeyId: rsa.arn,
      SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      DestinationEncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
      SourceKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(there.DestinationKeyMaterialId).toBeUndefined()
    expect(there.CiphertextBlob).toHaveLength(256)
    const back = await account.call('ReEncrypt', {
      CiphertextBlob: there.CiphertextBlob,
      SourceKeyId: rsa.id,
      SourceEncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
      DestinationKeyId: id,
    })
    expect(back.SourceKeyMaterialId).toBeUndefined()
    expect((await account.call('Decrypt', { CiphertextBlob: back.CiphertextBlob })).Plaintext).toEqual(
      plaintext,
    )
  })

  it('refuses what does not fit the RSA key', async () => {
    const { id } = await account.createKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: new Uint8Array(191) })
    const request = {
      CiphertextBlob,
      DestinationKeyId: keyOf('RSA_2048').id,
      DestinationEncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
    }
    for (const more of [{}, { DryRun: true }])
      await expect(account.call('ReEncrypt', { ...request, ...more })).rejects.toMatchObject({
        code: 'ValidationException',
        message:
          'Algorithm RSAES_OAEP_SHA_256 and key spec RSA_2048 cannot encrypt data larger than 190 bytes.',
      })
  })

  it('needs the source key where the source is RSA', async () => {
    const { id } = await account.createKey()
    const { CiphertextBlob } = await encrypt('RSA_2048', 'RSAES_OAEP_SHA_1', plaintext)
    await expect(
      account.call('ReEncrypt', {
        CiphertextBlob,
        SourceEncryptionAlgorithm: 'RSAES_OAEP_SHA_1',
        DestinationKeyId: id,
      }),
    ).rejects.toMatchObject({ code: 'ValidationException' })
  })
})
