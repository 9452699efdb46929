import { KmsError } from '../../errors.ts'
import {
  grantConstraints,
  grantId,
  grantName,
  grantOperationEnum,
  grantToken,
  principalId,
  servicePrincipal,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { flag, grantTokens, keyId, list, optional } from '../../shapes.ts'

export const createGrant = operation({
  name: 'CreateGrant',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html',
  readOnly: false,
  input: {
    KeyId: keyId(),
    GranteePrincipal: optional(principalId()),
    RetiringPrincipal: optional(principalId()),
    Operations: list(grantOperationEnum),
    Constraints: optional(grantConstraints),
    GrantTokens: grantTokens(),
    Name: optional(grantName()),
    DryRun: optional(flag()),
    GranteeServicePrincipal: optional(servicePrincipal()),
    RetiringServicePrincipal: optional(servicePrincipal()),
  },
  output: { GrantToken: optional(grantToken()), GrantId: optional(grantId()) },
  errors: [
    'DependencyTimeoutException',
    'DisabledException',
    'DryRunOperationException',
    'InvalidArnException',
    'InvalidGrantTokenException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
  ],
  key: { member: 'KeyId', crossAccount: true },
  trail: {
    request: [
      'KeyId',
      'Constraints',
      'Operations',
      'GranteePrincipal',
      'RetiringPrincipal',
      'GranteeServicePrincipal',
      'RetiringServicePrincipal',
      'Name',
    ],
    response: ['GrantId'],
  },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
