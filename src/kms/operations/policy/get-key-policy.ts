import { KmsError } from '../../errors.ts'
import { policyName, policyText } from '../../members.ts'
import { operation } from '../../operation.ts'
import { keyId, optional } from '../../shapes.ts'

export const getKeyPolicy = operation({
  name: 'GetKeyPolicy',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html',
  readOnly: true,
  input: { KeyId: keyId(), PolicyName: optional(policyName()) },
  output: { Policy: optional(policyText()), PolicyName: optional(policyName()) },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'PolicyName'], response: [] },
  run({ input, key }) {
    if ((input.PolicyName ?? 'default') !== 'default')
      throw new KmsError('NotFoundException', 'No such policy exists')
    return { Policy: key.policy, PolicyName: 'default' }
  },
})
