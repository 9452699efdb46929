/** The operations by what a learner wants to do; what is not named here stands under "Everything". */
export const operationGroups = [
  { id: 'look', operations: ['CreateKey', 'DescribeKey', 'ListKeys', 'GetPublicKey', 'GetKeyLastUsage'] },
  { id: 'import', operations: ['GetParametersForImport', 'ImportKeyMaterial', 'DeleteImportedKeyMaterial'] },
  {
    id: 'use',
    operations: [
      'Encrypt',
      'Decrypt',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'ReEncrypt',
      'GenerateRandom',
    ],
  },
  {
    id: 'pairs',
    operations: [
      'Sign',
      'Verify',
      'GenerateMac',
      'VerifyMac',
      'DeriveSharedSecret',
      'Encapsulate',
      'Decapsulate',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
    ],
  },
  { id: 'stop', operations: ['DisableKey', 'EnableKey', 'ScheduleKeyDeletion', 'CancelKeyDeletion'] },
  {
    id: 'rotate',
    operations: [
      'EnableKeyRotation',
      'DisableKeyRotation',
      'GetKeyRotationStatus',
      'RotateKeyOnDemand',
      'ListKeyRotations',
    ],
  },
  {
    id: 'name',
    operations: [
      'CreateAlias',
      'UpdateAlias',
      'DeleteAlias',
      'ListAliases',
      'TagResource',
      'UntagResource',
      'ListResourceTags',
      'UpdateKeyDescription',
    ],
  },
  {
    id: 'allow',
    operations: [
      'GetKeyPolicy',
      'PutKeyPolicy',
      'ListKeyPolicies',
      'CreateGrant',
      'ListGrants',
      'ListRetirableGrants',
      'RetireGrant',
      'RevokeGrant',
    ],
  },
  { id: 'regions', operations: ['ReplicateKey', 'UpdatePrimaryRegion'] },
  {
    id: 'stores',
    operations: [
      'CreateCustomKeyStore',
      'ConnectCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'UpdateCustomKeyStore',
      'DeleteCustomKeyStore',
    ],
  },
] as const satisfies readonly { readonly id: string; readonly operations: readonly string[] }[]

export type GroupId = (typeof operationGroups)[number]['id'] | 'everything'

export interface OperationGroup {
  readonly id: GroupId
  readonly operations: readonly string[]
}

/** Only operations that the engine has; none is offered twice. */
export function groupsOf(available: Iterable<string>): OperationGroup[] {
  const left = new Set(available)
  const groups: OperationGroup[] = []
  for (const { id, operations } of operationGroups) {
    const here = operations.filter((name) => left.delete(name))
    if (here.length > 0) groups.push({ id, operations: here })
  }
  if (left.size > 0) groups.push({ id: 'everything', operations: [...left].sort() })
  return groups
}

/** Optional members a learner needs at once; the others wait under "More options". */
const featured: Readonly<Record<string, readonly string[]>> = {
  CreateKey: ['Origin', 'KeySpec', 'KeyUsage', 'Description'],
  Sign: ['MessageType'],
  Verify: ['MessageType'],
  GenerateDataKeyPair: ['EncryptionContext'],
  GenerateDataKeyPairWithoutPlaintext: ['EncryptionContext'],
  CreateGrant: ['GranteePrincipal', 'RetiringPrincipal', 'Constraints'],
  RetireGrant: ['KeyId', 'GrantId', 'GrantToken'],
  CreateCustomKeyStore: [
    'CustomKeyStoreType',
    'CloudHsmClusterId',
    'TrustAnchorCertificate',
    'KeyStorePassword',
  ],
  DescribeCustomKeyStores: ['CustomKeyStoreId'],
  UpdateCustomKeyStore: ['NewCustomKeyStoreName', 'KeyStorePassword', 'CloudHsmClusterId'],
  Encrypt: ['EncryptionContext'],
  Decrypt: ['CiphertextBlob', 'KeyId', 'EncryptionContext'],
  GenerateDataKey: ['KeySpec', 'EncryptionContext'],
  GenerateDataKeyWithoutPlaintext: ['KeySpec', 'EncryptionContext'],
  ReEncrypt: ['CiphertextBlob', 'SourceEncryptionContext', 'DestinationEncryptionContext'],
  ImportKeyMaterial: ['ExpirationModel', 'ValidTo', 'ImportType'],
  DeleteImportedKeyMaterial: ['KeyMaterialId'],
  ScheduleKeyDeletion: ['PendingWindowInDays'],
  EnableKeyRotation: ['RotationPeriodInDays'],
  ListKeyRotations: ['IncludeKeyMaterial'],
  ListAliases: ['KeyId'],
  GenerateRandom: ['NumberOfBytes'],
  GetKeyPolicy: [],
}

/** Where an optional member stands in the open: 0 is first, -1 is under "More options". */
export const featuredPlace = (operation: string, member: string): number =>
  featured[operation]?.indexOf(member) ?? -1
