import { policyName, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
import { keyId, limit, list, marker, optional } from '../../shapes.ts'

export const listKeyPolicies = operation({
  name: 'ListKeyPolicies',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html',
  readOnly: true,
  input: { KeyId: keyId(), Limit: limit(), Marker: marker() },
  output: { PolicyNames: optional(list(policyName())), ...truncation },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'Limit', 'Marker'], response: [] },
  run({ input }) {
    const { shown, ...rest } = page([['default', 'default']], input, 100)
    return { PolicyNames: shown, ...rest }
  },
})
