import { KmsError } from '../../errors.ts'
import { macAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob } from '../../shapes.ts'

export const generateMac = operation({
  name: 'GenerateMac',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html',
  readOnly: true,
  input: {
    Message: secretBlob({ min: 1, max: 4096 }),
    KeyId: keyId(),
    MacAlgorithm: macAlgorithmEnum,
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
  },
  output: {
    Mac: optional(blob({ min: 1, max: 6144 })),
    MacAlgorithm: optional(macAlgorithmEnum),
    KeyId: optional(keyId()),
  },
  errors: [
    'DisabledException',
    'DryRunOperationException',
    'InvalidGrantTokenException',
    'InvalidKeyUsageException',
    'KMSInternalException',
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
