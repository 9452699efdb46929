import { requireGrantId } from '../../grant-id.ts'
import { describeGrant, grantsOf } from '../../grant.ts'
import { grantId, grantListEntry, principalId, servicePrincipal, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
import { keyId, limit, list, marker, optional } from '../../shapes.ts'

export const listGrants = operation({
  name: 'ListGrants',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html',
  readOnly: true,
  input: {
    Limit: limit(),
    Marker: marker(),
    KeyId: keyId(),
    GrantId: optional(grantId()),
    GranteePrincipal: optional(principalId()),
    GranteeServicePrincipal: optional(servicePrincipal()),
  },
  output: { Grants: optional(list(grantListEntry)), ...truncation },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'InvalidGrantIdException',
    'InvalidMarkerException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
  ],
  key: { member: 'KeyId', crossAccount: true },
  trail: {
    request: ['KeyId', 'GrantId', 'GranteePrincipal', 'GranteeServicePrincipal', 'Limit', 'Marker'],
    response: [],
  },
  run({ input, key, draft }) {
    const { GrantId, GranteePrincipal, GranteeServicePrincipal } = input
    if (GrantId !== undefined) requireGrantId(GrantId)
    const chosen = grantsOf(draft, key).filter(
      ({ id, granteePrincipal, granteeServicePrincipal }) =>
        (GrantId ?? id) === id &&
        (GranteePrincipal ?? granteePrincipal) === granteePrincipal &&
        (GranteeServicePrincipal ?? granteeServicePrincipal) === granteeServicePrincipal,
    )
    const { shown, ...rest } = page(
      chosen.map((grant) => [grant.id, describeGrant(grant)] as const),
      input,
      50,
    )
    return { Grants: shown, ...rest }
  },
})
