import { requireAlgorithm } from '../../algorithms.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { agreeWith } from '../../key-agreement.ts'
import { keyAgreementAlgorithmEnum, originEnum, recipient } from '../../members.ts'
import { operation } from '../../operation.ts'
import { refuseRecipient } from '../../recipient.ts'
import { blob, flag, grantTokens, keyId, optional, secretBlob } from '../../shapes.ts'
import { requireUsage } from '../../symmetric.ts'

export const deriveSharedSecret = operation({
  name: 'DeriveSharedSecret',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    KeyAgreementAlgorithm: keyAgreementAlgorithmEnum,
    PublicKey: blob({ min: 1, max: 8192 }),
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
    Recipient: recipient(),
  },
  output: {
    KeyId: optional(keyId()),
    SharedSecret: optional(secretBlob({ min: 1, max: 4096 })),
    CiphertextForRecipient: optional(blob({ min: 1, max: 6144 })),
    KeyAgreementAlgorithm: optional(keyAgreementAlgorithmEnum),
    KeyOrigin: optional(originEnum),
  },
  errors: cryptoErrors,
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'KeyAgreementAlgorithm'], response: [] },
  async run(context) {
    const { input, key, endDryRun } = context
    refuseRecipient(input.Recipient)
    requireUsage(key, 'KEY_AGREEMENT', 'DeriveSharedSecret')
    requireAlgorithm(key, input.KeyAgreementAlgorithm)
    const secret = await agreeWith(context, key, input.PublicKey)
    endDryRun()
    return {
      KeyId: key.arn,
      SharedSecret: secret,
      KeyAgreementAlgorithm: input.KeyAgreementAlgorithm,
      KeyOrigin: key.origin,
    }
  },
})
