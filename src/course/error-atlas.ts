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
    'api',
    'Something with this name is there already, for instance an alias.',
    'List the aliases. To point an existing one elsewhere, update it.',
  ),
  CloudHsmClusterInvalidConfigurationException: explained(
    'api',
    'The CloudHSM cluster behind a custom key store does not meet the conditions for this call.',
    'Custom key stores are not part of this version. Create the key without one.',
  ),
  ConflictException: explained(
    'rotateOnDemand',
    'Another change of the same kind is running or about to run, for instance a rotation.',
    'Look at the rotation status, and let the running rotation finish.',
  ),
  CustomKeyStoreInvalidStateException: explained(
    'api',
    'The custom key store is not connected, or not in a state for this call.',
    'Custom key stores are not part of this version. Create the key without one.',
  ),
  CustomKeyStoreNotFoundException: explained(
    'api',
    'There is no custom key store with this ID in this account and Region.',
    'Custom key stores are not part of this version. Leave the ID out.',
  ),
  DependencyTimeoutException: explained(
    'api',
    'The service behind the service did not answer in time. The request itself is fine.',
    'Try again a little later.',
  ),
  DisabledException: explained(
    'keyState',
    'The key is there, its material too, but it is switched off.',
    'EnableKey switches it on. No import is needed.',
  ),
  DryRunOperationException: explained(
    'api',
    'You asked for a dry run, and the request would have worked.',
    'Leave the option DryRun out to do it.',
  ),
  ExpiredImportTokenException: explained(
    'publicKeyAndToken',
    'The import token is older than 24 hours.',
    'Ask for new parameters, then wrap the same bytes again with the new public key.',
  ),
  IncorrectKeyException: explained(
    'api',
    'The request names a key that did not make this ciphertext.',
    'Leave the KeyId out for symmetric ciphertext, or name the key that encrypted it.',
  ),
  IncorrectKeyMaterialException: explained(
    'importKeyMaterial',
    'The wrapped material opened, but the bytes inside are not the expected ones: another length or form, or not the bytes this key knows.',
    'Count the bytes of your material file, and compare its fingerprint with the custody card.',
  ),
  InvalidAliasNameException: explained(
    'api',
    'The name of the alias is not allowed.',
    'An alias begins with `alias/` and holds letters, digits, slashes, underscores and dashes.',
  ),
  InvalidArnException: explained(
    'api',
    'The ARN has the wrong form, or names something this operation does not take.',
    'Copy the key ARN from DescribeKey.',
  ),
  InvalidCiphertextException: explained(
    'importKeyMaterial',
    'Something did not open. At an import: the blob does not fit the private half of this set, or the hash differs. At Decrypt: the file is damaged, or the encryption context differs.',
    'At an import: wrap again with the newest public key and name the hash. At Decrypt: give the same context as at Encrypt, letter for letter.',
  ),
  InvalidGrantTokenException: explained(
    'grants',
    'The grant token is not valid.',
    'Leave grant tokens out; this version has no grants.',
  ),
  InvalidImportTokenException: explained(
    'importKeyMaterial',
    'The import token was not made for this key, or the file is not a token.',
    'Use the token and the public key of one answer, for this same key.',
  ),
  InvalidKeyUsageException: explained(
    'api',
    'The key was made for another kind of work, or the algorithm does not fit it.',
    'Look at KeyUsage and KeySpec in DescribeKey.',
  ),
  InvalidMarkerException: explained(
    'api',
    'The marker does not belong to this list.',
    'Take NextMarker from the answer before, unchanged, or start without a marker.',
  ),
  KMSInternalException: explained(
    'api',
    'The service failed. The request may be fine.',
    'Try again. If it stays, tell us: in this simulation it would be a mistake of ours.',
  ),
  KMSInvalidStateException: explained(
    'keyState',
    'The state of the key does not allow this call. The message says which state: pending import, pending deletion, or another one.',
    'Run DescribeKey. Pending import: bring the same bytes back. Pending deletion: cancel, then enable.',
  ),
  KeyUnavailableException: explained(
    'api',
    'The key cannot be reached at the moment.',
    'Try again a little later.',
  ),
  LimitExceededException: explained(
    'quotas',
    'A quota is used up, for instance the on-demand rotations of one key.',
    'The message names the quota. The number of on-demand rotations cannot be raised.',
  ),
  MalformedPolicyDocumentException: explained(
    'policies',
    'The policy is not valid JSON of a policy, or it lacks something.',
    'Compare it with the default policy of a new key.',
  ),
  NotAuthorizedException: explained(
    'api',
    'This name is reserved, for instance below `alias/aws/`.',
    'Choose another name.',
  ),
  NotFoundException: explained(
    'api',
    'There is no such key or alias in this account and Region, or the ID has the wrong form.',
    'Compare the Region and every character of the ID. A deleted key is gone.',
  ),
  TagException: explained(
    'api',
    'One of the tags is not allowed: doubled, too many, or reserved.',
    'Look at the keys of your tags. Those beginning with `aws:` are reserved.',
  ),
  UnknownOperationException: explained(
    'api',
    'The service knows no operation of this name.',
    'Compare the name with the list of operations.',
  ),
  UnsupportedOperationException: explained(
    'keyState',
    'This operation does not work for this kind of key. Origin, key type and parameters decide, not the state.',
    'Look at Origin and KeySpec in DescribeKey. The origin of a key never changes.',
  ),
  ValidationException: explained(
    'api',
    'A parameter is missing, or has a value that is not allowed.',
    'The message names the parameter. For an import: an expiring model needs a ValidTo in the next 365 days.',
  ),
  XksKeyAlreadyInUseException: explained(
    'api',
    'The external key belongs to a KMS key already.',
    'External key stores are not part of this version.',
  ),
  XksKeyInvalidConfigurationException: explained(
    'api',
    'The external key does not meet the conditions.',
    'External key stores are not part of this version.',
  ),
  XksKeyNotFoundException: explained(
    'api',
    'The external key manager knows no key with this ID.',
    'External key stores are not part of this version.',
  ),
}
