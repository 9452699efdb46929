import { KmsError } from './errors.ts'

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html (at most 50 tags on a key) */
const MOST_TAGS = 50

export type Tag = { readonly TagKey: string; readonly TagValue: string }
/** Tag keys may be any text, `__proto__` included: the map has no prototype. */
export type TagMap = Readonly<Record<string, string>>

/** @throws KmsError TagException with the texts of F-631 */
export function asTagMap(tags: readonly Tag[], onto: TagMap = {}): TagMap {
  const given = new Set<string>()
  const map = Object.assign(Object.create(null) as Record<string, string>, onto)
  for (const { TagKey, TagValue } of tags) {
    if (given.has(TagKey)) throw new KmsError('TagException', 'Duplicate tag keys')
    if (TagKey.toLowerCase().startsWith('aws:'))
      throw new KmsError('TagException', 'Tags beginning with aws: are reserved')
    given.add(TagKey)
    map[TagKey] = TagValue
  }
  if (Object.keys(map).length > MOST_TAGS) throw new KmsError('TagException', 'Too many tags')
  return map
}
