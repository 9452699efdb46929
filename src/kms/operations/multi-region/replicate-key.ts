import { KmsError } from '../../errors.ts'
import { keyMetadata, policyText, regionName } from '../../members.ts'
import { operation } from '../../operation.ts'
import { flag, keyId, optional, tags, text } from '../../shapes.ts'

export const replicateKey = operation({
  name: 'ReplicateKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html',
  readOnly: false,
  input: {
    KeyId: keyId(),
    ReplicaRegion: regionName(),
    Policy: optional(policyText()),
    BypassPolicyLockoutSafetyCheck: optional(flag()),
    Description: optional(text({ min: 0, max: 8192 })),
    Tags: optional(tags()),
  },
  output: {
    ReplicaKeyMetadata: optional(keyMetadata),
    ReplicaPolicy: optional(policyText()),
    ReplicaTags: optional(tags()),
  },
  errors: [
    'AlreadyExistsException',
    'DisabledException',
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'NotFoundException',
    'TagException',
    'UnsupportedOperationException',
  ],
  key: { member: 'KeyId' },
  trail: {
    request: ['KeyId', 'ReplicaRegion', 'BypassPolicyLockoutSafetyCheck', 'Description', 'Tags'],
    response: ['ReplicaKeyMetadata'],
  },
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
