import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { requireSymmetric } from '../../rotation-rules.ts'
import { keyId } from '../../shapes.ts'

export const disableKeyRotation = operation({
  name: 'DisableKeyRotation',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html',
  readOnly: false,
  input: { KeyId: keyId() },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  origins: ['AWS_KMS'],
  trail: { request: ['KeyId'], response: [] },
  run({ key, draft }) {
    requireSymmetric(key)
    const { rotation: _stopped, ...kept } = key
    putKey(draft, kept)
    return {}
  },
})
