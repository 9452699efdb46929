import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { keyId, text } from '../../shapes.ts'

export const updateKeyDescription = operation({
  name: 'UpdateKeyDescription',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html',
  readOnly: false,
  input: { KeyId: keyId(), Description: text({ min: 0, max: 8192 }) },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'Description'], response: [] },
  run({ input, key, draft }) {
    putKey(draft, { ...key, description: input.Description })
    return {}
  },
})
