import { existingGrant } from '../../grant-id.ts'
import { grantsTable } from '../../grant.ts'
import { grantId } from '../../members.ts'
import { operation } from '../../operation.ts'
import { flag, keyId, optional } from '../../shapes.ts'

export const revokeGrant = operation({
  name: 'RevokeGrant',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html',
  readOnly: false,
  input: { KeyId: keyId(), GrantId: grantId(), DryRun: optional(flag()) },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'DryRunOperationException',
    'InvalidArnException',
    'InvalidGrantIdException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId', crossAccount: true },
  trail: { request: ['KeyId', 'GrantId'], response: [] },
  run({ input, key, draft, endDryRun }) {
    const { id } = existingGrant(draft, key, input.GrantId)
    endDryRun()
    draft.remove(grantsTable(key), id)
    return {}
  },
})
