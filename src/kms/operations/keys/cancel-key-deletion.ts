import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { keyId, optional } from '../../shapes.ts'

/** The key comes back Disabled; one whose material is missing comes back PendingImport (F-419). */
export const cancelKeyDeletion = operation({
  name: 'CancelKeyDeletion',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html',
  readOnly: false,
  input: { KeyId: keyId() },
  output: { KeyId: optional(keyId()) },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId'], response: ['KeyId'] },
  run({ key, draft }) {
    const { deletionDate: _cancelled, replicaDeletion: _waiting, ...kept } = key
    putKey(draft, { ...kept, disabled: true })
    return { KeyId: key.arn }
  },
})
