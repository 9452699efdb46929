import { days } from '../../../world/clock.ts'
import { requirePrimary } from '../../multi-region-rules.ts'
import { operation } from '../../operation.ts'
import { putShared } from '../../related-keys.ts'
import { requireSymmetric } from '../../rotation-rules.ts'
import { integer, keyId, optional } from '../../shapes.ts'

const DEFAULT_PERIOD_DAYS = 365

/** Each call starts the period anew from now (F-206). */
export const enableKeyRotation = operation({
  name: 'EnableKeyRotation',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html',
  readOnly: false,
  input: { KeyId: keyId(), RotationPeriodInDays: optional(integer({ min: 90, max: 2560 })) },
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
  trail: { request: ['KeyId', 'RotationPeriodInDays'], response: [], keyArn: true },
  run({ input, key, draft, world }) {
    requireSymmetric(key)
    requirePrimary(key)
    const periodInDays = input.RotationPeriodInDays ?? DEFAULT_PERIOD_DAYS
    putShared(draft, { ...key, rotation: { periodInDays, nextDate: world.clock.now() + days(periodInDays) } })
    return {}
  },
})
