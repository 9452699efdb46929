import { optional, oneOf, structure, text } from '../../../kms/shapes.ts'
import { isCommercialRegion } from '../../../kms/regions.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { bucketName } from '../members.ts'
import { bucketArn, BUCKETS, type BucketRow } from '../rows.ts'

export const createBucket = serviceOperation({
  service: 's3',
  name: 'CreateBucket',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html',
  readOnly: false,
  input: {
    ACL: optional(oneOf('private')),
    Bucket: bucketName(),
    CreateBucketConfiguration: optional(structure({ LocationConstraint: optional(text()) })),
  },
  output: { Location: optional(text()) },
  needs: ({ Bucket }) => [{ action: 's3:CreateBucket', resource: bucketArn(Bucket) }],
  trail: { request: ['Bucket', 'CreateBucketConfiguration'], response: [] },
  run({ input, caller, draft, world }) {
    const { Bucket: name } = input
    requireName(name)
    const region = input.CreateBucketConfiguration?.LocationConstraint ?? caller.region
    if (!isCommercialRegion(region))
      throw new ServiceError('InvalidLocationConstraint', 'The specified location-constraint is not valid')
    const taken = draft.get<BucketRow>(BUCKETS, name)
    if (taken?.accountId === caller.accountId)
      throw new ServiceError(
        'BucketAlreadyOwnedByYou',
        'Your previous request to create the named bucket succeeded and you already own it.',
        409,
      )
    if (taken)
      throw new ServiceError(
        'BucketAlreadyExists',
        'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
        409,
      )
    const { accountId } = caller
    const bucket: BucketRow = {
      name,
      accountId,
      region,
      creationDate: world.clock.now(),
      encryption: { algorithm: 'AES256', bucketKey: false },
    }
    draft.put(BUCKETS, name, bucket)
    return { Location: `/${name}` }
  },
})

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function requireName(name: string): void {
  const sound =
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !/\.\.|^\d+\.\d+\.\d+\.\d+$|^xn--/.test(name)
  if (!sound) throw new ServiceError('InvalidBucketName', 'The specified bucket is not valid.')
}
