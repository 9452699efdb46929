import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Hsm } from './hsm-keys.ts'
import type { KeyRecord } from './key.ts'
import { agreeWith } from './key-agreement.ts'
import { testAccount } from './testing/account.ts'

const account = testAccount()
const agreement = (KeySpec: string, more = {}) =>
  account.createKey({ KeySpec, KeyUsage: 'KEY_AGREEMENT', ...more })
const publicKey = async (KeyId: string) => (await account.call('GetPublicKey', { KeyId })).PublicKey
const derive = (KeyId: string, PublicKey: Uint8Array, more = {}) =>
  account.call('DeriveSharedSecret', { KeyId, KeyAgreementAlgorithm: 'ECDH', PublicKey, ...more })

const CURVES = [
  ['ECC_NIST_P256', 'prime256v1', 32],
  ['ECC_NIST_P384', 'secp384r1', 48],
  ['ECC_NIST_P521', 'secp521r1', 66],
] as const

describe.each(CURVES)('DeriveSharedSecret with %s', (spec, namedCurve, length) => {
  it('gives two keys the same secret', async () => {
    const [a, b] = [await agreement(spec), await agreement(spec)]
    const one = await derive(a.id, await publicKey(b.id))
    expect(one).toEqual({
      KeyId: a.arn,
      SharedSecret: expect.any(Uint8Array),
      KeyAgreementAlgorithm: 'ECDH',
      KeyOrigin: 'AWS_KMS',
    })
    expect(one.SharedSecret).toHaveLength(length)
    expect((await derive(b.id, await publicKey(a.id))).SharedSecret).toEqual(one.SharedSecret)
  })

  it('gives the raw secret that a partner with OpenSSL computes', async () => {
    const { id } = await agreement(spec)
    const partner = generateKeyPairSync('ec', { namedCurve })
    const mine = createPublicKey({ key: Buffer.from(await publicKey(id)), type: 'spki', format: 'der' })
    const theirs = diffieHellman({ privateKey: partner.privateKey, publicKey: mine })
    const spki = new Uint8Array(partner.publicKey.export({ type: 'spki', format: 'der' }))
    expect((await derive(id, spki)).SharedSecret).toEqual(new Uint8Array(theirs))
  })

  it('works with an imported private key, and says so', async () => {
    const partner = generateKeyPairSync('ec', { namedCurve })
    const own = generateKeyPairSync('ec', { namedCurve })
    const { id } = await agreement(spec, { Origin: 'EXTERNAL' })
    const pkcs8 = new Uint8Array(own.privateKey.export({ type: 'pkcs8', format: 'der' }))
    await account.importMaterial(id, pkcs8, undefined, 'RSA_AES_KEY_WRAP_SHA_256')
    const answer = await derive(id, new Uint8Array(partner.publicKey.export({ type: 'spki', format: 'der' })))
    const expected = diffieHellman({ privateKey: own.privateKey, publicKey: partner.publicKey })
    expect(answer).toMatchObject({ KeyOrigin: 'EXTERNAL', SharedSecret: new Uint8Array(expected) })
  })
})

describe('DeriveSharedSecret', () => {
  it('refuses what is no public key of its curve', async () => {
    const { id } = await agreement('ECC_NIST_P256')
    const good = await publicKey(id)
    const offCurve = good.slice()
    offCurve[offCurve.length - 1] ^= 1
    const foreign = await publicKey((await agreement('ECC_NIST_P384')).id)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    for (const bytes of [
      new Uint8Array(16),
      good.slice(0, -1),
      offCurve,
      foreign,
      new Uint8Array(rsa.export({ type: 'spki', format: 'der' })),
      new TextEncoder().encode(Buffer.from(good).toString('base64')),
    ])
      await expect(derive(id, bytes)).rejects.toMatchObject({ code: 'ValidationException', message: '' })
  })

  it('refuses keys of another usage (F-622)', async () => {
    const peer = await publicKey((await agreement('ECC_NIST_P256')).id)
    for (const input of [{}, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }]) {
      const { id, arn } = await account.createKey(input)
      await expect(derive(id, peer)).rejects.toMatchObject({
        code: 'InvalidKeyUsageException',
        message: `${arn} key usage is ${'KeyUsage' in input ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT'} which is not valid for DeriveSharedSecret.`,
      })
    }
  })

  it('checks a dry run as a real call (F-507), and keeps keys and secret out of the trail', async () => {
    const { id } = await agreement('ECC_NIST_P256')
    const peer = await publicKey(id)
    await expect(derive(id, peer, { DryRun: true })).rejects.toMatchObject({
      code: 'DryRunOperationException',
    })
    await expect(derive(id, new Uint8Array(9), { DryRun: true })).rejects.toMatchObject({
      code: 'ValidationException',
    })
    await derive(id, peer)
    expect(account.trail.at(-1)).toMatchObject({
      requestParameters: { keyId: id, keyAgreementAlgorithm: 'ECDH' },
      responseElements: null,
    })
    expect(Object.keys(account.trail.at(-1)?.requestParameters ?? {})).toHaveLength(2)
  })
})

const KEMS = [
  ['ML_KEM_512', 768],
  ['ML_KEM_768', 1088],
  ['ML_KEM_1024', 1568],
] as const
const EncapsulationAlgorithm = 'ML_KEM'

describe.each(KEMS)('Encapsulate and Decapsulate with %s', (KeySpec, length) => {
  const set = KeySpec.replaceAll('_', '-') as 'ML-KEM-512'
  const kem = () => account.createKey({ KeySpec, KeyUsage: 'ENCAPSULATE_DECAPSULATE' })
  const decapsulate = (KeyId: string, SharedSecretCiphertextBlob: Uint8Array, more = {}) =>
    account.call('Decapsulate', { KeyId, SharedSecretCiphertextBlob, EncapsulationAlgorithm, ...more })

  it('give both sides the same 32 bytes, others each time', async () => {
    const { id, arn } = await kem()
    const sent = await account.call('Encapsulate', { KeyId: id, EncapsulationAlgorithm })
    expect(sent).toEqual({
      KeyId: arn,
      SharedSecret: expect.any(Uint8Array),
      SharedSecretCiphertextBlob: expect.any(Uint8Array),
      EncapsulationAlgorithm,
    })
    expect([sent.SharedSecret.length, sent.SharedSecretCiphertextBlob.length]).toEqual([32, length])
    expect(await decapsulate(id, sent.SharedSecretCiphertextBlob)).toEqual({
      KeyId: arn,
      SharedSecret: sent.SharedSecret,
      EncapsulationAlgorithm,
    })
    const again = await account.call('Encapsulate', { KeyId: id, EncapsulationAlgorithm })
    expect(again.SharedSecret).not.toEqual(sent.SharedSecret)
  })

  it('open what somebody made outside KMS with the public key', async () => {
    const { id } = await kem()
    const spki = await publicKey(id)
    const made = await account.crypto.mlKemEncapsulate(set, spki, account.entropy.bytes(32))
    expect((await decapsulate(id, made.ciphertext)).SharedSecret).toEqual(made.secret)
  })

  it('answer a changed or foreign ciphertext with 32 other bytes, and only a wrong length with an error (F-511)', async () => {
    const { id } = await kem()
    const sent = await account.call('Encapsulate', { KeyId: id, EncapsulationAlgorithm })
    const bent = sent.SharedSecretCiphertextBlob.slice()
    bent[7] ^= 1
    const noise = (await decapsulate(id, bent)).SharedSecret
    expect(noise).toHaveLength(32)
    expect(noise).not.toEqual(sent.SharedSecret)
    expect((await decapsulate(id, bent)).SharedSecret).toEqual(noise)
    const other = await kem()
    expect((await decapsulate(other.id, sent.SharedSecretCiphertextBlob)).SharedSecret).not.toEqual(
      sent.SharedSecret,
    )
    for (const blob of [bent.slice(0, -1), new Uint8Array(length + 1), Uint8Array.of(1)])
      await expect(decapsulate(id, blob)).rejects.toMatchObject({
        code: 'InvalidCiphertextException',
        message: '',
      })
  })

  it('check a dry run as a real call (F-507), and leave no secret in the trail', async () => {
    const { id } = await kem()
    const sent = await account.call('Encapsulate', { KeyId: id, EncapsulationAlgorithm })
    expect(account.trail.at(-1)).toMatchObject({
      requestParameters: { keyId: id, encapsulationAlgorithm: 'ML_KEM' },
      responseElements: null,
    })
    const dry = { code: 'DryRunOperationException' }
    await expect(
      account.call('Encapsulate', { KeyId: id, EncapsulationAlgorithm, DryRun: true }),
    ).rejects.toMatchObject(dry)
    await expect(decapsulate(id, sent.SharedSecretCiphertextBlob, { DryRun: true })).rejects.toMatchObject(
      dry,
    )
    await expect(decapsulate(id, Uint8Array.of(1), { DryRun: true })).rejects.toMatchObject({
      code: 'InvalidCiphertextException',
    })
  })
})

describe('Encapsulate and Decapsulate', () => {
  it('refuse keys of another usage (F-622)', async () => {
    const { id, arn } = await agreement('ECC_NIST_P256')
    for (const operation of ['Encapsulate', 'Decapsulate'])
      await expect(
        account.call(operation, {
          KeyId: id,
          EncapsulationAlgorithm,
          SharedSecretCiphertextBlob: new Uint8Array(768),
        }),
      ).rejects.toMatchObject({
        code: 'InvalidKeyUsageException',
        message: `${arn} key usage is KEY_AGREEMENT which is not valid for ${operation}.`,
      })
  })
})

it.each(['RSA_2048', 'ECC_NIST_EDWARDS25519', 'ECC_SECG_P256K1'])(
  'a key of %s is never asked to agree: to ask it is a bug of ours',
  async (keySpec) => {
    const asked = agreeWith({} as Hsm, { keySpec } as KeyRecord, new Uint8Array(1))
    await expect(asked).rejects.toThrow(`${keySpec} does not agree on secrets`)
  },
)
