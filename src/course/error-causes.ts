import type { KmsErrorCode } from '../kms/errors.ts'

/** How an exception is met. The lines run in the sandbox's terminal, in a fresh account; the last one is refused. */
export type ErrorCause =
  | { readonly lines: readonly string[]; readonly why: string }
  /** No line of the terminal leads there; says what would have to happen */
  | { readonly only: string }

const met = (why: string, ...lines: readonly string[]): ErrorCause => ({ lines, why })
const only = (says: string): ErrorCause => ({ only: says })

const ID = '--query KeyMetadata.KeyId --output text'
const NEW_KEY = `KEY=$(aws kms create-key ${ID})`
const EMPTY_KEY = `KEY=$(aws kms create-key --origin EXTERNAL ${ID})`
const MAC_KEY = `KEY=$(aws kms create-key --key-spec HMAC_256 --key-usage GENERATE_VERIFY_MAC ${ID})`
const SIGN_KEY = `KEY=$(aws kms create-key --key-spec ECC_NIST_P256 --key-usage SIGN_VERIFY ${ID})`
const PARAMETERS = [
  'aws kms get-parameters-for-import --key-id $KEY --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048 > parameters.json',
  'jq -r .PublicKey parameters.json | base64 -d > public-key.bin',
  'jq -r .ImportToken parameters.json | base64 -d > token.bin',
]
const wrap = (material: string) =>
  `openssl pkeyutl -encrypt -pubin -keyform DER -inkey public-key.bin -in ${material} -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256`
const IMPORT =
  'aws kms import-key-material --key-id $KEY --import-token fileb://token.bin --encrypted-key-material fileb://wrapped.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE'

const CLUSTER =
  'Needs a CloudHSM cluster of your own, which this account does not have. The engine gives this answer where a cluster stands.'
const PROXY =
  'Needs the proxy of an external key manager, which this account does not have. The engine gives this answer where a proxy stands.'
const SERVICE_FAULT = 'Only a fault of the service gives it. Nothing that you type here leads there.'
const EXTERNAL_STORE =
  'aws kms create-custom-key-store --custom-key-store-name far-away --custom-key-store-type EXTERNAL_KEY_STORE --xks-proxy-connectivity PUBLIC_ENDPOINT --xks-proxy-uri-endpoint https://xks.example.com --xks-proxy-uri-path /kms/xks/v1 --xks-proxy-authentication-credential AccessKeyId=ABABABABABABABABABAB,RawSecretAccessKey=abababababababababababababababababababababa'

/** For every exception: the lines that lead to it, or the plain statement that no line does. */
export const errorCauses: Readonly<Record<KmsErrorCode, ErrorCause>> = {
  AccessDeniedException: met(
    'The auditor looks at keys and uses none.',
    NEW_KEY,
    'lab as Auditor',
    'aws kms encrypt --key-id $KEY --plaintext SGVsbG8=',
  ),
  AlreadyExistsException: met(
    'An alias is given a second time.',
    NEW_KEY,
    'aws kms create-alias --alias-name alias/intake --target-key-id $KEY',
    'aws kms create-alias --alias-name alias/intake --target-key-id $KEY',
  ),
  CloudHsmClusterInUseException: only(CLUSTER),
  CloudHsmClusterInvalidConfigurationException: only(CLUSTER),
  CloudHsmClusterNotActiveException: only(CLUSTER),
  CloudHsmClusterNotFoundException: met(
    'A key store is to stand on a cluster that nobody has.',
    "aws kms create-custom-key-store --custom-key-store-name own-hsm --cloud-hsm-cluster-id cluster-2a23b4cdefg --key-store-password kmsPswd1 --trust-anchor-certificate 'not a certificate'",
  ),
  CloudHsmClusterNotRelatedException: only(CLUSTER),
  ConflictException: met(
    'A rotation on demand is asked for a few minutes before the planned one.',
    NEW_KEY,
    'aws kms enable-key-rotation --key-id $KEY --rotation-period-in-days 90',
    'lab clock +89d23h50m',
    'aws kms rotate-key-on-demand --key-id $KEY',
  ),
  CustomKeyStoreHasCMKsException: only(`${CLUSTER} It then stands in the way of deleting a store with keys.`),
  CustomKeyStoreInvalidStateException: only(CLUSTER),
  CustomKeyStoreNameInUseException: only(PROXY),
  CustomKeyStoreNotFoundException: met(
    'A store is named that nobody made.',
    'aws kms connect-custom-key-store --custom-key-store-id cks-00000000000000000',
  ),
  DependencyTimeoutException: only(SERVICE_FAULT),
  DisabledException: met(
    'A key is switched off, then used.',
    NEW_KEY,
    'aws kms disable-key --key-id $KEY',
    'aws kms encrypt --key-id $KEY --plaintext SGVsbG8=',
  ),
  DryRunOperationException: met(
    'The call would work; you asked not to carry it out.',
    NEW_KEY,
    'aws kms encrypt --key-id $KEY --plaintext SGVsbG8= --dry-run',
  ),
  ExpiredImportTokenException: met(
    'The token waits for a day, then travels.',
    EMPTY_KEY,
    ...PARAMETERS,
    'openssl rand -out material.bin 32',
    wrap('material.bin'),
    'lab clock +24h',
    IMPORT,
  ),
  IncorrectKeyException: met(
    'One key closed the data, the request names another one.',
    `ONE=$(aws kms create-key ${ID})`,
    `TWO=$(aws kms create-key ${ID})`,
    'aws kms encrypt --key-id $ONE --plaintext SGVsbG8= --query CiphertextBlob --output text | base64 -d > note.enc',
    'aws kms decrypt --key-id $TWO --ciphertext-blob fileb://note.enc',
  ),
  IncorrectKeyMaterialException: met(
    'The box opens, but it holds 45 letters and not 32 bytes.',
    EMPTY_KEY,
    ...PARAMETERS,
    'openssl rand -base64 32 > material.txt',
    wrap('material.txt'),
    IMPORT,
  ),
  IncorrectTrustAnchorException: only(CLUSTER),
  InvalidAliasNameException: only(
    'The service declares it. Here a name of the wrong form is refused with ValidationException.',
  ),
  InvalidArnException: met(
    'An alias stands where only the ID or ARN of a key may stand.',
    NEW_KEY,
    'aws kms create-alias --alias-name alias/intake --target-key-id $KEY',
    'aws kms schedule-key-deletion --key-id arn:aws:kms:eu-west-1:111122223333:alias/intake',
  ),
  InvalidCiphertextException: met(
    'The encryption context is left out at decrypt.',
    NEW_KEY,
    'aws kms encrypt --key-id $KEY --plaintext SGVsbG8= --encryption-context study=FT-07 --query CiphertextBlob --output text | base64 -d > note.enc',
    'aws kms decrypt --ciphertext-blob fileb://note.enc',
  ),
  InvalidGrantIdException: met(
    'The ID of a grant has the wrong form.',
    NEW_KEY,
    'aws kms revoke-grant --key-id $KEY --grant-id not-a-grant',
  ),
  InvalidGrantTokenException: met(
    'A grant is retired with a token that KMS never gave.',
    'aws kms retire-grant --grant-token not-a-token',
  ),
  InvalidImportTokenException: met(
    'The token of another key travels with the box.',
    EMPTY_KEY,
    ...PARAMETERS,
    'openssl rand -out material.bin 32',
    wrap('material.bin'),
    `KEY=$(aws kms create-key --origin EXTERNAL ${ID})`,
    IMPORT,
  ),
  InvalidKeyUsageException: met(
    'A key for messages is asked to encrypt.',
    MAC_KEY,
    'aws kms encrypt --key-id $KEY --plaintext SGVsbG8=',
  ),
  InvalidMarkerException: met(
    'A list is asked to go on from a place it never had.',
    'aws kms list-keys --marker no-such-place --no-paginate',
  ),
  KMSInternalException: only(SERVICE_FAULT),
  KMSInvalidMacException: met(
    'A tag is checked that belongs to nothing.',
    MAC_KEY,
    'aws kms verify-mac --key-id $KEY --mac-algorithm HMAC_SHA_256 --message SGVsbG8= --mac SGVsbG8=',
  ),
  KMSInvalidSignatureException: met(
    'A message is changed after it was signed.',
    SIGN_KEY,
    'aws kms sign --key-id $KEY --signing-algorithm ECDSA_SHA_256 --message SGVsbG8= --query Signature --output text | base64 -d > signature.bin',
    'aws kms verify --key-id $KEY --signing-algorithm ECDSA_SHA_256 --message SGFsbG8= --signature fileb://signature.bin',
  ),
  KMSInvalidStateException: met(
    'A key without material is asked to encrypt.',
    EMPTY_KEY,
    'aws kms encrypt --key-id $KEY --plaintext SGVsbG8=',
  ),
  KeyUnavailableException: only(SERVICE_FAULT),
  LimitExceededException: met(
    'A key is rotated on demand once more than its life allows.',
    NEW_KEY,
    'for n in $(seq 25); do aws kms rotate-key-on-demand --key-id $KEY > rotated.json; lab clock +1h > clock.txt; done',
    'aws kms rotate-key-on-demand --key-id $KEY',
  ),
  MalformedPolicyDocumentException: met(
    'A key policy is not JSON.',
    NEW_KEY,
    "aws kms put-key-policy --key-id $KEY --policy '{'",
  ),
  NotAuthorizedException: met(
    'A name is asked for that AWS keeps for itself.',
    NEW_KEY,
    'aws kms create-alias --alias-name alias/aws/mine --target-key-id $KEY',
  ),
  NotFoundException: met(
    'An alias is used that points nowhere.',
    'aws kms describe-key --key-id alias/nobody',
  ),
  TagException: met(
    'A tag begins as the tags of AWS do.',
    NEW_KEY,
    'aws kms tag-resource --key-id $KEY --tags TagKey=aws:mine,TagValue=1',
  ),
  ThrottlingException: only(
    'This terminal counts no requests a second. The local endpoint does, when it is started with --throttle.',
  ),
  UnknownOperationException: only(
    'The `aws` command knows the operations and sends no other. A program with a misspelled operation gets this answer.',
  ),
  UnsupportedOperationException: met(
    'A key of generated material is asked for import parameters.',
    NEW_KEY,
    'aws kms get-parameters-for-import --key-id $KEY --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048',
  ),
  ValidationException: met(
    'An import says nothing about expiry, and KMS then wants a date.',
    EMPTY_KEY,
    ...PARAMETERS,
    'openssl rand -out material.bin 32',
    wrap('material.bin'),
    IMPORT.replace(/ --expiration-model .*/, ''),
  ),
  XksKeyAlreadyInUseException: only(PROXY),
  XksKeyInvalidConfigurationException: only(PROXY),
  XksKeyNotFoundException: only(PROXY),
  XksProxyIncorrectAuthenticationCredentialException: only(PROXY),
  XksProxyInvalidConfigurationException: only(PROXY),
  XksProxyInvalidResponseException: only(PROXY),
  XksProxyUriEndpointInUseException: only(PROXY),
  XksProxyUriInUseException: only(PROXY),
  XksProxyUriUnreachableException: met(
    'A key store is to speak to a proxy that nobody runs.',
    EXTERNAL_STORE,
  ),
  XksProxyVpcEndpointServiceInUseException: only(PROXY),
  XksProxyVpcEndpointServiceInvalidConfigurationException: only(PROXY),
  XksProxyVpcEndpointServiceNotFoundException: met(
    'A key store is to use a VPC endpoint service that nobody made.',
    EXTERNAL_STORE.replace(
      'PUBLIC_ENDPOINT',
      'VPC_ENDPOINT_SERVICE --xks-proxy-vpc-endpoint-service-name com.amazonaws.vpce.eu-west-1.vpce-svc-0a',
    ),
  ),
}
