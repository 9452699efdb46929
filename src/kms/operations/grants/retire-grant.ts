import { KmsError } from '../../errors.ts'
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
  trail: { request: ['KeyId', 'GrantId'], response: [] },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
