import { requireAlgorithm } from '../../algorithms.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { encapsulateFor } from '../../key-encapsulation.ts'
import { encapsulationAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional } from '../../shapes.ts'
import { requireUsage } from '../../symmetric.ts'

export const encapsulate = operation({
  name: 'Encapsulate',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Encapsulate.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    EncapsulationAlgorithm: encapsulationAlgorithmEnum,
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
  },
  output: {
    KeyId: optional(keyId()),
    SharedSecret: optional(blob()),
    SharedSecretCiphertextBlob: optional(blob()),
    EncapsulationAlgorithm: optional(encapsulationAlgorithmEnum),
  },
  errors: cryptoErrors,
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'EncapsulationAlgorithm'], response: [] },
  async run(context) {
    const { input, key, endDryRun } = context
    requireUsage(key, 'ENCAPSULATE_DECAPSULATE', 'Encapsulate')
    requireAlgorithm(key, input.EncapsulationAlgorithm)
    endDryRun()
    const { secret, ciphertext } = await encapsulateFor(context, key)
    return {
      KeyId: key.arn,
      SharedSecret: secret,
      SharedSecretCiphertextBlob: ciphertext,
      EncapsulationAlgorithm: input.EncapsulationAlgorithm,
    }
  },
})
