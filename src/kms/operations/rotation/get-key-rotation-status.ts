import { operation } from '../../operation.ts'
import { flag, integer, keyId, optional, timestamp } from '../../shapes.ts'

/** A key that waits for its deletion reports false; the setting comes back with CancelKeyDeletion (F-208). */
export const getKeyRotationStatus = operation({
  name: 'GetKeyRotationStatus',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html',
  readOnly: true,
  input: { KeyId: keyId() },
  output: {
    KeyRotationEnabled: optional(flag()),
    KeyId: optional(keyId()),
    RotationPeriodInDays: optional(integer({ min: 90, max: 2560 })),
    NextRotationDate: optional(timestamp()),
    OnDemandRotationStartDate: optional(timestamp()),
  },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId', crossAccount: true },
  origins: ['AWS_KMS', 'EXTERNAL'],
  trail: { request: ['KeyId'], response: [] },
  run({ key }) {
    const goes = key.deletionDate !== undefined || key.replicaDeletion !== undefined
    const rotation = goes ? undefined : key.rotation
    const { startedAt } = key.onDemand
    return {
      KeyRotationEnabled: rotation !== undefined,
      KeyId: key.arn,
      ...(rotation
        ? { RotationPeriodInDays: rotation.periodInDays, NextRotationDate: rotation.nextDate }
        : {}),
      ...(startedAt === undefined ? {} : { OnDemandRotationStartDate: startedAt }),
    }
  },
})
