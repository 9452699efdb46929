import { KmsError } from '../../errors.ts'
import { describeGrant, grantsInRegion } from '../../grant.ts'
import { grantListEntry, principalId, servicePrincipal, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
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
  run({ input, caller, draft }) {
    const { RetiringPrincipal: principal, RetiringServicePrincipal: service } = input
    if ((principal === undefined) === (service === undefined))
      throw new KmsError(
        'ValidationException',
        'Specify either RetiringPrincipal or RetiringServicePrincipal.',
      )
    const chosen = grantsInRegion(draft, caller.region).filter(
      ({ retiringPrincipal, retiringServicePrincipal, keyArn }) =>
        principal === undefined
          ? // A service serves many accounts: what is listed is on the caller's own keys.
            retiringServicePrincipal === service && keyArn.split(':')[4] === caller.accountId
          : retiringPrincipal === principal && principal.split(':')[4] === caller.accountId,
    )
    const { shown, ...rest } = page(
      chosen.map((grant) => [grant.id, describeGrant(grant)] as const),
      input,
      50,
    )
    return { Grants: shown, ...rest }
  },
})
