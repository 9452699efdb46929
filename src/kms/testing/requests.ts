import type { RuledOperation } from '../key-state.ts'
import { material, type TestAccount } from './account.ts'
import { AWAY, wrappedFor, type KeyInState, type Kind } from './key-in-state.ts'

type Values = Readonly<Record<string, unknown>>
type Request = (key: KeyInState, account: TestAccount) => Values | Promise<Values>

const forever = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
const message = { Message: material(5) }
const ecdsa = { SigningAlgorithm: 'ECDSA_SHA_256' }
const hmac = { MacAlgorithm: 'HMAC_SHA_256' }

/** One valid request per operation, so that only the state can be in the way. */
export const requests: Record<RuledOperation, Request> = {
  CancelKeyDeletion: ({ id }) => ({ KeyId: id }),
  CreateAlias: ({ id }) => ({ AliasName: 'alias/new', TargetKeyId: id }),
  CreateGrant: ({ id }) => ({
    KeyId: id,
    GranteePrincipal: 'arn:aws:iam::111122223333:role/Other',
    Operations: ['Encrypt'],
  }),
  Decapsulate: ({ id, sealed }) => ({
    KeyId: id,
    SharedSecretCiphertextBlob: sealed,
    EncapsulationAlgorithm: 'ML_KEM',
  }),
  Decrypt: ({ ciphertext }) => ({ CiphertextBlob: ciphertext }),
  DeleteAlias: () => ({ AliasName: 'alias/used' }),
  DeleteImportedKeyMaterial: ({ id }) => ({ KeyId: id }),
  DeriveSharedSecret: async ({ id }, account) => {
    const peer = await account.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' })
    const { PublicKey } = await account.call('GetPublicKey', { KeyId: peer.id })
    return { KeyId: id, PublicKey, KeyAgreementAlgorithm: 'ECDH' }
  },
  DescribeKey: ({ id }) => ({ KeyId: id }),
  DisableKey: ({ id }) => ({ KeyId: id }),
  DisableKeyRotation: ({ id }) => ({ KeyId: id }),
  EnableKey: ({ id }) => ({ KeyId: id }),
  EnableKeyRotation: ({ id }) => ({ KeyId: id }),
  Encapsulate: ({ id }) => ({ KeyId: id, EncapsulationAlgorithm: 'ML_KEM' }),
  Encrypt: ({ id }) => ({ KeyId: id, Plaintext: material(5) }),
  GenerateDataKey: ({ id }) => ({ KeyId: id, KeySpec: 'AES_256' }),
  GenerateDataKeyPair: ({ id }) => ({ KeyId: id, KeyPairSpec: 'ECC_NIST_P256' }),
  GenerateDataKeyPairWithoutPlaintext: ({ id }) => ({ KeyId: id, KeyPairSpec: 'ECC_NIST_P256' }),
  GenerateDataKeyWithoutPlaintext: ({ id }) => ({ KeyId: id, KeySpec: 'AES_256' }),
  GenerateMac: ({ id }) => ({ KeyId: id, ...message, ...hmac }),
  GetKeyLastUsage: ({ id }) => ({ KeyId: id }),
  GetKeyPolicy: ({ id }) => ({ KeyId: id }),
  GetKeyRotationStatus: ({ id }) => ({ KeyId: id }),
  GetParametersForImport: ({ id }) => ({
    KeyId: id,
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  }),
  GetPublicKey: ({ id }) => ({ KeyId: id }),
  ImportKeyMaterial: async (key, account) => ({
    KeyId: key.id,
    ImportToken: key.parameters?.ImportToken ?? new Uint8Array(1),
    EncryptedKeyMaterial: await wrappedFor(account, key),
    ...forever,
  }),
  ListAliases: ({ id }) => ({ KeyId: id }),
  ListGrants: ({ id }) => ({ KeyId: id }),
  ListKeyPolicies: ({ id }) => ({ KeyId: id }),
  ListKeyRotations: ({ id }) => ({ KeyId: id }),
  ListResourceTags: ({ id }) => ({ KeyId: id }),
  PutKeyPolicy: async ({ id, as }, account) => ({
    KeyId: id,
    Policy: (await account.call('GetKeyPolicy', { KeyId: id }, as)).Policy,
  }),
  ReEncrypt: ({ id, ciphertext }) => ({ CiphertextBlob: ciphertext, DestinationKeyId: id }),
  ReplicateKey: ({ id }) => ({ KeyId: id, ReplicaRegion: 'us-east-1' }),
  RetireGrant: ({ id, grantId }) => ({ KeyId: id, GrantId: grantId }),
  RevokeGrant: ({ id, grantId }) => ({ KeyId: id, GrantId: grantId }),
  RotateKeyOnDemand: ({ id }) => ({ KeyId: id }),
  ScheduleKeyDeletion: ({ id }) => ({ KeyId: id, PendingWindowInDays: 7 }),
  Sign: ({ id }) => ({ KeyId: id, ...message, ...ecdsa }),
  TagResource: ({ id }) => ({ KeyId: id, Tags: [{ TagKey: 'a', TagValue: 'b' }] }),
  UntagResource: ({ id }) => ({ KeyId: id, TagKeys: ['a'] }),
  UpdateAlias: ({ id }) => ({ AliasName: 'alias/used', TargetKeyId: id }),
  UpdateKeyDescription: ({ id }) => ({ KeyId: id, Description: 'new' }),
  UpdatePrimaryRegion: ({ id, as }) => ({
    KeyId: id,
    PrimaryRegion: as.region === AWAY ? 'eu-west-1' : AWAY,
  }),
  Verify: ({ id, signature }) => ({ KeyId: id, ...message, ...ecdsa, Signature: signature }),
  VerifyMac: ({ id, mac }) => ({ KeyId: id, ...message, ...hmac, Mac: mac }),
}

/** What kind of key it is for, where that is not the symmetric one. */
export const KIND: Partial<Record<string, Kind>> = {
  Decapsulate: 'kem',
  DeriveSharedSecret: 'agree',
  Encapsulate: 'kem',
  GenerateMac: 'mac',
  GetPublicKey: 'sign',
  Sign: 'sign',
  Verify: 'sign',
  VerifyMac: 'mac',
}
