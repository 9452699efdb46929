import { oldSpecName } from '../../key-metadata.ts'
import { algorithmsOf } from '../../algorithms.ts'
import { KmsError } from '../../errors.ts'
import { publicKeyOf, withSoundKey } from '../../hsm-keys.ts'
import { hasPublicHalf } from '../../key-spec.ts'
import {
  customerMasterKeySpecEnum,
  encryptionAlgorithmEnum,
  keySpecEnum,
  keyUsageEnum,
  signingAlgorithmEnum,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, grantTokens, keyId, list, oneOf, optional } from '../../shapes.ts'

/** Symmetric and HMAC keys have no public half (F-640). */
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
  async run(context) {
    const { key } = context
    if (!hasPublicHalf(key.keySpec)) throw new KmsError('UnsupportedOperationException')
    return {
      KeyId: key.arn,
      PublicKey: await withSoundKey(() => publicKeyOf(context, key)),
      ...oldSpecName(key),
      KeySpec: key.keySpec,
      KeyUsage: key.keyUsage,
      ...algorithmsOf(key),
    }
  },
})
