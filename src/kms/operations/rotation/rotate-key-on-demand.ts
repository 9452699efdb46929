import { minutes } from '../../../world/clock.ts'
import { KmsError } from '../../errors.ts'
import { pendingMaterial } from '../../key.ts'
import { requirePrimary } from '../../multi-region-rules.ts'
import { operation } from '../../operation.ts'
import { putShared } from '../../related-keys.ts'
import { requireSymmetric } from '../../rotation-rules.ts'
import { keyId, optional } from '../../shapes.ts'

/** F-211. */
const TOO_CLOSE = minutes(20)

/** Starts the rotation; settled time ends it a few virtual seconds later (SIM-4). */
export const rotateKeyOnDemand = operation({
  name: 'RotateKeyOnDemand',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html',
  readOnly: false,
  input: { KeyId: keyId() },
  output: { KeyId: optional(keyId()) },
  errors: [
    'ConflictException',
    'DependencyTimeoutException',
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  origins: ['AWS_KMS', 'EXTERNAL'],
  trail: { request: ['KeyId'], response: ['KeyId'] },
  run({ key, draft, world, limits }) {
    requireSymmetric(key)
    requirePrimary(key)
    const now = world.clock.now()
    if (key.onDemand.startedAt !== undefined || (key.rotation && key.rotation.nextDate - now < TOO_CLOSE))
      throw new KmsError('ConflictException')
    if (key.onDemand.count >= limits.onDemandRotations) {
      throw new KmsError(
        'LimitExceededException',
        `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${key.arn}`,
      )
    }
    if (key.origin === 'EXTERNAL' && pendingMaterial(key)?.state !== 'PENDING_ROTATION')
      throw new KmsError(
        'KMSInvalidStateException',
        `No available key material pending rotation for the key: ${key.arn}.`,
      )
    putShared(draft, { ...key, onDemand: { count: key.onDemand.count + 1, startedAt: now } })
    return { KeyId: key.arn }
  },
})
