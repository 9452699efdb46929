import { cryptoErrors } from '../../error-groups.ts'
import { messageTypeEnum, signingAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob } from '../../shapes.ts'
import { requireSignable, sign as signWith } from '../../signing.ts'

export const sign = operation({
  name: 'Sign',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    Message: secretBlob({ min: 1, max: 4096 }),
    MessageType: optional(messageTypeEnum),
    GrantTokens: grantTokens(),
    SigningAlgorithm: signingAlgorithmEnum,
    DryRun: optional(flag()),
  },
  output: {
    KeyId: optional(keyId()),
    Signature: optional(blob({ min: 1, max: 6144 })),
    SigningAlgorithm: optional(signingAlgorithmEnum),
  },
  errors: cryptoErrors,
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'MessageType', 'SigningAlgorithm'], response: [] },
  async run(context) {
    const { input, key, endDryRun } = context
    const signing = {
      key,
      algorithm: input.SigningAlgorithm,
      message: input.Message,
      messageType: input.MessageType ?? 'RAW',
    }
    requireSignable(signing, 'Sign')
    endDryRun()
    return {
      KeyId: key.arn,
      Signature: await signWith(context, signing),
      SigningAlgorithm: input.SigningAlgorithm,
    }
  },
})
