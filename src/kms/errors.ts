/** Who must act on it: the caller or the service (the SDK's $fault). Source: the API model, 2014-11-01. */
const FAULT = {
  AccessDeniedException: 'client',
  AlreadyExistsException: 'client',
  CloudHsmClusterInUseException: 'client',
  CloudHsmClusterInvalidConfigurationException: 'client',
  CloudHsmClusterNotActiveException: 'client',
  CloudHsmClusterNotFoundException: 'client',
  CloudHsmClusterNotRelatedException: 'client',
  ConflictException: 'client',
  CustomKeyStoreHasCMKsException: 'client',
  CustomKeyStoreInvalidStateException: 'client',
  CustomKeyStoreNameInUseException: 'client',
  CustomKeyStoreNotFoundException: 'client',
  DependencyTimeoutException: 'server',
  DisabledException: 'client',
  DryRunOperationException: 'client',
  ExpiredImportTokenException: 'client',
  IncorrectKeyException: 'client',
  IncorrectKeyMaterialException: 'client',
  IncorrectTrustAnchorException: 'client',
  InvalidAliasNameException: 'client',
  InvalidArnException: 'client',
  InvalidCiphertextException: 'client',
  InvalidGrantIdException: 'client',
  InvalidGrantTokenException: 'client',
  InvalidImportTokenException: 'client',
  InvalidKeyUsageException: 'client',
  InvalidMarkerException: 'client',
  KMSInternalException: 'server',
  KMSInvalidMacException: 'client',
  KMSInvalidSignatureException: 'client',
  KMSInvalidStateException: 'client',
  KeyUnavailableException: 'server',
  LimitExceededException: 'client',
  MalformedPolicyDocumentException: 'client',
  NotAuthorizedException: 'client',
  NotFoundException: 'client',
  TagException: 'client',
  ThrottlingException: 'client',
  UnknownOperationException: 'client',
  UnsupportedOperationException: 'client',
  ValidationException: 'client',
  XksKeyAlreadyInUseException: 'client',
  XksKeyInvalidConfigurationException: 'client',
  XksKeyNotFoundException: 'client',
  XksProxyIncorrectAuthenticationCredentialException: 'client',
  XksProxyInvalidConfigurationException: 'client',
  XksProxyInvalidResponseException: 'client',
  XksProxyUriEndpointInUseException: 'client',
  XksProxyUriInUseException: 'client',
  XksProxyUriUnreachableException: 'client',
  XksProxyVpcEndpointServiceInUseException: 'client',
  XksProxyVpcEndpointServiceInvalidConfigurationException: 'client',
  XksProxyVpcEndpointServiceNotFoundException: 'client',
} as const satisfies Record<string, 'client' | 'server'>

export type KmsErrorCode = keyof typeof FAULT

/** The only error an operation throws on purpose. Any other one is our bug and must surface as one. */
export class KmsError extends Error {
  override readonly name = 'KmsError'
  readonly code: KmsErrorCode

  /** @param message AWS's text; many answers of KMS have an empty one (F-639) */
  constructor(code: KmsErrorCode, message = '') {
    super(message)
    this.code = code
  }

  get fault(): 'client' | 'server' {
    return FAULT[this.code]
  }
}

export const isKmsErrorCode = (name: string): name is KmsErrorCode => Object.hasOwn(FAULT, name)
