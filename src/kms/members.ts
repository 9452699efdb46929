import {
  optional as opt,
  blob,
  flag,
  keyId,
  list,
  oneOf,
  secretText,
  stringMap,
  structure,
  text,
  timestamp,
  type Member,
} from './shapes.ts'

/** Enumerations and structures that several operations share, values in the API model's order (2014-11-01). */
export const keySpecEnum = oneOf(
  'RSA_2048', 'RSA_3072', 'RSA_4096', 'ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'ECC_SECG_P256K1',
  'SYMMETRIC_DEFAULT', 'HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512', 'SM2', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87',
  'ECC_NIST_EDWARDS25519', 'ML_KEM_1024', 'ML_KEM_512', 'ML_KEM_768',
) // biome-ignore format: one glance
export const customerMasterKeySpecEnum = oneOf(
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
)
export const keyUsageEnum = oneOf(
  'SIGN_VERIFY',
  'ENCRYPT_DECRYPT',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
)
export const originEnum = oneOf('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE')
export const keyStateEnum = oneOf(
  'Creating',
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Unavailable',
  'Updating',
)
export const expirationModelEnum = oneOf('KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE')
export const importTypeEnum = oneOf('NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL')
export const wrappingAlgorithmEnum = oneOf(
  'RSAES_PKCS1_V1_5',
  'RSAES_OAEP_SHA_1',
  'RSAES_OAEP_SHA_256',
  'RSA_AES_KEY_WRAP_SHA_1',
  'RSA_AES_KEY_WRAP_SHA_256',
  'SM2PKE',
)
export const wrappingKeySpecEnum = oneOf('RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2')
export const encryptionAlgorithmEnum = oneOf(
  'SYMMETRIC_DEFAULT',
  'RSAES_OAEP_SHA_1',
  'RSAES_OAEP_SHA_256',
  'SM2PKE',
)
export const signingAlgorithmEnum = oneOf(
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'ECDSA_SHA_256',
  'ECDSA_SHA_384',
  'ECDSA_SHA_512',
  'SM2DSA',
  'ML_DSA_SHAKE_256',
  'ED25519_SHA_512',
  'ED25519_PH_SHA_512',
)
export const macAlgorithmEnum = oneOf('HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512')
export const dataKeySpecEnum = oneOf('AES_256', 'AES_128')
export const dryRunModifierEnum = oneOf('IGNORE_CIPHERTEXT')

export const keyMaterialId = () => text({ min: 64, max: 64, pattern: '^[a-f0-9]+$' })
export const keyMaterialDescription = () => text({ min: 0, max: 256, pattern: '^[a-zA-Z0-9:/_\\s.-]+$' })
export const aliasName = () => text({ min: 1, max: 256, pattern: '^[a-zA-Z0-9:/_-]+$' })
export const policyText = () =>
  text({ min: 1, max: 131_072, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' })
export const policyName = () => text({ min: 1, max: 128, pattern: '[\\w]+' })
export const arn = () => text({ min: 20, max: 2048 })

/** Attestation of an enclave. Refused where it is given: docs/fidelity.md. */
export const recipient = () =>
  opt(
    structure({
      KeyEncryptionAlgorithm: opt(oneOf('RSAES_OAEP_SHA_256')),
      AttestationDocument: opt(blob({ min: 1, max: 262_144 })),
    }),
  )

export const truncation: { NextMarker: Member<string, false>; Truncated: Member<boolean, false> } = {
  NextMarker: opt(text({ min: 1, max: 1024, pattern: '[\\u0020-\\u00FF]*' })),
  Truncated: opt(flag()),
}

const multiRegionKey = structure({
  Arn: opt(arn()),
  Region: opt(text({ min: 1, max: 32, pattern: '^([a-z]+-){2,3}\\d+$' })),
})

export const keyMetadata = structure({
  AWSAccountId: opt(text()),
  KeyId: text({ min: 1, max: 2048 }),
  Arn: opt(arn()),
  CreationDate: opt(timestamp()),
  Enabled: opt(flag()),
  Description: opt(text({ min: 0, max: 8192 })),
  KeyUsage: opt(keyUsageEnum),
  KeyState: opt(keyStateEnum),
  DeletionDate: opt(timestamp()),
  ValidTo: opt(timestamp()),
  Origin: opt(originEnum),
  CustomKeyStoreId: opt(text({ min: 1, max: 64 })),
  CloudHsmClusterId: opt(text({ min: 19, max: 24, pattern: 'cluster-[2-7a-zA-Z]{11,16}' })),
  ExpirationModel: opt(expirationModelEnum),
  KeyManager: opt(oneOf('AWS', 'CUSTOMER')),
  CustomerMasterKeySpec: opt(customerMasterKeySpecEnum),
  KeySpec: opt(keySpecEnum),
  EncryptionAlgorithms: opt(list(encryptionAlgorithmEnum)),
  SigningAlgorithms: opt(list(signingAlgorithmEnum)),
  KeyAgreementAlgorithms: opt(list(oneOf('ECDH'))),
  EncapsulationAlgorithms: opt(list(oneOf('ML_KEM'))),
  MultiRegion: opt(flag()),
  MultiRegionConfiguration: opt(
    structure({
      MultiRegionKeyType: opt(oneOf('PRIMARY', 'REPLICA')),
      PrimaryKey: opt(multiRegionKey),
      ReplicaKeys: opt(list(multiRegionKey)),
    }),
  ),
  PendingDeletionWindowInDays: opt({ shape: { kind: 'integer', min: 1, max: 365 }, required: true } as Member<
    number,
    true
  >),
  MacAlgorithms: opt(list(macAlgorithmEnum)),
  XksKeyConfiguration: opt(structure({ Id: opt(text({ min: 1, max: 128, pattern: '^[a-zA-Z0-9-_.]+$' })) })),
  CurrentKeyMaterialId: opt(keyMaterialId()),
})

export const regionName = () => text({ min: 1, max: 32, pattern: '^([a-z]+-){2,3}\\d+$' })
export const messageTypeEnum = oneOf('RAW', 'DIGEST', 'EXTERNAL_MU')
export const keyAgreementAlgorithmEnum = oneOf('ECDH')
export const encapsulationAlgorithmEnum = oneOf('ML_KEM')
export const dataKeyPairSpecEnum = oneOf(
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SM2',
  'ECC_NIST_EDWARDS25519',
  'ML_KEM_1024',
  'ML_KEM_512',
  'ML_KEM_768',
)

export const grantOperationEnum = oneOf(
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'Sign',
  'Verify',
  'GetPublicKey',
  'CreateGrant',
  'RetireGrant',
  'DescribeKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateMac',
  'VerifyMac',
  'DeriveSharedSecret',
  'Decapsulate',
  'Encapsulate',
)
export const grantToken = () => text({ min: 1, max: 8192 })
export const grantId = () => text({ min: 1, max: 128 })
export const grantName = () => text({ min: 1, max: 256, pattern: '^[a-zA-Z0-9:/_-]+$' })
export const principalId = () => text({ min: 1, max: 256, pattern: '^[\\w+=,.@:/-]+$' })
export const servicePrincipal = () =>
  text({ min: 1, max: 128, pattern: '^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$' })
export const grantConstraints = structure({
  EncryptionContextSubset: opt(stringMap()),
  EncryptionContextEquals: opt(stringMap()),
  SourceArn: opt(
    text({ min: 20, max: 512, pattern: '^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$' }),
  ),
})
export const grantListEntry = structure({
  KeyId: opt(keyId()),
  GrantId: opt(grantId()),
  Name: opt(grantName()),
  CreationDate: opt(timestamp()),
  GranteePrincipal: opt(principalId()),
  RetiringPrincipal: opt(principalId()),
  IssuingAccount: opt(principalId()),
  Operations: opt(list(grantOperationEnum)),
  Constraints: opt(grantConstraints),
  GranteeServicePrincipal: opt(servicePrincipal()),
  RetiringServicePrincipal: opt(servicePrincipal()),
})

export const keyStoreId = () => text({ min: 1, max: 64 })
export const keyStoreName = () => text({ min: 1, max: 256 })
export const clusterId = () => text({ min: 19, max: 24, pattern: 'cluster-[2-7a-zA-Z]{11,16}' })
export const trustAnchor = () => text({ min: 1, max: 5000 })
export const keyStoreTypeEnum = oneOf('AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE')
export const connectionStateEnum = oneOf('CONNECTED', 'CONNECTING', 'FAILED', 'DISCONNECTED', 'DISCONNECTING')
export const connectionErrorCodeEnum = oneOf(
  'INVALID_CREDENTIALS',
  'CLUSTER_NOT_FOUND',
  'NETWORK_ERRORS',
  'INTERNAL_ERROR',
  'INSUFFICIENT_CLOUDHSM_HSMS',
  'USER_LOCKED_OUT',
  'USER_NOT_FOUND',
  'USER_LOGGED_IN',
  'SUBNET_NOT_FOUND',
  'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
  'XKS_PROXY_ACCESS_DENIED',
  'XKS_PROXY_NOT_REACHABLE',
  'XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND',
  'XKS_PROXY_INVALID_RESPONSE',
  'XKS_PROXY_INVALID_CONFIGURATION',
  'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION',
  'XKS_PROXY_TIMED_OUT',
  'XKS_PROXY_INVALID_TLS_CONFIGURATION',
)
export const xksConnectivityEnum = oneOf('PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE')
export const xksUriEndpoint = () => text({ min: 10, max: 128, pattern: '^https://[a-zA-Z0-9.-]+$' })
export const xksUriPath = () =>
  text({ min: 10, max: 128, pattern: '^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$' })
export const xksVpcServiceName = () =>
  text({
    min: 20,
    max: 64,
    pattern: '^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$',
  })
export const accountId = () => text({ min: 12, max: 12, pattern: '[0-9]{12}' })
const xksAccessKeyId = () => secretText({ min: 20, max: 30, pattern: '^[A-Z2-7]+$' })
export const xksCredential = structure({
  AccessKeyId: xksAccessKeyId(),
  RawSecretAccessKey: secretText({ min: 43, max: 64, pattern: '^[a-zA-Z0-9\\/+=]+$' }),
})
export const keyStoresListEntry = structure({
  CustomKeyStoreId: opt(keyStoreId()),
  CustomKeyStoreName: opt(keyStoreName()),
  CloudHsmClusterId: opt(clusterId()),
  TrustAnchorCertificate: opt(trustAnchor()),
  ConnectionState: opt(connectionStateEnum),
  ConnectionErrorCode: opt(connectionErrorCodeEnum),
  CreationDate: opt(timestamp()),
  CustomKeyStoreType: opt(keyStoreTypeEnum),
  XksProxyConfiguration: opt(
    structure({
      Connectivity: opt(xksConnectivityEnum),
      AccessKeyId: opt(xksAccessKeyId()),
      UriEndpoint: opt(xksUriEndpoint()),
      UriPath: opt(xksUriPath()),
      VpcEndpointServiceName: opt(xksVpcServiceName()),
      VpcEndpointServiceOwner: opt(accountId()),
    }),
  ),
})
