import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { keyId, tags } from '../../shapes.ts'
import { asTagMap } from '../../tag-rules.ts'

export const tagResource = operation({
  name: 'TagResource',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html',
  readOnly: false,
  input: { KeyId: keyId(), Tags: tags() },
  output: {},
  errors: [
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'NotFoundException',
    'TagException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'Tags'], response: [] },
  run({ input, key, draft }) {
    putKey(draft, { ...key, tags: asTagMap(input.Tags, key.tags) })
    return {}
  },
})
