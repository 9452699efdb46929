import { flag, list, optional, structure, text } from '../../../kms/shapes.ts'
import { ServiceError, serviceOperation } from '../../service.ts'
import { noManagedKey } from '../envelope.ts'
import { algorithmEnum, bucketName } from '../members.ts'
import { bucketArn, bucketOf, BUCKETS, type BucketRow } from '../rows.ts'

const configuration = structure({
  Rules: list(
    structure({
      ApplyServerSideEncryptionByDefault: optional(
        structure({ SSEAlgorithm: algorithmEnum, KMSMasterKeyID: optional(text({ min: 1, max: 2048 })) }),
      ),
      BucketKeyEnabled: optional(flag()),
    }),
  ),
})

/** The key is not looked up: a name that leads nowhere is found out at the first object. */
export const putBucketEncryption = serviceOperation({
  service: 's3',
  name: 'PutBucketEncryption',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html',
  readOnly: false,
  input: { Bucket: bucketName(), ServerSideEncryptionConfiguration: configuration },
  output: {},
  needs: ({ Bucket }) => [{ action: 's3:PutEncryptionConfiguration', resource: bucketArn(Bucket) }],
  trail: { request: ['Bucket', 'ServerSideEncryptionConfiguration'], response: [] },
  run({ input, caller, draft }) {
    const bucket = bucketOf(draft, input.Bucket, caller)
    const [rule, ...more] = input.ServerSideEncryptionConfiguration.Rules
    const { SSEAlgorithm: algorithm, KMSMasterKeyID: keyId } = rule?.ApplyServerSideEncryptionByDefault ?? {}
    if (!algorithm || more.length > 0)
      throw new ServiceError(
        'MalformedXML',
        'The XML you provided was not well-formed or did not validate against our published schema',
      )
    if (algorithm === 'AES256' && keyId !== undefined)
      throw new ServiceError(
        'InvalidArgument',
        'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      )
    if (algorithm === 'aws:kms' && keyId === undefined) throw noManagedKey()
    const encryption = {
      algorithm,
      ...(keyId === undefined ? {} : { keyId }),
      bucketKey: rule?.BucketKeyEnabled ?? false,
    }
    draft.put(BUCKETS, bucket.name, { ...bucket, encryption } satisfies BucketRow)
    return {}
  },
})

export const getBucketEncryption = serviceOperation({
  service: 's3',
  name: 'GetBucketEncryption',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html',
  readOnly: true,
  input: { Bucket: bucketName() },
  output: { ServerSideEncryptionConfiguration: configuration },
  needs: ({ Bucket }) => [{ action: 's3:GetEncryptionConfiguration', resource: bucketArn(Bucket) }],
  trail: { request: ['Bucket'], response: [] },
  run({ input, caller, draft }) {
    const { algorithm, keyId, bucketKey } = bucketOf(draft, input.Bucket, caller).encryption
    return {
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: {
              SSEAlgorithm: algorithm,
              ...(keyId === undefined ? {} : { KMSMasterKeyID: keyId }),
            },
            BucketKeyEnabled: bucketKey,
          },
        ],
      },
    }
  },
})
