import { KmsError } from '../../errors.ts'
import { policyName, policyText } from '../../members.ts'
import { operation } from '../../operation.ts'
import { requirePolicy, requireWayBack } from '../../policy.ts'
import { putKey } from '../../put-key.ts'
import { flag, keyId, optional } from '../../shapes.ts'

export const putKeyPolicy = operation({
  name: 'PutKeyPolicy',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
  readOnly: false,
  input: {
    KeyId: keyId(),
    PolicyName: optional(policyName()),
    Policy: policyText(),
    BypassPolicyLockoutSafetyCheck: optional(flag()),
  },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'PolicyName', 'Policy', 'BypassPolicyLockoutSafetyCheck'], response: [] },
  run(context) {
    const { input, key, draft, limits } = context
    if ((input.PolicyName ?? 'default') !== 'default')
      throw new KmsError('NotFoundException', 'No such policy exists')
    requirePolicy(input.Policy, limits)
    const changed = { ...key, policy: input.Policy }
    requireWayBack(context, changed)
    putKey(draft, changed)
    return {}
  },
})
