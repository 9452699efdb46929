import { KmsError } from '../../errors.ts'
import { grantListEntry, principalId, servicePrincipal, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { limit, list, marker, optional } from '../../shapes.ts'

export const listRetirableGrants = operation({
  name: 'ListRetirableGrants',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html',
  readOnly: true,
  input: {
    Limit: limit(),
    Marker: marker(),
    RetiringPrincipal: optional(principalId()),
    RetiringServicePrincipal: optional(servicePrincipal()),
  },
  output: { Grants: optional(list(grantListEntry)), ...truncation },
  errors: [
    'DependencyTimeoutException',
    'InvalidArnException',
    'InvalidMarkerException',
    'KMSInternalException',
    'NotFoundException',
  ],
  trail: { request: ['RetiringPrincipal', 'RetiringServicePrincipal', 'Limit', 'Marker'], response: [] },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
