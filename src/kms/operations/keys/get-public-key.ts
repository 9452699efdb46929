import { KmsError } from '../../errors.ts'
import {
  customerMasterKeySpecEnum,
  encryptionAlgorithmEnum,
  keySpecEnum,
  keyUsageEnum,
  signingAlgorithmEnum,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, grantTokens, keyId, list, oneOf, optional } from '../../shapes.ts'

/** Symmetric and HMAC keys have no public half (F-640); pairs come with the operations that use them (docs/fidelity.md). */
export const getPublicKey = operation({
  name: 'GetPublicKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html',
  readOnly: true,
  input: { KeyId: keyId(), GrantTokens: grantTokens() },
  output: {
    KeyId: optional(keyId()),
    PublicKey: optional(blob({ min: 1, max: 8192 })),
    CustomerMasterKeySpec: optional(customerMasterKeySpecEnum),
    KeySpec: optional(keySpecEnum),
    KeyUsage: optional(keyUsageEnum),
    EncryptionAlgorithms: optional(list(encryptionAlgorithmEnum)),
    SigningAlgorithms: optional(list(signingAlgorithmEnum)),
    KeyAgreementAlgorithms: optional(list(oneOf('ECDH'))),
    EncapsulationAlgorithms: optional(list(oneOf('ML_KEM'))),
  },
  errors: [
    'DependencyTimeoutException',
    'DisabledException',
    'InvalidArnException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'KeyUnavailableException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId'], response: [] },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
