import { cryptoErrors } from '../../error-groups.ts'
import { KmsError } from '../../errors.ts'
import { messageTypeEnum, signingAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob } from '../../shapes.ts'
import { requireSignable, verify as verifyWith } from '../../signing.ts'

export const verify = operation({
  name: 'Verify',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    Message: secretBlob({ min: 1, max: 4096 }),
    MessageType: optional(messageTypeEnum),
    Signature: blob({ min: 1, max: 6144 }),
    SigningAlgorithm: signingAlgorithmEnum,
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
  },
  output: {
    KeyId: optional(keyId()),
    SignatureValid: optional(flag()),
    SigningAlgorithm: optional(signingAlgorithmEnum),
  },
  errors: [...cryptoErrors, 'KMSInvalidSignatureException'],
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
    requireSignable(signing, 'Verify')
    if (!(await verifyWith(context, signing, input.Signature)))
      throw new KmsError('KMSInvalidSignatureException')
    endDryRun()
    return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm }
  },
})
