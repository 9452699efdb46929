import { optional, stringMap, text } from '../../../kms/shapes.ts'
import { serviceOperation } from '../../service.ts'
import { body, bucketName, objectKey, shownEncryption, wantedEncryption } from '../members.ts'
import { putRow, shownEncryptionOf } from '../put-row.ts'
import { bucketOf, objectArn } from '../rows.ts'

export const putObject = serviceOperation({
  service: 's3',
  name: 'PutObject',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
  readOnly: false,
  input: {
    Body: optional(body()),
    Bucket: bucketName(),
    ContentType: optional(text({ max: 256 })),
    Key: objectKey(),
    Metadata: optional(stringMap()),
    ...wantedEncryption,
  },
  output: { ETag: optional(text()), ...shownEncryption },
  needs: ({ Bucket, Key }) => [{ action: 's3:PutObject', resource: objectArn(Bucket, Key) }],
  async run(context) {
    const { input, caller, draft } = context
    const bucket = bucketOf(draft, input.Bucket, caller)
    const object = {
      key: input.Key,
      contentType: input.ContentType ?? 'binary/octet-stream',
      metadata: { ...input.Metadata },
    }
    const row = await putRow(context, bucket, object, input.Body ?? new Uint8Array(0), input)
    return { ETag: row.eTag, ...shownEncryptionOf(row) }
  },
})
