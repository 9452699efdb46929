import { serviceOperation } from '../../service.ts'
import { bucketName, objectHead, objectKey } from '../members.ts'
import { headOf } from '../put-row.ts'
import { bucketOf, objectArn, objectOf } from '../rows.ts'

/** What is known of an object without its content; KMS is not asked. */
export const headObject = serviceOperation({
  service: 's3',
  name: 'HeadObject',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html',
  readOnly: true,
  input: { Bucket: bucketName(), Key: objectKey() },
  output: objectHead,
  needs: ({ Bucket, Key }) => [{ action: 's3:GetObject', resource: objectArn(Bucket, Key) }],
  run: ({ input, caller, draft }) =>
    headOf(objectOf(draft, bucketOf(draft, input.Bucket, caller), input.Key)),
})
