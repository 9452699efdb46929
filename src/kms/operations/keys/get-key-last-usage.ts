import { lastUsage, trackedOperations } from '../../last-usage.ts'
import { operation } from '../../operation.ts'
import { keyId, oneOf, optional, structure, text, timestamp } from '../../shapes.ts'

/** Use is tracked from a key's creation here: its world has always had this feature (docs/fidelity.md). */
export const getKeyLastUsage = operation({
  name: 'GetKeyLastUsage',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html',
  readOnly: true,
  input: { KeyId: keyId() },
  output: {
    KeyId: optional(keyId()),
    KeyLastUsage: optional(
      structure({
        Operation: optional(oneOf(...trackedOperations)),
        Timestamp: optional(timestamp()),
        CloudTrailEventId: optional(text()),
        KmsRequestId: optional(text()),
      }),
    ),
    TrackingStartDate: optional(timestamp()),
    KeyCreationDate: optional(timestamp()),
  },
  errors: ['DependencyTimeoutException', 'InvalidArnException', 'KMSInternalException', 'NotFoundException'],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId'], response: [] },
  run({ key, draft }) {
    const usage = lastUsage(draft, key)
    return {
      KeyId: key.arn,
      // A key that was never used answers an empty object, not nothing.
      KeyLastUsage: usage
        ? {
            Operation: usage.operation,
            Timestamp: usage.at,
            CloudTrailEventId: usage.eventId,
            KmsRequestId: usage.requestId,
          }
        : {},
      TrackingStartDate: key.creationDate,
      KeyCreationDate: key.creationDate,
    }
  },
})
