import { KmsError } from '../../errors.ts'
import { grantId, grantListEntry, principalId, servicePrincipal, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
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
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
