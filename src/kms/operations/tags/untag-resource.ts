import { operation } from '../../operation.ts'
import { putKey } from '../../put-key.ts'
import { keyId, list, text } from '../../shapes.ts'
import { asTagMap } from '../../tag-rules.ts'

export const untagResource = operation({
  name: 'UntagResource',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html',
  readOnly: false,
  input: { KeyId: keyId(), TagKeys: list(text({ min: 1, max: 128 })) },
  output: {},
  errors: [
    'InvalidArnException',
    'KMSInternalException',
    'KMSInvalidStateException',
    'NotFoundException',
    'TagException',
  ],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'TagKeys'], response: [] },
  run({ input, key, draft }) {
    const kept = Object.entries(key.tags).filter(([name]) => !input.TagKeys.includes(name))
    putKey(draft, { ...key, tags: asTagMap(kept.map(([TagKey, TagValue]) => ({ TagKey, TagValue }))) })
    return {}
  },
})
