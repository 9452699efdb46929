import { requirePrimary } from '../../multi-region-rules.ts'
import { operation } from '../../operation.ts'
import { putShared } from '../../related-keys.ts'
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
    requirePrimary(key)
    const { rotation: _stopped, ...kept } = key
    putShared(draft, kept)
    return {}
  },
})
