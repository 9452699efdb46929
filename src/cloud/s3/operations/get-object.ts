import { optional } from '../../../kms/shapes.ts'
import { serviceOperation } from '../../service.ts'
import { openBody } from '../envelope.ts'
import { body, bucketName, objectHead, objectKey } from '../members.ts'
import { headOf } from '../put-row.ts'
import { bucketOf, objectArn, objectOf } from '../rows.ts'

export const getObject = serviceOperation({
  service: 's3',
  name: 'GetObject',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
  readOnly: true,
  input: { Bucket: bucketName(), Key: objectKey() },
  output: { Body: optional(body()), ...objectHead },
  needs: ({ Bucket, Key }) => [{ action: 's3:GetObject', resource: objectArn(Bucket, Key) }],
  async run(context) {
    const { input, caller, draft } = context
    const bucket = bucketOf(draft, input.Bucket, caller)
    const object = objectOf(draft, bucket, input.Key)
    return { Body: await openBody(context, bucket, object), ...headOf(object) }
  },
})
