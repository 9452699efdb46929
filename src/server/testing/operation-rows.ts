import {
  constants,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
  verify as verifySignature,
} from 'node:crypto'
import * as sdk from '@aws-sdk/client-kms'
import { expect } from 'vitest'
import type { OperationBench } from './operation-bench.ts'

const WEEK = 7
const GRANTEE = 'arn:aws:iam::111122223333:role/AppRole'
const spki = (der: Uint8Array | undefined) =>
  createPublicKey({ key: Buffer.from(der as Uint8Array), format: 'der', type: 'spki' })
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes as Uint8Array).toString()

/**
 * What every operation of the SDK is asked, and what must hold in its answer besides AWS's model: one row each.
 * A row brings its own keys, so that rows neither need nor disturb each other.
 */
export const operationRows: Readonly<Record<string, (on: OperationBench) => Promise<void>>> = {
  async CancelKeyDeletion({ send, key, state }) {
    const { KeyId, Arn } = await key()
    await send(new sdk.ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: WEEK }))
    expect((await send(new sdk.CancelKeyDeletionCommand({ KeyId }))).KeyId).toBe(Arn)
    expect(await state(KeyId)).toBe('Disabled')
  },

  async ConnectCustomKeyStore({ send, externalStore, travel }) {
    const CustomKeyStoreId = await externalStore('to-connect')
    await send(new sdk.ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    await travel(3600)
    const { CustomKeyStores } = await send(new sdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    expect(CustomKeyStores?.[0]?.ConnectionState).toBe('CONNECTED')
  },

  async CreateAlias({ send, key }) {
    const { KeyId, Arn } = await key()
    await send(new sdk.CreateAliasCommand({ AliasName: 'alias/created', TargetKeyId: KeyId }))
    const { KeyMetadata } = await send(new sdk.DescribeKeyCommand({ KeyId: 'alias/created' }))
    expect(KeyMetadata?.Arn).toBe(Arn)
  },

  async CreateCustomKeyStore({ send, externalStore }) {
    const CustomKeyStoreId = await externalStore('created')
    expect(CustomKeyStoreId).toMatch(/^cks-[0-9a-f]{17}$/)
    const { CustomKeyStores } = await send(
      new sdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreName: 'created' }),
    )
    expect(CustomKeyStores?.map((store) => store.CustomKeyStoreId)).toEqual([CustomKeyStoreId])
  },

  async CreateGrant({ send, key }) {
    const { KeyId, Arn } = await key()
    const request = { KeyId, GranteePrincipal: GRANTEE, Operations: ['Decrypt' as const], Name: 'once' }
    const first = await send(new sdk.CreateGrantCommand(request))
    const again = await send(new sdk.CreateGrantCommand(request))
    expect(first.GrantId).toMatch(/^[0-9a-f]{64}$/)
    expect(again.GrantId).toBe(first.GrantId)
    expect(again.GrantToken).not.toBe(first.GrantToken)
    const { Grants } = await send(new sdk.ListGrantsCommand({ KeyId: Arn }))
    expect(Grants).toHaveLength(1)
    expect(Grants?.[0]?.CreationDate).toBeInstanceOf(Date)
  },

  async CreateKey({ send, now }) {
    const { KeyMetadata } = await send(
      new sdk.CreateKeyCommand({
        Description: 'é ü 漢 \u{1f511}',
        Tags: [{ TagKey: 'Team', TagValue: 'ä' }],
      }),
    )
    expect(KeyMetadata).toMatchObject({
      AWSAccountId: '111122223333',
      Description: 'é ü 漢 \u{1f511}',
      Enabled: true,
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    })
    expect(Math.abs((KeyMetadata?.CreationDate?.getTime() ?? 0) - (await now()))).toBeLessThan(60_000)
  },

  async Decapsulate({ send, key }) {
    const { KeyId, Arn } = await key({ KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' })
    const sent = await send(new sdk.EncapsulateCommand({ KeyId, EncapsulationAlgorithm: 'ML_KEM' }))
    const opened = await send(
      new sdk.DecapsulateCommand({
        KeyId,
        EncapsulationAlgorithm: 'ML_KEM',
        SharedSecretCiphertextBlob: sent.SharedSecretCiphertextBlob,
      }),
    )
    expect(opened.KeyId).toBe(Arn)
    expect(opened.SharedSecret).toEqual(sent.SharedSecret)
  },

  async Decrypt({ send, key }) {
    const { KeyId, Arn } = await key()
    const EncryptionContext = { __proto__x: 'a', constructor: 'ünï', 'aws:x': '' }
    const Plaintext = randomBytes(4096)
    const { CiphertextBlob } = await send(new sdk.EncryptCommand({ KeyId, Plaintext, EncryptionContext }))
    const answer = await send(new sdk.DecryptCommand({ CiphertextBlob, EncryptionContext }))
    expect(Buffer.from(answer.Plaintext as Uint8Array)).toEqual(Plaintext)
    expect(answer).toMatchObject({ KeyId: Arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' })
  },

  async DeleteAlias({ send, key, refused }) {
    const { KeyId } = await key()
    await send(new sdk.CreateAliasCommand({ AliasName: 'alias/to-go', TargetKeyId: KeyId }))
    await send(new sdk.DeleteAliasCommand({ AliasName: 'alias/to-go' }))
    await refused(new sdk.DescribeKeyCommand({ KeyId: 'alias/to-go' }), sdk.NotFoundException)
  },

  async DeleteCustomKeyStore({ send, externalStore, refused }) {
    const CustomKeyStoreId = await externalStore('to-go')
    await send(new sdk.DeleteCustomKeyStoreCommand({ CustomKeyStoreId }))
    await refused(
      new sdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreId }),
      sdk.CustomKeyStoreNotFoundException,
    )
  },

  async DeleteImportedKeyMaterial({ send, imported, state }) {
    const { KeyId, Arn, KeyMaterialId } = await imported(randomBytes(32))
    const answer = await send(new sdk.DeleteImportedKeyMaterialCommand({ KeyId }))
    expect(answer).toMatchObject({ KeyId: Arn, KeyMaterialId })
    expect(await state(KeyId)).toBe('PendingImport')
  },

  async DeriveSharedSecret({ send, key }) {
    const { KeyId, Arn } = await key({ KeySpec: 'ECC_NIST_P384', KeyUsage: 'KEY_AGREEMENT' })
    const mine = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    const answer = await send(
      new sdk.DeriveSharedSecretCommand({
        KeyId,
        KeyAgreementAlgorithm: 'ECDH',
        PublicKey: mine.publicKey.export({ format: 'der', type: 'spki' }),
      }),
    )
    const { PublicKey } = await send(new sdk.GetPublicKeyCommand({ KeyId }))
    const expected = diffieHellman({ privateKey: mine.privateKey, publicKey: spki(PublicKey) })
    expect(Buffer.from(answer.SharedSecret as Uint8Array)).toEqual(expected)
    expect(answer).toMatchObject({ KeyId: Arn, KeyOrigin: 'AWS_KMS', KeyAgreementAlgorithm: 'ECDH' })
  },

  async DescribeCustomKeyStores({ send, externalStore }) {
    const CustomKeyStoreId = await externalStore('described')
    const { CustomKeyStores } = await send(new sdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    expect(CustomKeyStores).toHaveLength(1)
    expect(CustomKeyStores?.[0]).toMatchObject({
      CustomKeyStoreName: 'described',
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      ConnectionState: 'DISCONNECTED',
    })
    expect(CustomKeyStores?.[0]?.CreationDate).toBeInstanceOf(Date)
    expect(JSON.stringify(CustomKeyStores)).not.toMatch(/RawSecretAccessKey|Password/)
  },

  async DescribeKey({ send, imported, now }) {
    const ValidTo = new Date(Math.floor((await now()) / 1000) * 1000 + 86_400_000)
    const { KeyId, Arn, KeyMaterialId } = await imported(randomBytes(32), { ValidTo })
    const { KeyMetadata } = await send(new sdk.DescribeKeyCommand({ KeyId: Arn }))
    expect(KeyMetadata).toMatchObject({
      KeyId,
      Origin: 'EXTERNAL',
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
      ValidTo,
      CurrentKeyMaterialId: KeyMaterialId,
    })
  },

  async DisableKey({ send, key, state, refused }) {
    const { KeyId } = await key()
    await send(new sdk.DisableKeyCommand({ KeyId }))
    expect(await state(KeyId)).toBe('Disabled')
    await refused(new sdk.GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }), sdk.DisabledException)
  },

  async DisableKeyRotation({ send, key }) {
    const { KeyId } = await key()
    await send(new sdk.EnableKeyRotationCommand({ KeyId }))
    await send(new sdk.DisableKeyRotationCommand({ KeyId }))
    expect((await send(new sdk.GetKeyRotationStatusCommand({ KeyId }))).KeyRotationEnabled).toBe(false)
  },

  async DisconnectCustomKeyStore({ send, externalStore, travel }) {
    const CustomKeyStoreId = await externalStore('to-disconnect')
    await send(new sdk.ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    await travel(3600)
    await send(new sdk.DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    await travel(3600)
    const { CustomKeyStores } = await send(new sdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    expect(CustomKeyStores?.[0]?.ConnectionState).toBe('DISCONNECTED')
  },

  async EnableKey({ send, key, state }) {
    const { KeyId } = await key()
    await send(new sdk.DisableKeyCommand({ KeyId }))
    await send(new sdk.EnableKeyCommand({ KeyId }))
    expect(await state(KeyId)).toBe('Enabled')
  },

  async EnableKeyRotation({ send, key, travel }) {
    const { KeyId } = await key()
    await send(new sdk.EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }))
    await travel(91 * 86_400)
    const { Rotations } = await send(new sdk.ListKeyRotationsCommand({ KeyId }))
    expect(Rotations?.map(({ RotationType }) => RotationType)).toEqual(['AUTOMATIC'])
    expect(Rotations?.[0]?.RotationDate).toBeInstanceOf(Date)
  },

  async Encapsulate({ send, key }) {
    const { KeyId, Arn } = await key({ KeySpec: 'ML_KEM_512', KeyUsage: 'ENCAPSULATE_DECAPSULATE' })
    const answer = await send(new sdk.EncapsulateCommand({ KeyId, EncapsulationAlgorithm: 'ML_KEM' }))
    expect(answer.KeyId).toBe(Arn)
    expect(answer.SharedSecret).toHaveLength(32)
    expect(answer.SharedSecretCiphertextBlob).toHaveLength(768)
  },

  async Encrypt({ send, key }) {
    const { KeyId } = await key({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' })
    const { PublicKey } = await send(new sdk.GetPublicKeyCommand({ KeyId }))
    const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256'
    const outside = publicEncrypt(
      { key: spki(PublicKey), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      Buffer.from('outside'),
    )
    const inside = await send(
      new sdk.EncryptCommand({ KeyId, Plaintext: Buffer.from('inside'), EncryptionAlgorithm }),
    )
    const opened = await Promise.all(
      [outside, inside.CiphertextBlob].map((CiphertextBlob) =>
        send(new sdk.DecryptCommand({ KeyId, CiphertextBlob, EncryptionAlgorithm })),
      ),
    )
    expect(opened.map(({ Plaintext }) => text(Plaintext))).toEqual(['outside', 'inside'])
  },

  async GenerateDataKey({ send, key }) {
    const { KeyId, Arn } = await key()
    const EncryptionContext = { a: 'b' }
    const answer = await send(
      new sdk.GenerateDataKeyCommand({ KeyId, NumberOfBytes: 1024, EncryptionContext }),
    )
    expect(answer.Plaintext).toHaveLength(1024)
    expect(answer.KeyId).toBe(Arn)
    const opened = await send(
      new sdk.DecryptCommand({ CiphertextBlob: answer.CiphertextBlob, EncryptionContext }),
    )
    expect(opened.Plaintext).toEqual(answer.Plaintext)
  },

  async GenerateDataKeyPair({ send, key }) {
    const { KeyId } = await key()
    for (const KeyPairSpec of ['ECC_NIST_P256', 'RSA_2048', 'ECC_NIST_EDWARDS25519'] as const) {
      const answer = await send(new sdk.GenerateDataKeyPairCommand({ KeyId, KeyPairSpec }))
      const opened = await send(new sdk.DecryptCommand({ CiphertextBlob: answer.PrivateKeyCiphertextBlob }))
      expect(opened.Plaintext).toEqual(answer.PrivateKeyPlaintext)
      expect(publicHalf(answer.PrivateKeyPlaintext)).toEqual(Buffer.from(answer.PublicKey as Uint8Array))
    }
  },

  async GenerateDataKeyPairWithoutPlaintext({ send, key }) {
    const { KeyId } = await key()
    const answer = await send(
      new sdk.GenerateDataKeyPairWithoutPlaintextCommand({ KeyId, KeyPairSpec: 'ECC_SECG_P256K1' }),
    )
    expect(answer).not.toHaveProperty('PrivateKeyPlaintext')
    const opened = await send(new sdk.DecryptCommand({ CiphertextBlob: answer.PrivateKeyCiphertextBlob }))
    expect(publicHalf(opened.Plaintext)).toEqual(Buffer.from(answer.PublicKey as Uint8Array))
  },

  async GenerateDataKeyWithoutPlaintext({ send, key }) {
    const { KeyId } = await key()
    const answer = await send(new sdk.GenerateDataKeyWithoutPlaintextCommand({ KeyId, KeySpec: 'AES_128' }))
    expect(answer).not.toHaveProperty('Plaintext')
    const opened = await send(new sdk.DecryptCommand({ CiphertextBlob: answer.CiphertextBlob }))
    expect(opened.Plaintext).toHaveLength(16)
  },

  async GenerateMac({ send, key }) {
    const { KeyId } = await key({ KeySpec: 'HMAC_224', KeyUsage: 'GENERATE_VERIFY_MAC' })
    const answer = await send(
      new sdk.GenerateMacCommand({ KeyId, Message: randomBytes(4096), MacAlgorithm: 'HMAC_SHA_224' }),
    )
    expect(answer.Mac).toHaveLength(28)
  },

  async GenerateRandom({ send }) {
    const draws = await Promise.all(
      [1, 1024].map((NumberOfBytes) => send(new sdk.GenerateRandomCommand({ NumberOfBytes }))),
    )
    expect(draws.map(({ Plaintext }) => Plaintext?.length)).toEqual([1, 1024])
  },

  async GetKeyLastUsage({ send, key }) {
    const { KeyId } = await key()
    const before = await send(new sdk.GetKeyLastUsageCommand({ KeyId }))
    expect(before.TrackingStartDate).toBeInstanceOf(Date)
    await send(new sdk.EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }))
    const after = await send(new sdk.GetKeyLastUsageCommand({ KeyId }))
    expect(after.KeyLastUsage).toMatchObject({ Operation: 'Encrypt' })
    expect(after.KeyLastUsage?.Timestamp).toBeInstanceOf(Date)
  },

  async GetKeyPolicy({ send, key }) {
    const { KeyId } = await key()
    const { Policy, PolicyName } = await send(new sdk.GetKeyPolicyCommand({ KeyId }))
    expect(PolicyName).toBe('default')
    expect(JSON.parse(Policy as string)).toMatchObject({
      Statement: [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*' }],
    })
  },

  async GetKeyRotationStatus({ send, key, now }) {
    const { KeyId, Arn } = await key()
    await send(new sdk.EnableKeyRotationCommand({ KeyId }))
    const answer = await send(new sdk.GetKeyRotationStatusCommand({ KeyId }))
    expect(answer).toMatchObject({ KeyId: Arn, KeyRotationEnabled: true, RotationPeriodInDays: 365 })
    const wait = (answer.NextRotationDate?.getTime() ?? 0) - (await now())
    expect(Math.abs(wait - 365 * 86_400_000)).toBeLessThan(60_000)
  },

  async GetParametersForImport({ send, key, now }) {
    const { KeyId, Arn } = await key({ Origin: 'EXTERNAL' })
    const answer = await send(
      new sdk.GetParametersForImportCommand({
        KeyId,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_3072',
      }),
    )
    expect(answer.KeyId).toBe(Arn)
    expect(spki(answer.PublicKey).asymmetricKeyDetails?.modulusLength).toBe(3072)
    const life = (answer.ParametersValidTo?.getTime() ?? 0) - (await now())
    expect(Math.abs(life - 86_400_000)).toBeLessThan(60_000)
  },

  async GetPublicKey({ send, key }) {
    const { KeyId, Arn } = await key({ KeySpec: 'ECC_NIST_P521', KeyUsage: 'SIGN_VERIFY' })
    const answer = await send(new sdk.GetPublicKeyCommand({ KeyId }))
    expect(answer).toMatchObject({
      KeyId: Arn,
      KeySpec: 'ECC_NIST_P521',
      CustomerMasterKeySpec: 'ECC_NIST_P521',
      KeyUsage: 'SIGN_VERIFY',
      SigningAlgorithms: ['ECDSA_SHA_512'],
    })
    expect(spki(answer.PublicKey).asymmetricKeyDetails?.namedCurve).toBe('secp521r1')
  },

  async ImportKeyMaterial({ imported, state }) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { KeyId } = await imported(
      privateKey.export({ format: 'der', type: 'pkcs8' }),
      {},
      { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
    )
    expect(await state(KeyId)).toBe('Enabled')
  },

  async ListAliases({ send, key }) {
    const { KeyId } = await key()
    await send(new sdk.CreateAliasCommand({ AliasName: 'alias/listed', TargetKeyId: KeyId }))
    const { Aliases, Truncated } = await send(new sdk.ListAliasesCommand({ KeyId }))
    expect(Truncated).toBe(false)
    expect(Aliases).toMatchObject([{ AliasName: 'alias/listed', TargetKeyId: KeyId }])
    expect(Aliases?.[0]?.CreationDate).toBeInstanceOf(Date)
  },

  async ListGrants({ send, key }) {
    const { KeyId, Arn } = await key()
    const EncryptionContextSubset = { tenant: 'one' }
    const { GrantId } = await send(
      new sdk.CreateGrantCommand({
        KeyId,
        GranteePrincipal: GRANTEE,
        RetiringPrincipal: GRANTEE,
        Operations: ['Encrypt', 'Decrypt'],
        Constraints: { EncryptionContextSubset },
      }),
    )
    const { Grants } = await send(new sdk.ListGrantsCommand({ KeyId, GrantId }))
    expect(Grants).toMatchObject([
      {
        KeyId: Arn,
        GrantId,
        GranteePrincipal: GRANTEE,
        RetiringPrincipal: GRANTEE,
        IssuingAccount: 'arn:aws:iam::111122223333:root',
        Operations: ['Encrypt', 'Decrypt'],
        Constraints: { EncryptionContextSubset },
      },
    ])
  },

  async ListKeyPolicies({ send, key }) {
    const { KeyId } = await key()
    expect((await send(new sdk.ListKeyPoliciesCommand({ KeyId }))).PolicyNames).toEqual(['default'])
  },

  async ListKeyRotations({ send, key, travel }) {
    const { KeyId, Arn } = await key()
    await send(new sdk.RotateKeyOnDemandCommand({ KeyId }))
    await travel(3600)
    const { Rotations } = await send(
      new sdk.ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
    )
    expect(Rotations?.map(({ KeyMaterialState }) => KeyMaterialState).sort()).toEqual([
      'CURRENT',
      'NON_CURRENT',
    ])
    expect(new Set(Rotations?.map(({ KeyId: id }) => id))).toEqual(new Set([Arn]))
    expect(Rotations?.filter(({ RotationDate }) => RotationDate instanceof Date)).toHaveLength(1)
  },

  async ListKeys({ send, key }) {
    const { KeyId, Arn } = await key()
    const { Keys } = await send(new sdk.ListKeysCommand({ Limit: 1000 }))
    expect(Keys).toContainEqual({ KeyId, KeyArn: Arn })
  },

  async ListResourceTags({ send, key }) {
    const Tags = [{ TagKey: 'Team', TagValue: 'Payroll' }]
    const { KeyId } = await key({ Tags })
    expect(await send(new sdk.ListResourceTagsCommand({ KeyId }))).toMatchObject({ Tags, Truncated: false })
  },

  async ListRetirableGrants({ send, key }) {
    const { KeyId } = await key()
    const RetiringPrincipal = 'arn:aws:iam::111122223333:role/Auditor'
    const { GrantId } = await send(
      new sdk.CreateGrantCommand({
        KeyId,
        GranteePrincipal: GRANTEE,
        RetiringPrincipal,
        Operations: ['DescribeKey'],
      }),
    )
    const { Grants } = await send(new sdk.ListRetirableGrantsCommand({ RetiringPrincipal }))
    expect(Grants?.map((grant) => grant.GrantId)).toEqual([GrantId])
  },

  async PutKeyPolicy({ send, key }) {
    const { KeyId } = await key()
    const { Policy } = await send(new sdk.GetKeyPolicyCommand({ KeyId }))
    const changed = (Policy as string).replace('Enable IAM User Permissions', 'Mine')
    expect(changed).not.toBe(Policy)
    await send(new sdk.PutKeyPolicyCommand({ KeyId, Policy: changed }))
    expect((await send(new sdk.GetKeyPolicyCommand({ KeyId }))).Policy).toBe(changed)
  },

  async ReEncrypt({ send, key }) {
    const [from, to] = [await key(), await key()]
    const { CiphertextBlob } = await send(
      new sdk.EncryptCommand({
        KeyId: from.KeyId,
        Plaintext: Buffer.from('x'),
        EncryptionContext: { a: '1' },
      }),
    )
    const answer = await send(
      new sdk.ReEncryptCommand({
        CiphertextBlob,
        SourceEncryptionContext: { a: '1' },
        DestinationKeyId: to.KeyId,
        DestinationEncryptionContext: { a: '2' },
      }),
    )
    expect(answer).toMatchObject({ SourceKeyId: from.Arn, KeyId: to.Arn })
    const opened = await send(
      new sdk.DecryptCommand({ CiphertextBlob: answer.CiphertextBlob, EncryptionContext: { a: '2' } }),
    )
    expect(text(opened.Plaintext)).toBe('x')
  },

  async ReplicateKey({ send, sendFrom, key, travel }) {
    const { KeyId, Arn } = await key({ MultiRegion: true })
    const answer = await send(
      new sdk.ReplicateKeyCommand({
        KeyId,
        ReplicaRegion: 'eu-central-1',
        Tags: [{ TagKey: 'a', TagValue: 'b' }],
      }),
    )
    expect(answer.ReplicaKeyMetadata).toMatchObject({
      KeyId,
      Arn: Arn.replace('eu-west-1', 'eu-central-1'),
      MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA', PrimaryKey: { Arn, Region: 'eu-west-1' } },
    })
    expect(answer.ReplicaTags).toEqual([{ TagKey: 'a', TagValue: 'b' }])
    await travel(600)
    const { CiphertextBlob } = await send(new sdk.EncryptCommand({ KeyId, Plaintext: Buffer.from('far') }))
    const opened = await sendFrom('eu-central-1', new sdk.DecryptCommand({ CiphertextBlob }))
    expect(text(opened.Plaintext)).toBe('far')
  },

  async RetireGrant({ send, key }) {
    const { KeyId, Arn } = await key()
    const { GrantToken } = await send(
      new sdk.CreateGrantCommand({ KeyId, GranteePrincipal: GRANTEE, Operations: ['Decrypt'] }),
    )
    await send(new sdk.RetireGrantCommand({ GrantToken }))
    const { GrantId } = await send(
      new sdk.CreateGrantCommand({ KeyId, GranteePrincipal: GRANTEE, Operations: ['Decrypt'] }),
    )
    await send(new sdk.RetireGrantCommand({ KeyId: Arn, GrantId }))
    expect((await send(new sdk.ListGrantsCommand({ KeyId }))).Grants).toEqual([])
  },

  async RevokeGrant({ send, key }) {
    const { KeyId } = await key()
    const { GrantId } = await send(
      new sdk.CreateGrantCommand({ KeyId, GranteePrincipal: GRANTEE, Operations: ['Decrypt'] }),
    )
    await send(new sdk.RevokeGrantCommand({ KeyId, GrantId }))
    expect((await send(new sdk.ListGrantsCommand({ KeyId }))).Grants).toEqual([])
  },

  async RotateKeyOnDemand({ send, key, travel }) {
    const { KeyId, Arn } = await key()
    const before = (await send(new sdk.DescribeKeyCommand({ KeyId }))).KeyMetadata?.CurrentKeyMaterialId
    expect((await send(new sdk.RotateKeyOnDemandCommand({ KeyId }))).KeyId).toBe(Arn)
    await travel(3600)
    const after = (await send(new sdk.DescribeKeyCommand({ KeyId }))).KeyMetadata?.CurrentKeyMaterialId
    expect(after).not.toBe(before)
  },

  async ScheduleKeyDeletion({ send, key, now, travel, refused }) {
    const { KeyId, Arn } = await key()
    const answer = await send(new sdk.ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: WEEK }))
    expect(answer).toMatchObject({ KeyId: Arn, KeyState: 'PendingDeletion', PendingWindowInDays: WEEK })
    const wait = (answer.DeletionDate?.getTime() ?? 0) - (await now())
    expect(Math.abs(wait - WEEK * 86_400_000)).toBeLessThan(60_000)
    await travel((WEEK + 2) * 86_400)
    await refused(new sdk.DescribeKeyCommand({ KeyId }), sdk.NotFoundException)
  },

  async Sign({ send, key }) {
    const Message = randomBytes(4096)
    const { KeyId, Arn } = await key({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' })
    const answer = await send(
      new sdk.SignCommand({ KeyId, Message, SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_384' }),
    )
    expect(answer).toMatchObject({ KeyId: Arn, SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_384' })
    const { PublicKey } = await send(new sdk.GetPublicKeyCommand({ KeyId }))
    expect(verifySignature('sha384', Message, spki(PublicKey), answer.Signature as Uint8Array)).toBe(true)
  },

  async TagResource({ send, key }) {
    const { KeyId } = await key({ Tags: [{ TagKey: 'a', TagValue: '1' }] })
    await send(new sdk.TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: '2' }] }))
    const { Tags } = await send(new sdk.ListResourceTagsCommand({ KeyId }))
    expect(Tags).toEqual([{ TagKey: 'a', TagValue: '2' }])
  },

  async UntagResource({ send, key }) {
    const { KeyId } = await key({ Tags: [{ TagKey: 'a', TagValue: '1' }] })
    await send(new sdk.UntagResourceCommand({ KeyId, TagKeys: ['a'] }))
    expect((await send(new sdk.ListResourceTagsCommand({ KeyId }))).Tags).toEqual([])
  },

  async UpdateAlias({ send, key }) {
    const [first, second] = [await key(), await key()]
    await send(new sdk.CreateAliasCommand({ AliasName: 'alias/moves', TargetKeyId: first.KeyId }))
    await send(new sdk.UpdateAliasCommand({ AliasName: 'alias/moves', TargetKeyId: second.KeyId }))
    const { KeyMetadata } = await send(new sdk.DescribeKeyCommand({ KeyId: 'alias/moves' }))
    expect(KeyMetadata?.Arn).toBe(second.Arn)
  },

  async UpdateCustomKeyStore({ send, externalStore }) {
    const CustomKeyStoreId = await externalStore('before')
    await send(new sdk.UpdateCustomKeyStoreCommand({ CustomKeyStoreId, NewCustomKeyStoreName: 'after' }))
    const { CustomKeyStores } = await send(new sdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    expect(CustomKeyStores?.[0]?.CustomKeyStoreName).toBe('after')
  },

  async UpdateKeyDescription({ send, key }) {
    const { KeyId } = await key({ Description: 'before' })
    await send(new sdk.UpdateKeyDescriptionCommand({ KeyId, Description: 'after' }))
    const { KeyMetadata } = await send(new sdk.DescribeKeyCommand({ KeyId }))
    expect(KeyMetadata?.Description).toBe('after')
  },

  async UpdatePrimaryRegion({ send, sendFrom, key, travel }) {
    const { KeyId } = await key({ MultiRegion: true })
    await send(new sdk.ReplicateKeyCommand({ KeyId, ReplicaRegion: 'us-east-1' }))
    await travel(600)
    await send(new sdk.UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'us-east-1' }))
    await travel(600)
    const here = await send(new sdk.DescribeKeyCommand({ KeyId }))
    const there = await sendFrom('us-east-1', new sdk.DescribeKeyCommand({ KeyId }))
    const kind = ({ KeyMetadata }: sdk.DescribeKeyCommandOutput) =>
      KeyMetadata?.MultiRegionConfiguration?.MultiRegionKeyType
    expect([kind(here), kind(there)]).toEqual(['REPLICA', 'PRIMARY'])
  },

  async Verify({ send, key, refused }) {
    const { KeyId } = await key({ KeySpec: 'ML_DSA_44', KeyUsage: 'SIGN_VERIFY' })
    const request = { KeyId, Message: randomBytes(100), SigningAlgorithm: 'ML_DSA_SHAKE_256' } as const
    const { Signature } = await send(new sdk.SignCommand(request))
    expect((await send(new sdk.VerifyCommand({ ...request, Signature }))).SignatureValid).toBe(true)
    const other = { ...request, Message: randomBytes(100) }
    await refused(new sdk.VerifyCommand({ ...other, Signature }), sdk.KMSInvalidSignatureException)
  },

  async VerifyMac({ send, key, refused }) {
    const { KeyId } = await key({ KeySpec: 'HMAC_512', KeyUsage: 'GENERATE_VERIFY_MAC' })
    const request = { KeyId, Message: randomBytes(9), MacAlgorithm: 'HMAC_SHA_512' } as const
    const { Mac } = await send(new sdk.GenerateMacCommand(request))
    expect((await send(new sdk.VerifyMacCommand({ ...request, Mac }))).MacValid).toBe(true)
    await refused(new sdk.VerifyMacCommand({ ...request, Mac: Mac?.slice(1) }), sdk.KMSInvalidMacException)
  },
}

function publicHalf(pkcs8: Uint8Array | undefined): Buffer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8 as Uint8Array), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' })
}
