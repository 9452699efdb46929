import { macOf, requireMacKey } from '../../macs.ts'
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
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'MacAlgorithm'], response: [] },
  async run(context) {
    const { input, key, endDryRun } = context
    requireMacKey(key, input.MacAlgorithm, 'GenerateMac')
    endDryRun()
    return {
      Mac: await macOf(context, key, input.Message),
      MacAlgorithm: input.MacAlgorithm,
      KeyId: key.arn,
    }
  },
})
