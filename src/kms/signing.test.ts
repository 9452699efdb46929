import { constants, createHash, createPublicKey, verify as verifyOutside } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPkcs8, writeRsaPkcs8 } from '../bytes/pkcs8.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { readSpki } from '../bytes/spki.ts'
import { testAccount } from './testing/account.ts'

const account = testAccount()
const message = encodeUtf8('release 4.2 of the trial software')
const keys = new Map<string, { id: string; arn: string; spki: Uint8Array<ArrayBuffer> }>()

const RSA = ['PSS', 'PKCS1_V1_5'].flatMap((p) => [256, 384, 512].map((n) => `RSASSA_${p}_SHA_${n}`))
const HASHED: [spec: string, algorithm: string][] = [
  ...['RSA_2048', 'RSA_3072', 'RSA_4096'].flatMap((spec) =>
    RSA.map((algorithm): [string, string] => [spec, algorithm]),
  ),
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
  ['ECC_NIST_P384', 'ECDSA_SHA_384'],
  ['ECC_NIST_P521', 'ECDSA_SHA_512'],
  ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
]
const ML_DSA = ['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87']

beforeAll(async () => {
  for (const KeySpec of new Set([...HASHED.map(([spec]) => spec), ...ML_DSA, 'ECC_NIST_EDWARDS25519'])) {
    const key = await account.createKey({ KeySpec, KeyUsage: 'SIGN_VERIFY' })
    const { PublicKey } = await account.call('GetPublicKey', { KeyId: key.id })
    keys.set(KeySpec, { ...key, spki: PublicKey })
  }
})

const keyOf = (spec: string) => keys.get(spec) as { id: string; arn: string; spki: Uint8Array<ArrayBuffer> }
const hashOf = (algorithm: string) => `sha${algorithm.slice(-3)}`
const digest = (hash: string, bytes: Uint8Array) => new Uint8Array(createHash(hash).update(bytes).digest())
const sign = (spec: string, SigningAlgorithm: string, Message: Uint8Array, more = {}) =>
  account.call('Sign', { KeyId: keyOf(spec).id, SigningAlgorithm, Message, ...more })
const verify = (
  spec: string,
  SigningAlgorithm: string,
  Message: Uint8Array,
  Signature: Uint8Array,
  more = {},
) => account.call('Verify', { KeyId: keyOf(spec).id, SigningAlgorithm, Message, Signature, ...more })

/** OpenSSL with nothing but the public key. */
function holdsOutside(spec: string, algorithm: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(keyOf(spec).spki), type: 'spki', format: 'der' })
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verifyOutside(
    spec === 'ECC_NIST_EDWARDS25519' ? null : hashOf(algorithm),
    bytes,
    { key, ...(algorithm.includes('PSS') ? pss : {}) },
    signature,
  )
}

describe.each(HASHED)('%s with %s', (spec, algorithm) => {
  it.each(['RAW', 'DIGEST'])('signs a %s message so that OpenSSL agrees', async (MessageType) => {
    const given = MessageType === 'RAW' ? message : digest(hashOf(algorithm), message)
    const signed = await sign(spec, algorithm, given, { MessageType })
    expect(signed).toEqual({
      KeyId: keyOf(spec).arn,
      Signature: expect.any(Uint8Array),
      SigningAlgorithm: algorithm,
    })
    expect(holdsOutside(spec, algorithm, message, signed.Signature)).toBe(true)
    // "The message type does not need to be the same as the one used for signing" (API page of Verify).
    const digestOf = digest(hashOf(algorithm), message)
    for (const [Message, type] of [
      [message, {}],
      [digestOf, { MessageType: 'DIGEST' }],
    ] as const)
      expect(await verify(spec, algorithm, Message, signed.Signature, type)).toEqual({
        KeyId: keyOf(spec).arn,
        SignatureValid: true,
        SigningAlgorithm: algorithm,
      })
  })

  it('refuses a digest of another length (F-627)', async () => {
    for (const length of [1, 20, 33, 64].filter((n) => n * 8 !== Number(algorithm.slice(-3))))
      for (const call of [
        sign(spec, algorithm, new Uint8Array(length), { MessageType: 'DIGEST' }),
        verify(spec, algorithm, new Uint8Array(length), new Uint8Array(64), { MessageType: 'DIGEST' }),
      ])
        await expect(call).rejects.toMatchObject({
          code: 'ValidationException',
          message: `Digest is invalid length for algorithm ${algorithm}.`,
        })
  })
})

describe('ECC_NIST_EDWARDS25519', () => {
  const spec = 'ECC_NIST_EDWARDS25519'

  it('signs messages with ED25519_SHA_512 so that OpenSSL agrees', async () => {
    const { Signature } = await sign(spec, 'ED25519_SHA_512', message)
    expect(Signature).toHaveLength(64)
    expect(holdsOutside(spec, 'ED25519_SHA_512', message, Signature)).toBe(true)
    expect(await verify(spec, 'ED25519_SHA_512', message, Signature)).toMatchObject({ SignatureValid: true })
  })

  it('with ED25519_PH_SHA_512 hashes once more what already is a digest', async () => {
    const once = digest('sha512', message)
    const twice = digest('sha512', once)
    const asDigest = { MessageType: 'DIGEST' }
    const { Signature } = await sign(spec, 'ED25519_PH_SHA_512', once, asDigest)
    expect(await verify(spec, 'ED25519_PH_SHA_512', once, Signature, asDigest)).toMatchObject({
      SignatureValid: true,
    })
    const { spki } = keyOf(spec)
    expect(await account.crypto.ed25519phVerify(spki, Signature, twice)).toBe(true)
    expect(await account.crypto.ed25519phVerify(spki, Signature, once)).toBe(false)
    expect(holdsOutside(spec, 'ED25519_PH_SHA_512', once, Signature)).toBe(false)
  })

  it.each([
    ['ED25519_SHA_512', 'DIGEST'],
    ['ED25519_SHA_512', 'EXTERNAL_MU'],
    ['ED25519_PH_SHA_512', 'RAW'],
    ['ED25519_PH_SHA_512', undefined],
  ])('refuses %s with MessageType %s', async (algorithm, MessageType) => {
    const more = MessageType === undefined ? {} : { MessageType }
    for (const call of [
      sign(spec, algorithm, new Uint8Array(64), more),
      verify(spec, algorithm, new Uint8Array(64), new Uint8Array(64), more),
    ])
      await expect(call).rejects.toMatchObject({
        code: 'ValidationException',
        message: `Message type ${MessageType ?? 'RAW'} is incompatible with algorithm ${algorithm}.`,
      })
  })
})

describe.each(ML_DSA)('%s', (spec) => {
  /** FIPS 204, 6.2, lines 1 and 6, by OpenSSL's SHAKE: what the developer guide computes with openssl dgst. */
  function mu(bytes: Uint8Array): Uint8Array {
    const shake = (...parts: Uint8Array[]) =>
      parts.reduce((h, part) => h.update(part), createHash('shake256', { outputLength: 64 })).digest()
    const info = readSpki(keyOf(spec).spki)
    if (info.kind !== 'post-quantum') throw new TypeError('no ML-DSA key')
    return new Uint8Array(shake(shake(info.publicKey), Uint8Array.of(0, 0), bytes))
  }
  const set = spec.replaceAll('_', '-') as 'ML-DSA-44'

  it('signs messages, and the 64-byte mu of larger ones, and both are the same kind of signature', async () => {
    const raw = await sign(spec, 'ML_DSA_SHAKE_256', message)
    const byMu = await sign(spec, 'ML_DSA_SHAKE_256', mu(message), { MessageType: 'EXTERNAL_MU' })
    for (const { Signature } of [raw, byMu]) {
      expect(Signature).toHaveLength({ ML_DSA_44: 2420, ML_DSA_65: 3309, ML_DSA_87: 4627 }[spec] as number)
      expect(await account.crypto.mlDsaVerify(set, keyOf(spec).spki, Signature, message, 'message')).toBe(
        true,
      )
      expect(await verify(spec, 'ML_DSA_SHAKE_256', message, Signature)).toMatchObject({
        SignatureValid: true,
      })
      expect(
        await verify(spec, 'ML_DSA_SHAKE_256', mu(message), Signature, { MessageType: 'EXTERNAL_MU' }),
      ).toMatchObject({ SignatureValid: true })
    }
    expect(raw.Signature).not.toEqual(byMu.Signature)
  })

  it('takes no digests, and no mu of another length', async () => {
    await expect(
      sign(spec, 'ML_DSA_SHAKE_256', new Uint8Array(32), { MessageType: 'DIGEST' }),
    ).rejects.toMatchObject({
      code: 'ValidationException',
      message: `Message type DIGEST is incompatible with key spec ${spec}.`,
    })
    for (const length of [32, 63, 65])
      await expect(
        sign(spec, 'ML_DSA_SHAKE_256', new Uint8Array(length), { MessageType: 'EXTERNAL_MU' }),
      ).rejects.toMatchObject({
        code: 'ValidationException',
        message: 'Digest is invalid length for algorithm ML_DSA_SHAKE_256.',
      })
  })
})

const ONE_EACH: [string, string, object?][] = [
  ['RSA_2048', 'RSASSA_PSS_SHA_256'],
  ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_512'],
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
  ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
  ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512'],
  ['ECC_NIST_EDWARDS25519', 'ED25519_PH_SHA_512', { MessageType: 'DIGEST' }],
  ['ML_DSA_44', 'ML_DSA_SHAKE_256'],
]

describe('Verify', () => {
  it.each(ONE_EACH)(
    'with %s and %s says no to whatever is not the signature (F-626)',
    async (spec, algorithm, more = {}) => {
      const given = 'MessageType' in more ? digest('sha512', message) : message
      const { Signature } = await sign(spec, algorithm, given, more)
      const bent = Signature.slice()
      bent[bent.length >> 1] ^= 1
      const other = given.slice()
      other[0] = (other[0] as number) ^ 1
      for (const [bytes, signature] of [
        [given, bent],
        [other, Signature],
        [given, Signature.slice(0, -1)],
        [given, new Uint8Array([...Signature, 0])],
        [given, Uint8Array.of(0)],
      ] as [Uint8Array, Uint8Array][])
        await expect(verify(spec, algorithm, bytes, signature, more)).rejects.toMatchObject({
          code: 'KMSInvalidSignatureException',
          message: '',
        })
    },
  )

  it('says no to a signature by another algorithm of the same key', async () => {
    const { Signature } = await sign('RSA_2048', 'RSASSA_PSS_SHA_256', message)
    await expect(verify('RSA_2048', 'RSASSA_PSS_SHA_384', message, Signature)).rejects.toMatchObject({
      code: 'KMSInvalidSignatureException',
    })
  })
})

describe('Sign and Verify', () => {
  it('leave the message’s bytes, the digest and the signature out of the trail', async () => {
    await sign('ECC_NIST_P256', 'ECDSA_SHA_256', message, { MessageType: 'RAW' })
    expect(account.trail.at(-1)).toMatchObject({
      eventName: 'Sign',
      readOnly: true,
      requestParameters: {
        keyId: keyOf('ECC_NIST_P256').id,
        messageType: 'RAW',
        signingAlgorithm: 'ECDSA_SHA_256',
      },
      responseElements: null,
    })
    expect(account.trail.at(-1)).not.toHaveProperty('additionalEventData')
    expect(Object.keys(account.trail.at(-1)?.requestParameters ?? {})).toHaveLength(3)
  })

  it.each([
    ['RSA_2048', 'ECDSA_SHA_256'],
    ['ECC_NIST_P256', 'ECDSA_SHA_384'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_512'],
    ['ECC_NIST_P521', 'RSASSA_PSS_SHA_512'],
    ['ECC_NIST_EDWARDS25519', 'ECDSA_SHA_256'],
    ['ML_DSA_65', 'ED25519_SHA_512'],
    ['RSA_4096', 'SM2DSA'],
  ])('refuse %s with %s (F-623)', async (spec, algorithm) => {
    for (const call of [sign(spec, algorithm, message), verify(spec, algorithm, message, message)])
      await expect(call).rejects.toMatchObject({
        code: 'InvalidKeyUsageException',
        message: `Algorithm ${algorithm} is incompatible with key spec ${spec}.`,
      })
  })

  it('refuse EXTERNAL_MU for keys that are not ML-DSA', async () => {
    for (const [spec, algorithm] of [
      ['RSA_2048', 'RSASSA_PSS_SHA_512'],
      ['ECC_NIST_P521', 'ECDSA_SHA_512'],
    ] as const)
      await expect(
        sign(spec, algorithm, new Uint8Array(64), { MessageType: 'EXTERNAL_MU' }),
      ).rejects.toMatchObject({
        code: 'ValidationException',
        message: `Message type EXTERNAL_MU is incompatible with key spec ${spec}.`,
      })
  })

  it('refuse keys of another usage, even where the spec could sign (F-622)', async () => {
    for (const [KeySpec, KeyUsage] of [
      ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'],
      ['RSA_2048', 'ENCRYPT_DECRYPT'],
      ['ECC_NIST_P256', 'KEY_AGREEMENT'],
      ['HMAC_256', 'GENERATE_VERIFY_MAC'],
      ['ML_KEM_512', 'ENCAPSULATE_DECAPSULATE'],
    ]) {
      const { id, arn } = await account.createKey({ KeySpec, KeyUsage })
      for (const operation of ['Sign', 'Verify'])
        await expect(
          account.call(operation, {
            KeyId: id,
            Message: message,
            Signature: message,
            SigningAlgorithm: 'RSASSA_PSS_SHA_256',
          }),
        ).rejects.toMatchObject({
          code: 'InvalidKeyUsageException',
          message: `${arn} key usage is ${KeyUsage} which is not valid for ${operation}.`,
        })
    }
  })

  it('check a dry run as a real call, and end it without an answer (F-507)', async () => {
    const dry = { DryRun: true }
    const { Signature } = await sign('ECC_NIST_P256', 'ECDSA_SHA_256', message)
    const yes = { code: 'DryRunOperationException' }
    await expect(sign('ECC_NIST_P256', 'ECDSA_SHA_256', message, dry)).rejects.toMatchObject(yes)
    await expect(verify('ECC_NIST_P256', 'ECDSA_SHA_256', message, Signature, dry)).rejects.toMatchObject(yes)
    await expect(sign('ECC_NIST_P256', 'ECDSA_SHA_384', message, dry)).rejects.toMatchObject({
      code: 'InvalidKeyUsageException',
    })
    await expect(
      verify('ECC_NIST_P256', 'ECDSA_SHA_256', message, Uint8Array.of(1), dry),
    ).rejects.toMatchObject({ code: 'KMSInvalidSignatureException' })
  })

  it('work by alias, and no longer once the key is disabled', async () => {
    const { id, arn } = await account.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    await account.call('CreateAlias', { AliasName: 'alias/release', TargetKeyId: id })
    const request = { KeyId: 'alias/release', Message: message, SigningAlgorithm: 'ECDSA_SHA_256' }
    expect((await account.call('Sign', request)).KeyId).toBe(arn)
    await account.call('DisableKey', { KeyId: id })
    await expect(account.call('Sign', request)).rejects.toMatchObject({ code: 'DisabledException' })
  })

  it.each([
    [
      'RSA_2048',
      'RSASSA_PKCS1_V1_5_SHA_256',
      'RSA_AES_KEY_WRAP_SHA_256',
      () => account.crypto.rsaGenerate(2048),
    ],
    [
      'ECC_NIST_P521',
      'ECDSA_SHA_512',
      'RSA_AES_KEY_WRAP_SHA_256',
      () => account.crypto.ecPair('P-521', account.entropy.bytes(74)),
    ],
    [
      'ECC_SECG_P256K1',
      'ECDSA_SHA_256',
      'RSAES_OAEP_SHA_256',
      () => account.crypto.ecPair('secp256k1', account.entropy.bytes(40)),
    ],
    [
      'ECC_NIST_EDWARDS25519',
      'ED25519_SHA_512',
      'RSAES_OAEP_SHA_256',
      () => account.crypto.ed25519Pair(account.entropy.bytes(32)),
    ],
  ] as const)(
    'work with an imported %s key as with a generated one',
    async (KeySpec, algorithm, wrapping, pair) => {
      const { pkcs8, spki } = await pair()
      const key = await account.createKey({ KeySpec, KeyUsage: 'SIGN_VERIFY', Origin: 'EXTERNAL' })
      await account.importMaterial(key.id, pkcs8, undefined, wrapping)
      keys.set(`imported ${KeySpec}`, { ...key, spki })
      const { Signature } = await sign(`imported ${KeySpec}`, algorithm, message)
      const key2 = createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' })
      const hash = algorithm === 'ED25519_SHA_512' ? null : hashOf(algorithm)
      expect(verifyOutside(hash, message, key2, Signature)).toBe(true)
      await account.call('DeleteImportedKeyMaterial', { KeyId: key.id })
      await expect(sign(`imported ${KeySpec}`, algorithm, message)).rejects.toMatchObject({
        code: 'KMSInvalidStateException',
        message: `${key.arn} is pending import.`,
      })
    },
  )

  it('answer for an imported key whose numbers do not belong together, without a signature that betrays it', async () => {
    const info = readPkcs8((await account.crypto.rsaGenerate(2048)).pkcs8)
    if (info.kind !== 'rsa') throw new TypeError('no RSA key')
    const [p, q, dp, dq, inverse] = info.numbers.crt
    const bent = writeRsaPkcs8({ ...info.numbers, crt: [p, q, dp + 2n, dq, inverse] })
    const { id } = await account.createKey({
      KeySpec: 'RSA_2048',
      KeyUsage: 'SIGN_VERIFY',
      Origin: 'EXTERNAL',
    })
    await account.importMaterial(id, bent, undefined, 'RSA_AES_KEY_WRAP_SHA_256')
    await expect(
      account.call('Sign', {
        KeyId: id,
        Message: new Uint8Array(32),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
      }),
    ).rejects.toMatchObject({ code: 'KMSInternalException' })
  })
})
