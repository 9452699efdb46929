import { KmsError } from '../../errors.ts'
import { macAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob } from '../../shapes.ts'

export const verifyMac = operation({
  name: 'VerifyMac',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html',
  readOnly: true,
  input: {
    Message: secretBlob({ min: 1, max: 4096 }),
    KeyId: keyId(),
    MacAlgorithm: macAlgorithmEnum,
    Mac: blob({ min: 1, max: 6144 }),
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
  },
  output: { KeyId: optional(keyId()), MacValid: optional(flag()), MacAlgorithm: optional(macAlgorithmEnum) },
  errors: [
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KMSInternalException',
    'KMSInvalidMacException',
    'KMSInvalidStateException',
    'KeyUnavailableException',
    'NotFoundException',
  ],
  key: { member: 'KeyId', crossAccount: true },
  trail: { request: ['KeyId', 'MacAlgorithm'], response: [] },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
