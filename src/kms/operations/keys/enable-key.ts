import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { keyId } from '../../shapes.ts'

export const enableKey = operation({
  name: 'EnableKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html',
  readOnly: false,
  input: { KeyId: keyId() },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId'], response: [], keyArn: true },
  run({ key, draft, world }) {
    if (key.disabled) putKey(draft, { ...key, disabled: false, usableSince: world.clock.now() })
    return {}
  },
})
