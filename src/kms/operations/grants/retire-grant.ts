import { KmsError } from '../../errors.ts'
import { existingGrant } from '../../grant-id.ts'
import { grantsTable } from '../../grant.ts'
import { grantOfToken } from '../../grant-token.ts'
import { grantId, grantToken } from '../../members.ts'
import { operation } from '../../operation.ts'
import { flag, keyId, optional } from '../../shapes.ts'

export const retireGrant = operation({
  name: 'RetireGrant',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html',
  readOnly: false,
  input: {
    GrantToken: optional(grantToken()),
    KeyId: optional(keyId()),
    GrantId: optional(grantId()),
    DryRun: optional(flag()),
  },
  output: {},
  errors: [
    'DependencyTimeoutException',
    'DryRunOperationException',
    'InvalidArnException',
    'InvalidGrantIdException',
    'InvalidGrantTokenException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId', crossAccount: true },
  asksLater: true,
  trail: { request: [], response: [] },
  run({ input, draft, keyIfNamed, authorize, touch, note, endDryRun }) {
    const { GrantToken: token, GrantId: id } = input
    const named = keyIfNamed()
    const byToken = token !== undefined && named === undefined && id === undefined
    if (!byToken && (token !== undefined || !named || id === undefined))
      throw new KmsError(
        'ValidationException',
        'Specify either a grant token, or a grant ID and the key ARN.',
      )
    const { grant, key } = byToken
      ? grantOfToken(draft, token)
      : {
          grant: existingGrant(draft, named as NonNullable<typeof named>, id as string),
          key: named as NonNullable<typeof named>,
        }
    if (byToken) touch(key)
    note({ grantId: grant.id })
    authorize('RetireGrant', { key, grant })
    endDryRun()
    draft.remove(grantsTable(key), grant.id)
    return {}
  },
})
