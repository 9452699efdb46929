import { oneOf, optional, stringMap, structure, text, timestamp } from '../../../kms/shapes.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { openBody } from '../envelope.ts'
import { bucketName, objectKey, shownEncryption, wantedEncryption } from '../members.ts'
import { putRow, shownEncryptionOf } from '../put-row.ts'
import { bucketOf, objectArn, objectOf } from '../rows.ts'

/**
 * Reads an object and writes it anew: the way to bring what is stored under another key. The copy is encrypted as the
 * request or the target bucket says, not as the source was.
 */
export const copyObject = serviceOperation({
  service: 's3',
  name: 'CopyObject',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html',
  readOnly: false,
  input: {
    Bucket: bucketName(),
    ContentType: optional(text({ max: 256 })),
    CopySource: text({ min: 3, max: 2048 }),
    Key: objectKey(),
    Metadata: optional(stringMap()),
    MetadataDirective: optional(oneOf('COPY', 'REPLACE')),
    ...wantedEncryption,
  },
  output: {
    CopyObjectResult: optional(structure({ ETag: optional(text()), LastModified: optional(timestamp()) })),
    ...shownEncryption,
  },
  needs: ({ Bucket, Key, CopySource }) => {
    const from = sourceOf(CopySource)
    return [
      { action: 's3:GetObject', resource: objectArn(from.bucket, from.key) },
      { action: 's3:PutObject', resource: objectArn(Bucket, Key) },
    ]
  },
  async run(context) {
    const { input, caller, draft } = context
    const from = sourceOf(input.CopySource)
    const bucket = bucketOf(draft, input.Bucket, caller)
    const sourceBucket = bucketOf(draft, from.bucket, caller)
    const source = objectOf(draft, sourceBucket, from.key)
    const replace = input.MetadataDirective === 'REPLACE'
    const same = from.bucket === input.Bucket && from.key === input.Key
    if (same && !replace && input.ServerSideEncryption === undefined)
      throw new ServiceError(
        'InvalidRequest',
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
      )
    const kept = {
      key: input.Key,
      contentType: (replace && input.ContentType) || source.contentType,
      metadata: replace ? { ...input.Metadata } : source.metadata,
    }
    const plain = await openBody(context, sourceBucket, source)
    const row = await putRow(context, bucket, kept, plain, input)
    return {
      CopyObjectResult: { ETag: row.eTag, LastModified: row.lastModified },
      ...shownEncryptionOf(row),
    }
  },
})

/** `bucket/key`, URL-encoded as in the header. */
function sourceOf(text: string): { readonly bucket: string; readonly key: string } {
  try {
    const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decodeURIComponent(text)) ?? []
    if (bucket && key) return { bucket, key }
  } catch {
    // A stray % is no encoding.
  }
  throw new ServiceError('InvalidArgument', 'Invalid copy source object key')
}
