import { truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
import { keyId, limit, marker, optional, tags } from '../../shapes.ts'

export const listResourceTags = operation({
  name: 'ListResourceTags',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html',
  readOnly: true,
  input: { KeyId: keyId(), Limit: limit(), Marker: marker() },
  output: { Tags: optional(tags()), ...truncation },
  errors: ['InvalidArnException', 'InvalidMarkerException', 'KMSInternalException', 'NotFoundException'],
  key: { member: 'KeyId' },
  trail: { request: ['KeyId', 'Limit', 'Marker'], response: [] },
  run({ input, key }) {
    const { shown, ...rest } = page(
      Object.entries(key.tags).map(([name, value]) => [name, { TagKey: name, TagValue: value }] as const),
      input,
      50,
    )
    return { Tags: shown, ...rest }
  },
})
