import { serviceOperation } from '../../service.ts'
import { bucketName, objectKey } from '../members.ts'
import { bucketOf, objectArn, objectsTable } from '../rows.ts'

/** There are no versions here: what is deleted is gone. A key that is not there is no error. */
export const deleteObject = serviceOperation({
  service: 's3',
  name: 'DeleteObject',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html',
  readOnly: false,
  input: { Bucket: bucketName(), Key: objectKey() },
  output: {},
  needs: ({ Bucket, Key }) => [{ action: 's3:DeleteObject', resource: objectArn(Bucket, Key) }],
  run({ input, caller, draft }) {
    const { name } = bucketOf(draft, input.Bucket, caller)
    draft.remove(objectsTable(name), input.Key)
    return {}
  },
})
