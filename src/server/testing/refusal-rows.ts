import { randomBytes } from 'node:crypto'
import * as sdk from '@aws-sdk/client-kms'
import type { OperationBench } from './operation-bench.ts'

interface Refused {
  readonly command: object
  readonly as: abstract new (...details: never[]) => sdk.KMSServiceException
}
interface Scene {
  /** A key id that no key has */
  readonly missing: string
  readonly on: OperationBench
}

const noKey = (command: Refused['command']): Refused => ({ command, as: sdk.NotFoundException })
const noStore = (command: Refused['command']): Refused => ({
  command,
  as: sdk.CustomKeyStoreNotFoundException,
})
const STORE = `cks-${'0'.repeat(17)}`
const bytes = randomBytes(64)

/** One refusal of each operation, and the class of the SDK that a program catches it with. */
export const refusalRows: Readonly<Record<string, (scene: Scene) => Refused | Promise<Refused>>> = {
  CancelKeyDeletion: ({ missing }) => noKey(new sdk.CancelKeyDeletionCommand({ KeyId: missing })),
  ConnectCustomKeyStore: () => noStore(new sdk.ConnectCustomKeyStoreCommand({ CustomKeyStoreId: STORE })),
  async CreateAlias({ on }) {
    const { KeyId } = await on.key()
    const command = () => new sdk.CreateAliasCommand({ AliasName: 'alias/twice', TargetKeyId: KeyId })
    await on.send(command())
    return { command: command(), as: sdk.AlreadyExistsException }
  },
  CreateCustomKeyStore: () => ({
    command: new sdk.CreateCustomKeyStoreCommand({
      CustomKeyStoreName: 'nowhere',
      CloudHsmClusterId: 'cluster-2a23b4cdefg',
      KeyStorePassword: 'kmsPswd',
      TrustAnchorCertificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    }),
    as: sdk.CloudHsmClusterNotFoundException,
  }),
  CreateGrant: ({ missing }) =>
    noKey(
      new sdk.CreateGrantCommand({
        KeyId: missing,
        GranteePrincipal: 'arn:aws:iam::111122223333:root',
        Operations: ['Decrypt'],
      }),
    ),
  CreateKey: () => ({
    command: new sdk.CreateKeyCommand({ Policy: '{' }),
    as: sdk.MalformedPolicyDocumentException,
  }),
  async Decapsulate({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.DecapsulateCommand({
        KeyId,
        EncapsulationAlgorithm: 'ML_KEM',
        SharedSecretCiphertextBlob: randomBytes(1088),
      }),
      as: sdk.InvalidKeyUsageException,
    }
  },
  Decrypt: () => ({
    command: new sdk.DecryptCommand({ CiphertextBlob: bytes }),
    as: sdk.InvalidCiphertextException,
  }),
  DeleteAlias: () => noKey(new sdk.DeleteAliasCommand({ AliasName: 'alias/nobody' })),
  DeleteCustomKeyStore: () => noStore(new sdk.DeleteCustomKeyStoreCommand({ CustomKeyStoreId: STORE })),
  async DeleteImportedKeyMaterial({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.DeleteImportedKeyMaterialCommand({ KeyId }),
      as: sdk.UnsupportedOperationException,
    }
  },
  async DeriveSharedSecret({ on }) {
    const { KeyId } = await on.key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    const { PublicKey } = await on.send(new sdk.GetPublicKeyCommand({ KeyId }))
    return {
      command: new sdk.DeriveSharedSecretCommand({ KeyId, PublicKey, KeyAgreementAlgorithm: 'ECDH' }),
      as: sdk.InvalidKeyUsageException,
    }
  },
  DescribeCustomKeyStores: () =>
    noStore(new sdk.DescribeCustomKeyStoresCommand({ CustomKeyStoreName: 'nobody' })),
  DescribeKey: () => noKey(new sdk.DescribeKeyCommand({ KeyId: 'arn:aws:s3:::not-a-key' })),
  async DisableKey({ on }) {
    const { KeyId } = await on.key({ Origin: 'EXTERNAL' })
    return { command: new sdk.DisableKeyCommand({ KeyId }), as: sdk.KMSInvalidStateException }
  },
  DisableKeyRotation: ({ missing }) => noKey(new sdk.DisableKeyRotationCommand({ KeyId: missing })),
  DisconnectCustomKeyStore: () =>
    noStore(new sdk.DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: STORE })),
  async EnableKey({ on }) {
    const { KeyId } = await on.key({ Origin: 'EXTERNAL' })
    return { command: new sdk.EnableKeyCommand({ KeyId }), as: sdk.KMSInvalidStateException }
  },
  async EnableKeyRotation({ on }) {
    const { KeyId } = await on.key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })
    return { command: new sdk.EnableKeyRotationCommand({ KeyId }), as: sdk.UnsupportedOperationException }
  },
  Encapsulate: ({ missing }) =>
    noKey(new sdk.EncapsulateCommand({ KeyId: missing, EncapsulationAlgorithm: 'ML_KEM' })),
  async Encrypt({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.EncryptCommand({ KeyId, Plaintext: bytes, DryRun: true }),
      as: sdk.DryRunOperationException,
    }
  },
  async GenerateDataKey({ on }) {
    const { KeyId } = await on.key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })
    return {
      command: new sdk.GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }),
      as: sdk.InvalidKeyUsageException,
    }
  },
  async GenerateDataKeyPair({ on }) {
    const { KeyId } = await on.key()
    await on.send(new sdk.DisableKeyCommand({ KeyId }))
    return {
      command: new sdk.GenerateDataKeyPairCommand({ KeyId, KeyPairSpec: 'ECC_NIST_P256' }),
      as: sdk.DisabledException,
    }
  },
  GenerateDataKeyPairWithoutPlaintext: ({ missing }) =>
    noKey(
      new sdk.GenerateDataKeyPairWithoutPlaintextCommand({ KeyId: missing, KeyPairSpec: 'ECC_NIST_P256' }),
    ),
  async GenerateDataKeyWithoutPlaintext({ on }) {
    const { KeyId } = await on.key({ Origin: 'EXTERNAL' })
    return {
      command: new sdk.GenerateDataKeyWithoutPlaintextCommand({ KeyId, KeySpec: 'AES_256' }),
      as: sdk.KMSInvalidStateException,
    }
  },
  async GenerateMac({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.GenerateMacCommand({ KeyId, Message: bytes, MacAlgorithm: 'HMAC_SHA_256' }),
      as: sdk.InvalidKeyUsageException,
    }
  },
  GenerateRandom: () =>
    noStore(new sdk.GenerateRandomCommand({ NumberOfBytes: 32, CustomKeyStoreId: STORE })),
  GetKeyLastUsage: ({ missing }) => noKey(new sdk.GetKeyLastUsageCommand({ KeyId: missing })),
  GetKeyPolicy: ({ missing }) => noKey(new sdk.GetKeyPolicyCommand({ KeyId: missing })),
  GetKeyRotationStatus: ({ missing }) => noKey(new sdk.GetKeyRotationStatusCommand({ KeyId: missing })),
  async GetParametersForImport({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.GetParametersForImportCommand({
        KeyId,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      }),
      as: sdk.UnsupportedOperationException,
    }
  },
  async GetPublicKey({ on }) {
    const { KeyId } = await on.key()
    return { command: new sdk.GetPublicKeyCommand({ KeyId }), as: sdk.UnsupportedOperationException }
  },
  async ImportKeyMaterial({ on }) {
    const { KeyId } = await on.key({ Origin: 'EXTERNAL' })
    return {
      command: new sdk.ImportKeyMaterialCommand({
        KeyId,
        ImportToken: bytes,
        EncryptedKeyMaterial: randomBytes(256),
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      }),
      as: sdk.InvalidImportTokenException,
    }
  },
  ListAliases: () => ({
    command: new sdk.ListAliasesCommand({ Marker: 'no marker' }),
    as: sdk.InvalidMarkerException,
  }),
  ListGrants: ({ missing }) => noKey(new sdk.ListGrantsCommand({ KeyId: missing })),
  ListKeyPolicies: ({ missing }) => noKey(new sdk.ListKeyPoliciesCommand({ KeyId: missing })),
  ListKeyRotations: ({ missing }) => noKey(new sdk.ListKeyRotationsCommand({ KeyId: missing })),
  ListKeys: () => ({
    command: new sdk.ListKeysCommand({ Marker: 'no marker' }),
    as: sdk.InvalidMarkerException,
  }),
  ListResourceTags: ({ missing }) => noKey(new sdk.ListResourceTagsCommand({ KeyId: missing })),
  ListRetirableGrants: () => ({
    command: new sdk.ListRetirableGrantsCommand({
      RetiringPrincipal: 'arn:aws:iam::111122223333:root',
      Marker: 'no marker',
    }),
    as: sdk.InvalidMarkerException,
  }),
  async PutKeyPolicy({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.PutKeyPolicyCommand({ KeyId, Policy: '{"Version":"2012-10-17","Statement":5}' }),
      as: sdk.MalformedPolicyDocumentException,
    }
  },
  async ReEncrypt({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.ReEncryptCommand({ CiphertextBlob: bytes, DestinationKeyId: KeyId }),
      as: sdk.InvalidCiphertextException,
    }
  },
  async ReplicateKey({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-central-1' }),
      as: sdk.UnsupportedOperationException,
    }
  },
  RetireGrant: () => ({
    command: new sdk.RetireGrantCommand({ GrantToken: 'not-a-token' }),
    as: sdk.InvalidGrantTokenException,
  }),
  async RevokeGrant({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.RevokeGrantCommand({ KeyId, GrantId: 'f'.repeat(64) }),
      as: sdk.NotFoundException,
    }
  },
  async RotateKeyOnDemand({ on }) {
    const { KeyId } = await on.imported(randomBytes(32))
    return { command: new sdk.RotateKeyOnDemandCommand({ KeyId }), as: sdk.KMSInvalidStateException }
  },
  async ScheduleKeyDeletion({ on }) {
    const { KeyId } = await on.key()
    await on.send(new sdk.ScheduleKeyDeletionCommand({ KeyId }))
    return { command: new sdk.ScheduleKeyDeletionCommand({ KeyId }), as: sdk.KMSInvalidStateException }
  },
  async Sign({ on }) {
    const { KeyId } = await on.key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
    return {
      command: new sdk.SignCommand({ KeyId, Message: bytes, SigningAlgorithm: 'ECDSA_SHA_512' }),
      as: sdk.InvalidKeyUsageException,
    }
  },
  async TagResource({ on }) {
    const { KeyId } = await on.key()
    return {
      command: new sdk.TagResourceCommand({ KeyId, Tags: [{ TagKey: 'aws:mine', TagValue: '' }] }),
      as: sdk.TagException,
    }
  },
  UntagResource: ({ missing }) => noKey(new sdk.UntagResourceCommand({ KeyId: missing, TagKeys: ['a'] })),
  async UpdateAlias({ on }) {
    const { KeyId } = await on.key()
    return noKey(new sdk.UpdateAliasCommand({ AliasName: 'alias/nobody', TargetKeyId: KeyId }))
  },
  UpdateCustomKeyStore: () =>
    noStore(new sdk.UpdateCustomKeyStoreCommand({ CustomKeyStoreId: STORE, NewCustomKeyStoreName: 'x' })),
  UpdateKeyDescription: ({ missing }) =>
    noKey(new sdk.UpdateKeyDescriptionCommand({ KeyId: missing, Description: '' })),
  UpdatePrimaryRegion: ({ missing }) =>
    noKey(new sdk.UpdatePrimaryRegionCommand({ KeyId: missing, PrimaryRegion: 'eu-central-1' })),
  async Verify({ on }) {
    const { KeyId } = await on.key({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' })
    return {
      command: new sdk.VerifyCommand({
        KeyId,
        Message: bytes,
        Signature: bytes,
        SigningAlgorithm: 'ED25519_SHA_512',
      }),
      as: sdk.KMSInvalidSignatureException,
    }
  },
  async VerifyMac({ on }) {
    const { KeyId } = await on.key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })
    return {
      command: new sdk.VerifyMacCommand({ KeyId, Message: bytes, MacAlgorithm: 'HMAC_SHA_256', Mac: bytes }),
      as: sdk.KMSInvalidMacException,
    }
  },
}
