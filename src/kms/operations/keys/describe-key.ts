import { describe } from '../../key-metadata.ts'
import { keyMetadata } from '../../members.ts'
import { operation } from '../../operation.ts'
import { grantTokens, keyId, optional } from '../../shapes.ts'

export const describeKey = operation({
  name: 'DescribeKey',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html',
  readOnly: true,
  input: { KeyId: keyId(), GrantTokens: grantTokens() },
  output: { KeyMetadata: optional(keyMetadata) },
  errors: ['DependencyTimeoutException', 'InvalidArnException', 'KMSInternalException', 'NotFoundException'],
  key: { member: 'KeyId', aliases: true, crossAccount: true },
  trail: { request: ['KeyId'], response: [] },
  run: ({ key, draft }) => ({ KeyMetadata: describe(key, draft) }),
})
