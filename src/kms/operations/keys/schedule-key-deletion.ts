import { days } from '../../../world/clock.ts'
import { KmsError } from '../../errors.ts'
import { isPrimary, keyState } from '../../key.ts'
import { keyStateEnum } from '../../members.ts'
import { replicasOf } from '../../multi-region-rules.ts'
import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { integer, keyId, optional, timestamp } from '../../shapes.ts'

/** The model's range is 1 to 365; the service takes 7 to 30 (F-215). */
const SHORTEST_DAYS = 7
const LONGEST_DAYS = 30

export const scheduleKeyDeletion = operation({
  name: 'ScheduleKeyDeletion',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html',
  readOnly: false,
  input: { KeyId: keyId(), PendingWindowInDays: optional(integer({ min: 1, max: 365 })) },
  output: {
    KeyId: optional(keyId()),
    DeletionDate: optional(timestamp()),
    KeyState: optional(keyStateEnum),
    PendingWindowInDays: optional(integer({ min: 1, max: 365 })),
  },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'PendingWindowInDays'], response: ['KeyId', 'KeyState', 'DeletionDate'] },
  run({ input, key, draft, world }) {
    const window = input.PendingWindowInDays ?? LONGEST_DAYS
    if (window < SHORTEST_DAYS || window > LONGEST_DAYS)
      throw new KmsError(
        'ValidationException',
        `PendingWindowInDays must be between ${SHORTEST_DAYS} and ${LONGEST_DAYS} days.`,
      )
    if (key.multiRegion && isPrimary(key) && replicasOf(draft, key).length > 0) {
      const waiting = { ...key, replicaDeletion: { windowInDays: window } }
      putKey(draft, waiting)
      return { KeyId: key.arn, KeyState: keyState(waiting), PendingWindowInDays: window }
    }
    const pending = { ...key, deletionDate: world.clock.now() + days(window) }
    putKey(draft, pending)
    return {
      KeyId: key.arn,
      DeletionDate: pending.deletionDate,
      KeyState: keyState(pending),
      PendingWindowInDays: window,
    }
  },
})
