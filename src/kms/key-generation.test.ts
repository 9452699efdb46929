import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readSpki } from '../bytes/spki.ts'
import { keySpecs, usagesOf, type KeySpec } from './key-spec.ts'
import { testAccount } from './testing/account.ts'

const account = testAccount()

const here = (Object.keys(keySpecs) as KeySpec[]).filter((spec) => spec !== 'SM2')
const everyUse = here.flatMap((KeySpec) => usagesOf(KeySpec).map((KeyUsage) => [KeySpec, KeyUsage] as const))

/** DescribeKey's lists, as the developer guide's page on key specs has them. */
const OFFERED: Record<string, Record<string, string[]>> = {
  ENCRYPT_DECRYPT: {
    SYMMETRIC_DEFAULT: ['SYMMETRIC_DEFAULT'],
    RSA: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
  },
  SIGN_VERIFY: {
    RSA: [
      'RSASSA_PKCS1_V1_5_SHA_256',
      'RSASSA_PKCS1_V1_5_SHA_384',
      'RSASSA_PKCS1_V1_5_SHA_512',
      'RSASSA_PSS_SHA_256',
      'RSASSA_PSS_SHA_384',
      'RSASSA_PSS_SHA_512',
    ],
    ECC_NIST_P256: ['ECDSA_SHA_256'],
    ECC_NIST_P384: ['ECDSA_SHA_384'],
    ECC_NIST_P521: ['ECDSA_SHA_512'],
    ECC_SECG_P256K1: ['ECDSA_SHA_256'],
    ECC_NIST_EDWARDS25519: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'],
    ML_DSA: ['ML_DSA_SHAKE_256'],
  },
  GENERATE_VERIFY_MAC: {
    HMAC_224: ['HMAC_SHA_224'],
    HMAC_256: ['HMAC_SHA_256'],
    HMAC_384: ['HMAC_SHA_384'],
    HMAC_512: ['HMAC_SHA_512'],
  },
  KEY_AGREEMENT: { ECC: ['ECDH'] },
  ENCAPSULATE_DECAPSULATE: { ML_KEM: ['ML_KEM'] },
}
const MEMBER: Record<string, string> = {
  ENCRYPT_DECRYPT: 'EncryptionAlgorithms',
  SIGN_VERIFY: 'SigningAlgorithms',
  GENERATE_VERIFY_MAC: 'MacAlgorithms',
  KEY_AGREEMENT: 'KeyAgreementAlgorithms',
  ENCAPSULATE_DECAPSULATE: 'EncapsulationAlgorithms',
}

const offered = (spec: string, usage: string) =>
  Object.entries(OFFERED[usage] ?? {}).find(([name]) => spec.startsWith(name))?.[1]

/** The deprecated member has the same value, for the specs that the API model lists for it. */
const oldName = (spec: string) =>
  /^(ML_|ECC_NIST_EDWARDS)/.test(spec) ? {} : { CustomerMasterKeySpec: spec }

describe('CreateKey with material of its own', () => {
  it('covers 25 pairs of spec and usage', () => expect(everyUse).toHaveLength(25))

  it.each(everyUse)('%s for %s is enabled at once and tells what it can do', async (KeySpec, KeyUsage) => {
    const { KeyMetadata } = await account.call('CreateKey', { KeySpec, KeyUsage })
    expect(KeyMetadata).toMatchObject({
      KeySpec,
      ...oldName(KeySpec),
      KeyUsage,
      KeyState: 'Enabled',
      Enabled: true,
      Origin: 'AWS_KMS',
      [MEMBER[KeyUsage] as string]: offered(KeySpec, KeyUsage),
    })
    const lists = Object.keys(KeyMetadata).filter((name) => name.endsWith('Algorithms'))
    expect(lists).toEqual([MEMBER[KeyUsage]])
    expect('CurrentKeyMaterialId' in KeyMetadata, 'only symmetric keys name their material (F-105)').toBe(
      KeySpec === 'SYMMETRIC_DEFAULT',
    )
  })

  it('makes every pair multi-Region when asked', async () => {
    for (const [KeySpec, KeyUsage] of everyUse) {
      if (KeySpec.startsWith('RSA')) continue
      const { KeyMetadata } = await account.call('CreateKey', { KeySpec, KeyUsage, MultiRegion: true })
      expect(KeyMetadata.KeyId, KeySpec).toMatch(/^mrk-[0-9a-f]{32}$/)
    }
  })

  it('gives every key its own material', async () => {
    const seen = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const { id } = await account.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
      seen.add(Buffer.from((await account.call('GetPublicKey', { KeyId: id })).PublicKey).toString('hex'))
    }
    expect(seen.size).toBe(3)
  })

  it('never shows a secret, neither in metadata nor in the trail', async () => {
    await account.createKey({ KeySpec: 'ML_DSA_44', KeyUsage: 'SIGN_VERIFY' })
    const record = account.trail.at(-1)
    expect(JSON.stringify(record)).not.toContain('token')
    expect(record?.responseElements).toMatchObject({ keyMetadata: { keySpec: 'ML_DSA_44' } })
  })
})

describe('GetPublicKey', () => {
  const pairs = everyUse.filter(
    ([spec]) => !['SYMMETRIC_DEFAULT', 'HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512'].includes(spec),
  )

  it.each(pairs)('%s for %s gives a SubjectPublicKeyInfo that others can read', async (KeySpec, KeyUsage) => {
    const { id, arn } = await account.createKey({ KeySpec, KeyUsage })
    const answer = await account.call('GetPublicKey', { KeyId: id })
    expect(answer).toEqual({
      KeyId: arn,
      PublicKey: expect.any(Uint8Array),
      ...oldName(KeySpec),
      KeySpec,
      KeyUsage,
      [MEMBER[KeyUsage] as string]: offered(KeySpec, KeyUsage),
    })
    expect(kindOf(answer.PublicKey)).toBe(EXPECTED[KeySpec])
  })

  it.each(['SYMMETRIC_DEFAULT', 'HMAC_256'] as const)(
    'refuses %s keys: they have none (F-640)',
    async (KeySpec) => {
      const { id } = await account.createKey({ KeySpec, KeyUsage: usagesOf(KeySpec)[0] })
      await expect(account.call('GetPublicKey', { KeyId: id })).rejects.toMatchObject({
        code: 'UnsupportedOperationException',
        message: '',
      })
    },
  )

  it('of an imported pair is that of the private key, and stays when the material is deleted', async () => {
    const { pkcs8, spki } = await account.crypto.ecPair('P-384', account.entropy.bytes(56))
    const { id, arn } = await account.createKey({
      KeySpec: 'ECC_NIST_P384',
      KeyUsage: 'SIGN_VERIFY',
      Origin: 'EXTERNAL',
    })
    await expect(account.call('GetPublicKey', { KeyId: id })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${arn} is pending import.`,
    })
    await account.importMaterial(id, pkcs8)
    expect((await account.call('GetPublicKey', { KeyId: id })).PublicKey).toEqual(spki)
    expect(spki).toEqual(new Uint8Array(publicOf(pkcs8).export({ type: 'spki', format: 'der' })))
    await account.call('DeleteImportedKeyMaterial', { KeyId: id })
    expect(await account.state(id)).toBe('PendingImport')
    expect((await account.call('GetPublicKey', { KeyId: id })).PublicKey).toEqual(spki)
  })
})

const publicOf = (pkcs8: Uint8Array): KeyObject =>
  createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' }))

/** OpenSSL's reading where it knows the algorithm, our own reader's for the lattices. */
function kindOf(spki: Uint8Array<ArrayBuffer>): string {
  const ours = readSpki(spki)
  if (ours.kind === 'post-quantum') return ours.set
  const key = createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' })
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  return `${key.asymmetricKeyType} ${modulusLength ?? namedCurve ?? ''}`.trim()
}

const EXPECTED: Partial<Record<KeySpec, string>> = {
  RSA_2048: 'rsa 2048',
  RSA_3072: 'rsa 3072',
  RSA_4096: 'rsa 4096',
  ECC_NIST_P256: 'ec prime256v1',
  ECC_NIST_P384: 'ec secp384r1',
  ECC_NIST_P521: 'ec secp521r1',
  ECC_SECG_P256K1: 'ec secp256k1',
  ECC_NIST_EDWARDS25519: 'ed25519',
  ML_DSA_44: 'ML-DSA-44',
  ML_DSA_65: 'ML-DSA-65',
  ML_DSA_87: 'ML-DSA-87',
  ML_KEM_512: 'ML-KEM-512',
  ML_KEM_768: 'ML-KEM-768',
  ML_KEM_1024: 'ML-KEM-1024',
}
