import { requireAlgorithm } from '../../algorithms.ts'
import { cryptoErrors } from '../../error-groups.ts'
import { decapsulateWith } from '../../key-encapsulation.ts'
import { encapsulationAlgorithmEnum } from '../../members.ts'
import { operation } from '../../operation.ts'
import { blob, flag, grantTokens, keyId, optional } from '../../shapes.ts'
import { requireUsage } from '../../symmetric.ts'

export const decapsulate = operation({
  name: 'Decapsulate',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Decapsulate.html',
  readOnly: true,
  input: {
    KeyId: keyId(),
    SharedSecretCiphertextBlob: blob(),
    EncapsulationAlgorithm: encapsulationAlgorithmEnum,
    GrantTokens: grantTokens(),
    DryRun: optional(flag()),
  },
  output: {
    KeyId: optional(keyId()),
    SharedSecret: optional(blob()),
    EncapsulationAlgorithm: optional(encapsulationAlgorithmEnum),
  },
  errors: [...cryptoErrors, 'InvalidCiphertextException'],
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId', 'EncapsulationAlgorithm'], response: [] },
  async run(context) {
    const { input, key, endDryRun } = context
    requireUsage(key, 'ENCAPSULATE_DECAPSULATE', 'Decapsulate')
    requireAlgorithm(key, input.EncapsulationAlgorithm)
    const secret = await decapsulateWith(context, key, input.SharedSecretCiphertextBlob)
    endDryRun()
    return { KeyId: key.arn, SharedSecret: secret, EncapsulationAlgorithm: input.EncapsulationAlgorithm }
  },
})
