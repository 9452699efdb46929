import { decodeBase64, encodeBase64 } from '../../../bytes/base64.ts'
import { encodeHex } from '../../../bytes/hex.ts'
import { decodeUtf8, encodeUtf8 } from '../../../bytes/utf8.ts'
import { flag, integer, list, optional, structure, text, timestamp } from '../../../kms/shapes.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { bucketName } from '../members.ts'
import { bucketArn, bucketOf, objectsTable, type ObjectRow } from '../rows.ts'

const MAX_KEYS = 1000

export const listObjectsV2 = serviceOperation({
  service: 's3',
  name: 'ListObjectsV2',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html',
  readOnly: true,
  input: {
    Bucket: bucketName(),
    Delimiter: optional(text({ max: 1024 })),
    MaxKeys: optional(integer({ min: 0 })),
    Prefix: optional(text({ max: 1024 })),
    ContinuationToken: optional(text({ max: 4096 })),
    StartAfter: optional(text({ max: 1024 })),
  },
  output: {
    IsTruncated: optional(flag()),
    Contents: optional(
      list(
        structure({
          Key: optional(text()),
          LastModified: optional(timestamp()),
          ETag: optional(text()),
          Size: optional(integer()),
          StorageClass: optional(text()),
        }),
      ),
    ),
    Name: optional(text()),
    Prefix: optional(text()),
    Delimiter: optional(text()),
    MaxKeys: optional(integer()),
    CommonPrefixes: optional(list(structure({ Prefix: optional(text()) }))),
    KeyCount: optional(integer()),
    NextContinuationToken: optional(text()),
  },
  needs: ({ Bucket }) => [{ action: 's3:ListBucket', resource: bucketArn(Bucket) }],
  run({ input, caller, draft }) {
    const { name } = bucketOf(draft, input.Bucket, caller)
    const { Prefix = '', Delimiter, ContinuationToken } = input
    const after = ContinuationToken === undefined ? input.StartAfter : placeOf(ContinuationToken)
    const all = entriesOf(draft.rows<ObjectRow>(objectsTable(name)), Prefix, Delimiter)
    const rest = after === undefined ? all : all.filter((entry) => inOrder(after, entry.name) < 0)
    const most = Math.min(input.MaxKeys ?? MAX_KEYS, MAX_KEYS)
    const shown = rest.slice(0, most)
    const last = shown.at(-1)
    const truncated = last !== undefined && rest.length > shown.length
    const prefixes = shown.filter(({ object }) => !object)
    return {
      Name: name,
      Prefix,
      ...(Delimiter === undefined ? {} : { Delimiter }),
      MaxKeys: most,
      KeyCount: shown.length,
      IsTruncated: truncated,
      ...(truncated ? { NextContinuationToken: encodeBase64(encodeUtf8(last.name)) } : {}),
      Contents: shown.flatMap(({ object }) =>
        object
          ? [
              {
                Key: object.key,
                LastModified: object.lastModified,
                ETag: object.eTag,
                Size: object.size,
                StorageClass: 'STANDARD',
              },
            ]
          : [],
      ),
      ...(prefixes.length > 0 ? { CommonPrefixes: prefixes.map((entry) => ({ Prefix: entry.name })) } : {}),
    }
  },
})

interface Entry {
  /** The key, or the common prefix that stands for several */
  readonly name: string
  readonly object?: ObjectRow
}

function entriesOf(
  rows: Iterable<readonly [string, ObjectRow]>,
  prefix: string,
  delimiter: string | undefined,
): Entry[] {
  const entries = new Map<string, Entry>()
  for (const [key, object] of rows) {
    if (!key.startsWith(prefix)) continue
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1
    const name = end < 0 ? key : key.slice(0, end + (delimiter as string).length)
    entries.set(name, end < 0 ? { name, object } : { name })
  }
  return [...entries.values()].sort((a, b) => inOrder(a.name, b.name))
}

/** S3 orders keys by their UTF-8 bytes. */
function inOrder(a: string, b: string): number {
  const [first, second] = [encodeHex(encodeUtf8(a)), encodeHex(encodeUtf8(b))]
  return first < second ? -1 : first > second ? 1 : 0
}

function placeOf(token: string): string {
  try {
    return decodeUtf8(decodeBase64(token))
  } catch {
    throw new ServiceError('InvalidArgument', 'The continuation token provided is incorrect')
  }
}
