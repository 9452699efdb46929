import { ServiceError, serviceOperation } from '../../service.ts'
import { bucketName } from '../members.ts'
import { bucketArn, bucketOf, BUCKETS, heldTable, objectsTable } from '../rows.ts'

export const deleteBucket = serviceOperation({
  service: 's3',
  name: 'DeleteBucket',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html',
  readOnly: false,
  input: { Bucket: bucketName() },
  output: {},
  needs: ({ Bucket }) => [{ action: 's3:DeleteBucket', resource: bucketArn(Bucket) }],
  trail: { request: ['Bucket'], response: [] },
  run({ input, caller, draft }) {
    const { name } = bucketOf(draft, input.Bucket, caller)
    if (!draft.rows(objectsTable(name)).next().done)
      throw new ServiceError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409)
    for (const [id] of draft.rows(heldTable(name))) draft.remove(heldTable(name), id)
    draft.remove(BUCKETS, name)
    return {}
  },
})
