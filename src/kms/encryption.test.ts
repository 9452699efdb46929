import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { days } from '../world/clock.ts'
import { additionalData, packCiphertext, packHeader, readCiphertext } from './ciphertext.ts'
import { caller, material, testAccount } from './testing/account.ts'

const plaintext = encodeUtf8('trial record FT-01')

async function usableKey() {
  const account = testAccount()
  return { account, ...(await account.createKey()) }
}

describe('Encrypt and Decrypt', () => {
  it('give back what went in, and say which key and material did it', async () => {
    const { account, id, arn } = await usableKey()
    const encrypted = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    expect(encrypted).toMatchObject({ KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' })
    expect(encrypted).not.toHaveProperty('KeyMaterialId')
    expect(await account.call('Decrypt', { CiphertextBlob: encrypted.CiphertextBlob })).toMatchObject({
      Plaintext: plaintext,
      KeyId: arn,
    })
  })

  it('never encrypt the same bytes to the same blob', async () => {
    const { account, id } = await usableKey()
    const [a, b] = [
      await account.call('Encrypt', { KeyId: id, Plaintext: plaintext }),
      await account.call('Encrypt', { KeyId: id, Plaintext: plaintext }),
    ]
    expect(a.CiphertextBlob).not.toEqual(b.CiphertextBlob)
  })

  it.each([
    ['none', {}],
    ['another value', { EncryptionContext: { study: 'FT-02' } }],
    ['another letter case', { EncryptionContext: { Study: 'FT-01' } }],
    ['one pair more', { EncryptionContext: { study: 'FT-01', site: '3' } }],
    ['the pair cut elsewhere', { EncryptionContext: { stud: 'yFT-01' } }],
  ])('need the same context: %s is refused without a text (F-620)', async (_, context) => {
    const { account, id } = await usableKey()
    const { CiphertextBlob } = await account.call('Encrypt', {
      KeyId: id,
      Plaintext: plaintext,
      EncryptionContext: { study: 'FT-01' },
    })
    await expect(account.call('Decrypt', { CiphertextBlob, ...context })).rejects.toMatchObject({
      code: 'InvalidCiphertextException',
      message: '',
    })
  })

  it('take the pairs of a context in any order', async () => {
    const { account, id } = await usableKey()
    const { CiphertextBlob } = await account.call('Encrypt', {
      KeyId: id,
      Plaintext: plaintext,
      EncryptionContext: { a: '1', b: '2' },
    })
    expect(
      await account.call('Decrypt', { CiphertextBlob, EncryptionContext: { b: '2', a: '1' } }),
    ).toMatchObject({ Plaintext: plaintext })
  })

  it('refuse a blob with any byte changed or cut', async () => {
    const { account, id } = await usableKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    for (let i = 0; i < CiphertextBlob.length; i++) {
      const changed = CiphertextBlob.slice()
      changed[i] ^= 0x20
      await expect(account.call('Decrypt', { CiphertextBlob: changed }), `byte ${i}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(InvalidCiphertextException|AccessDeniedException)$/),
      })
    }
    await expect(
      account.call('Decrypt', { CiphertextBlob: CiphertextBlob.slice(0, -1) }),
    ).rejects.toMatchObject({ code: 'InvalidCiphertextException' })
  })

  it('check a key that the caller names (F-621)', async () => {
    const { account, id } = await usableKey()
    const other = await account.createKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    await expect(account.call('Decrypt', { CiphertextBlob, KeyId: other.id })).rejects.toMatchObject({
      code: 'IncorrectKeyException',
      message: 'The key ID in the request does not identify a CMK that can perform this operation.',
    })
  })

  it('do not make two keys with the same imported bytes interchangeable (F-343)', async () => {
    const account = testAccount()
    const [a, b] = [
      await account.createKey({ Origin: 'EXTERNAL' }),
      await account.createKey({ Origin: 'EXTERNAL' }),
    ]
    await account.importMaterial(a.id, material(1))
    await account.importMaterial(b.id, material(1))
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: a.id, Plaintext: plaintext })
    await expect(account.call('Decrypt', { CiphertextBlob, KeyId: b.id })).rejects.toMatchObject({
      code: 'IncorrectKeyException',
    })
  })

  it('lose a ciphertext with its key, even where the material is kept (F-342)', async () => {
    const account = testAccount()
    const a = await account.createKey({ Origin: 'EXTERNAL' })
    await account.importMaterial(a.id, material(1))
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: a.id, Plaintext: plaintext })
    await account.call('ScheduleKeyDeletion', { KeyId: a.id, PendingWindowInDays: 7 })
    account.travel(days(7))
    const rebuilt = await account.createKey({ Origin: 'EXTERNAL' })
    await account.importMaterial(rebuilt.id, material(1))
    await expect(account.call('Decrypt', { CiphertextBlob })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    })
    await expect(account.call('Decrypt', { CiphertextBlob, KeyId: rebuilt.id })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    })
  })

  it('stay inside their Region and account', async () => {
    const { account, id } = await usableKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    for (const as of [caller('eu-central-1'), caller('eu-west-1', '444455556666')])
      await expect(account.call('Decrypt', { CiphertextBlob }, as)).rejects.toMatchObject({
        code: 'AccessDeniedException',
      })
  })

  it('end a dry run with an exception that says it would have worked (F-507), and check it as a real one', async () => {
    const { account, id } = await usableKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    const dry = {
      code: 'DryRunOperationException',
      message: 'The request would have succeeded, but the DryRun option is set.',
    }
    await expect(
      account.call('Encrypt', { KeyId: id, Plaintext: plaintext, DryRun: true }),
    ).rejects.toMatchObject(dry)
    await expect(account.call('Decrypt', { CiphertextBlob, DryRun: true })).rejects.toMatchObject(dry)
    await expect(
      account.call('Decrypt', { DryRun: true, KeyId: id, DryRunModifiers: ['IGNORE_CIPHERTEXT'] }),
    ).rejects.toMatchObject(dry)
    await expect(account.call('Decrypt', { KeyId: id })).rejects.toMatchObject({
      code: 'ValidationException',
    })
    await account.call('DisableKey', { KeyId: id })
    await expect(
      account.call('Encrypt', { KeyId: id, Plaintext: plaintext, DryRun: true }),
    ).rejects.toMatchObject({ code: 'DisabledException' })
  })

  it('are refused for a key of another usage (F-622)', async () => {
    const account = testAccount()
    const { id, arn } = await account.createKey({
      Origin: 'EXTERNAL',
      KeySpec: 'HMAC_256',
      KeyUsage: 'GENERATE_VERIFY_MAC',
    })
    await account.importMaterial(id, material(1))
    await expect(account.call('Encrypt', { KeyId: id, Plaintext: plaintext })).rejects.toMatchObject({
      code: 'InvalidKeyUsageException',
      message: `${arn} key usage is GENERATE_VERIFY_MAC which is not valid for Encrypt.`,
    })
  })
})

describe('ReEncrypt', () => {
  it('moves data to another key and context without showing it', async () => {
    const { account, id } = await usableKey()
    const target = await account.createKey()
    const { CiphertextBlob } = await account.call('Encrypt', {
      KeyId: id,
      Plaintext: plaintext,
      EncryptionContext: { a: '1' },
    })
    const moved = await account.call('ReEncrypt', {
      CiphertextBlob,
      SourceEncryptionContext: { a: '1' },
      DestinationKeyId: target.id,
      DestinationEncryptionContext: { b: '2' },
    })
    expect(moved).toMatchObject({ KeyId: target.arn, SourceKeyId: expect.stringContaining(id) })
    expect(moved).not.toHaveProperty('Plaintext')
    expect(
      await account.call('Decrypt', { CiphertextBlob: moved.CiphertextBlob, EncryptionContext: { b: '2' } }),
    ).toMatchObject({ KeyId: target.arn, Plaintext: plaintext })
    expect(account.trail.at(-2)?.resources).toHaveLength(2)
  })

  it('asks the state of both keys', async () => {
    const { account, id } = await usableKey()
    const target = await account.createKey()
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: plaintext })
    await account.call('DisableKey', { KeyId: target.id })
    await expect(
      account.call('ReEncrypt', { CiphertextBlob, DestinationKeyId: target.id }),
    ).rejects.toMatchObject({ code: 'DisabledException' })
  })
})

describe('data keys', () => {
  it.each([
    [{ KeySpec: 'AES_256' }, 32],
    [{ KeySpec: 'AES_128' }, 16],
    [{ NumberOfBytes: 1024 }, 1024],
  ])('%j has its length, and its encrypted copy opens to it', async (size, length) => {
    const { account, id } = await usableKey()
    const dataKey = await account.call('GenerateDataKey', { KeyId: id, ...size })
    expect(dataKey.Plaintext).toHaveLength(length)
    expect((await account.call('Decrypt', { CiphertextBlob: dataKey.CiphertextBlob })).Plaintext).toEqual(
      dataKey.Plaintext,
    )
    expect(await account.call('GenerateDataKeyWithoutPlaintext', { KeyId: id, ...size })).not.toHaveProperty(
      'Plaintext',
    )
  })

  it.each([[{}], [{ KeySpec: 'AES_256', NumberOfBytes: 32 }]])(
    'need exactly one way to say how long: %j is refused (F-508)',
    async (size) => {
      const { account, id } = await usableKey()
      await expect(account.call('GenerateDataKey', { KeyId: id, ...size })).rejects.toMatchObject({
        code: 'ValidationException',
        message: 'Please specify either number of bytes or key spec.',
      })
    },
  )
})

describe('the ciphertext format', () => {
  it('gives no two contexts the same authenticated bytes', () => {
    const context = fc.dictionary(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), { maxKeys: 4 })
    const sorted = (pairs: Record<string, string>) => JSON.stringify(Object.entries(pairs).sort())
    const header = encodeUtf8('header')
    fc.assert(
      fc.property(context, context, (a, b) => {
        const same = additionalData(header, a).join() === additionalData(header, b).join()
        expect(same).toBe(sorted(a) === sorted(b))
      }),
    )
  })

  it('reads back what it wrote, and nothing else', () => {
    const header = {
      accountId: '111122223333',
      regions: ['eu-west-1'],
      keyId: 'mrk-1',
      materialId: 'ab'.repeat(32),
    }
    const blob = packCiphertext(packHeader(header), new Uint8Array(12), encodeUtf8('sealed'))
    expect(readCiphertext(blob)).toMatchObject({ header, sealed: encodeUtf8('sealed') })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readCiphertext(bytes.slice()) === undefined),
    )
    for (let n = 0; n < blob.length - 6; n++) expect(readCiphertext(blob.slice(0, n))).toBeUndefined()
  })
})
