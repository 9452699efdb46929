import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { keyId } from '../../shapes.ts'

export const disableKey = operation({
  name: 'DisableKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html',
  readOnly: false,
  input: { KeyId: keyId() },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId'], response: [], keyArn: true },
  run({ key, draft }) {
    if (!key.disabled) putKey(draft, { ...key, disabled: true })
    return {}
  },
})
