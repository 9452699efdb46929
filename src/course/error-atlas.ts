import type { KmsErrorCode } from '../kms/errors.ts'
import type { SourceId } from './words/sources.ts'

/** What an exception means, in plain words, for the lines below an error. */
export interface ErrorExplained {
  readonly means: string
  readonly lookAt: string
  readonly source: SourceId
}

const explained = (source: SourceId, means: string, lookAt: string): ErrorExplained => ({
  means,
  lookAt,
  source,
})

/** Every exception that the engine can answer with; the compiler keeps this list complete. */
export const errorAtlas: Readonly<Record<KmsErrorCode, ErrorExplained>> = {
  AccessDeniedException: explained(
    'policies',
    'The caller is not allowed to do this with this key, or the key belongs to another account.',
    'Compare the account in the ARN with your own, and look at who made the call.',
  ),
  AlreadyExistsException: explained(
    'createAlias',
    'Something with this name is there already, for instance an alias.',
    'List the aliases. To point an existing one elsewhere, update it.',
  ),
  CloudHsmClusterInUseException: explained(
    'createCustomKeyStore',
    'Another custom key store stands on this CloudHSM cluster, or on one that shares its backups.',
    'Describe your custom key stores. One cluster serves one store.',
  ),
  CloudHsmClusterInvalidConfigurationException: explained(
    'createCustomKeyStore',
    'The CloudHSM cluster behind a custom key store does not meet the conditions for this call.',
    'Look at the cluster: it needs enough active HSMs, in two Availability Zones for new keys.',
  ),
  CloudHsmClusterNotActiveException: explained(
    'createCustomKeyStore',
    'The CloudHSM cluster is not active, so KMS cannot work with it.',
    'Look at the state of the cluster. It must be ACTIVE, with its HSMs running.',
  ),
  CloudHsmClusterNotFoundException: explained(
    'createCustomKeyStore',
    'There is no CloudHSM cluster with this ID in this account and Region.',
    'Compare the cluster ID with the list of your clusters.',
  ),
  CloudHsmClusterNotRelatedException: explained(
    'updateCustomKeyStore',
    'The cluster shares no history with the one that the store was made with, so the keys are not in it.',
    'Name a cluster that was made from a backup of the first one.',
  ),
  ConflictException: explained(
    'rotateKeyOnDemand',
    'An automatic rotation of this key is running, or due within 20 minutes. Here a running one on demand counts too.',
    'Look at the rotation status, and let the other rotation finish.',
  ),
  CustomKeyStoreHasCMKsException: explained(
    'deleteCustomKeyStore',
    'KMS keys still live in this custom key store. The name of the error is older than the word KMS key.',
    'Schedule the deletion of each of its keys and let the waiting periods end.',
  ),
  CustomKeyStoreInvalidStateException: explained(
    'connectCustomKeyStore',
    'The custom key store is not connected, or not in a state for this call.',
    'Describe the store and look at its connection state. New keys need a connected store; to change or delete one, disconnect it.',
  ),
  CustomKeyStoreNameInUseException: explained(
    'createCustomKeyStore',
    'Another custom key store of this account and Region has this name.',
    'Choose another name.',
  ),
  CustomKeyStoreNotFoundException: explained(
    'connectCustomKeyStore',
    'There is no custom key store with this ID in this account and Region.',
    'Compare the ID with the list of your custom key stores.',
  ),
  DependencyTimeoutException: explained(
    'encrypt',
    'The service behind the service did not answer in time. The request itself is fine.',
    'Try again a little later.',
  ),
  DisabledException: explained(
    'keyState',
    'The key is there, its material too, but it is switched off.',
    'EnableKey switches it on. No import is needed.',
  ),
  DryRunOperationException: explained(
    'encrypt',
    'You asked for a dry run, and the request would have worked.',
    'Leave the option DryRun out to do it.',
  ),
  ExpiredImportTokenException: explained(
    'publicKeyAndToken',
    'The import token is older than 24 hours.',
    'Ask for new parameters, then wrap the same bytes again with the new public key.',
  ),
  IncorrectKeyException: explained(
    'decrypt',
    'The request names a key that did not make this ciphertext.',
    'Leave the KeyId out for symmetric ciphertext, or name the key that encrypted it.',
  ),
  IncorrectKeyMaterialException: explained(
    'importKeyMaterial',
    'The wrapped material opened, but the bytes inside are not the expected ones: not the bytes this key knows, or of another length or form. For a wrong length AWS does not document the exception; this one is the answer of the simulation.',
    'Count the bytes of your material file, and compare its fingerprint with the custody card.',
  ),
  IncorrectTrustAnchorException: explained(
    'createCustomKeyStore',
    'The certificate is not the one with which the CloudHSM cluster was initialised.',
    'Find the file customerCA.crt of that cluster. This is about a store’s certificate, not about an import token.',
  ),
  InvalidAliasNameException: explained(
    'createAlias',
    'The name of the alias is not allowed.',
    'An alias begins with `alias/` and holds letters, digits, slashes, underscores and dashes.',
  ),
  InvalidArnException: explained(
    'describeKey',
    'The ARN has the wrong form, or names something this operation does not take.',
    'Copy it whole: the ARN of a key from DescribeKey, that of a role or user from where it is shown.',
  ),
  InvalidCiphertextException: explained(
    'importKeyMaterial',
    'Something did not open. At an import: the blob does not fit the private half of this set, or the hash differs. At Decrypt: the file is damaged, or the encryption context differs.',
    'At an import: wrap again with the public key that came with this token, and name the hash. At Decrypt: give the same context as at Encrypt, letter for letter.',
  ),
  InvalidGrantIdException: explained(
    'revokeGrant',
    'The grant ID does not look like one.',
    'Copy the ID from ListGrants.',
  ),
  InvalidGrantTokenException: explained(
    'grants',
    'The grant token is not valid.',
    'Take the token from the answer of CreateGrant, whole and unchanged.',
  ),
  InvalidImportTokenException: explained(
    'importKeyMaterial',
    'The import token was not made for this key, or the file is not a token.',
    'Use the token and the public key of one answer, for this same key.',
  ),
  InvalidKeyUsageException: explained(
    'encrypt',
    'The key was made for another kind of work, or the algorithm does not fit it.',
    'Look at KeyUsage and KeySpec in DescribeKey.',
  ),
  InvalidMarkerException: explained(
    'listKeys',
    'The marker does not belong to this list.',
    'Take NextMarker from the answer before, unchanged, or start without a marker.',
  ),
  KMSInternalException: explained(
    'encrypt',
    'The service failed. The request may be fine.',
    'Try again. If it stays, tell us: in this simulation it would be a mistake of ours.',
  ),
  KMSInvalidMacException: explained(
    'verifyMac',
    'The tag does not belong to this message, key and algorithm.',
    'Compare the bytes of the message and the tag, and the algorithm.',
  ),
  KMSInvalidSignatureException: explained(
    'verify',
    'The signature does not belong to this message, key and algorithm.',
    'Compare the bytes of the message, whether they were hashed before, and the algorithm.',
  ),
  KMSInvalidStateException: explained(
    'keyState',
    'The state of the key, or of its material, does not allow this call. The message says what stands in the way.',
    'Run DescribeKey. Pending import: import material; if the key had some before, exactly those bytes. Pending deletion: cancel, then enable. At a rotation: import new material first, or rotate to what waits.',
  ),
  KeyUnavailableException: explained(
    'encrypt',
    'The key cannot be reached at the moment.',
    'Try again a little later.',
  ),
  LimitExceededException: explained(
    'quotas',
    'A quota is used up, for instance the on-demand rotations of one key.',
    'Look up the quota of this kind. AWS raises some of them, but not the number of on-demand rotations.',
  ),
  MalformedPolicyDocumentException: explained(
    'putKeyPolicy',
    'The policy is not valid JSON of a policy, or it lacks something.',
    'Compare it with the default policy of a new key.',
  ),
  NotAuthorizedException: explained(
    'createAlias',
    'This name is reserved, for instance below `alias/aws/`.',
    'Choose another name.',
  ),
  NotFoundException: explained(
    'describeKey',
    'What you named is not in this account and Region: a key, an alias, a grant, a policy or a material.',
    'Compare the Region and every character of the ID. A deleted key is gone.',
  ),
  TagException: explained(
    'tagResource',
    'One of the tags is not allowed: doubled, too many, or reserved.',
    'Look at the keys of your tags. Those beginning with `aws:` are reserved.',
  ),
  ThrottlingException: explained(
    'quotas',
    'More requests came in a second than the quota allows. The request itself is fine.',
    'Wait and try again, each time a little longer.',
  ),
  UnknownOperationException: explained(
    'commonErrors',
    'The service knows no operation of this name.',
    'Compare the name with the list of operations.',
  ),
  UnsupportedOperationException: explained(
    'keyState',
    'This operation does not work for this kind of key. Origin, key type and parameters decide, not the state.',
    'Look at Origin and KeySpec in DescribeKey. The origin of a key never changes.',
  ),
  ValidationException: explained(
    'commonErrors',
    'A parameter is missing, or has a value that is not allowed.',
    'Compare what you gave with the page of the operation. Most messages name the parameter or the rule.',
  ),
  XksKeyAlreadyInUseException: explained(
    'createKey',
    'The external key belongs to a KMS key already.',
    'One external key serves one KMS key of a store. Name another one.',
  ),
  XksKeyInvalidConfigurationException: explained(
    'createKey',
    'The external key does not meet the conditions.',
    'It must be an enabled 256-bit AES key that may encrypt and decrypt.',
  ),
  XksKeyNotFoundException: explained(
    'createKey',
    'The external key manager knows no key with this ID.',
    'Compare the ID with the list in the external key manager.',
  ),
  XksProxyIncorrectAuthenticationCredentialException: explained(
    'createCustomKeyStore',
    'The proxy of the external key manager refused the credential.',
    'Compare access key ID and secret with the proxy’s.',
  ),
  XksProxyInvalidConfigurationException: explained(
    'createCustomKeyStore',
    'The proxy is set up in a way that KMS cannot use.',
    'Look at the proxy’s own settings, not at the KMS key.',
  ),
  XksProxyInvalidResponseException: explained(
    'createCustomKeyStore',
    'The proxy answered something that KMS cannot read.',
    'Look at the proxy’s log.',
  ),
  XksProxyUriEndpointInUseException: explained(
    'createCustomKeyStore',
    'Another external key store uses this proxy address in a way that excludes a second one.',
    'Give the store an endpoint of its own.',
  ),
  XksProxyUriInUseException: explained(
    'createCustomKeyStore',
    'Another external key store uses this very address and path.',
    'Give the store its own path.',
  ),
  XksProxyUriUnreachableException: explained(
    'createCustomKeyStore',
    'KMS cannot reach the proxy at this address.',
    'Check the address, the network and the certificate of the proxy.',
  ),
  XksProxyVpcEndpointServiceInUseException: explained(
    'createCustomKeyStore',
    'Another external key store uses this VPC endpoint service.',
    'Give each store its own endpoint service.',
  ),
  XksProxyVpcEndpointServiceInvalidConfigurationException: explained(
    'createCustomKeyStore',
    'The VPC endpoint service does not meet the conditions for a proxy.',
    'Look at its principals, its private DNS name and its load balancer.',
  ),
  XksProxyVpcEndpointServiceNotFoundException: explained(
    'createCustomKeyStore',
    'There is no VPC endpoint service with this name in this Region.',
    'Compare the service name with the one in the VPC console.',
  ),
}
