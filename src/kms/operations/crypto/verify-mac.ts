import { equalBytes } from '../../../bytes/bytes.ts'
import { KmsError } from '../../errors.ts'
import { macOf, requireMacKey } from '../../macs.ts'
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
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'MacAlgorithm'], response: [] },
  async run(context) {
    const { input, key, endDryRun } = context
    requireMacKey(key, input.MacAlgorithm, 'VerifyMac')
    if (!equalBytes(await macOf(context, key, input.Message), input.Mac))
      throw new KmsError('KMSInvalidMacException')
    endDryRun()
    return { KeyId: key.arn, MacValid: true, MacAlgorithm: input.MacAlgorithm }
  },
})
