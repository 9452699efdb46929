import { list, optional, structure, text, timestamp } from '../../../kms/shapes.ts'
import { serviceOperation } from '../../service.ts'
import { BUCKETS, type BucketRow } from '../rows.ts'

export const listBuckets = serviceOperation({
  service: 's3',
  name: 'ListBuckets',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html',
  readOnly: true,
  input: { Prefix: optional(text()), BucketRegion: optional(text()) },
  output: {
    Buckets: list(
      structure({
        Name: optional(text()),
        CreationDate: optional(timestamp()),
        BucketRegion: optional(text()),
      }),
    ),
    Owner: optional(structure({ ID: optional(text()) })),
  },
  needs: () => [{ action: 's3:ListAllMyBuckets' }],
  trail: { request: [], response: [] },
  run({ input, caller, tables }) {
    const own = Array.from(tables.rows<BucketRow>(BUCKETS), ([, bucket]) => bucket).filter(
      ({ accountId, name, region }) =>
        accountId === caller.accountId &&
        name.startsWith(input.Prefix ?? '') &&
        (input.BucketRegion ?? region) === region,
    )
    return {
      Buckets: own
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, creationDate, region }) => ({
          Name: name,
          CreationDate: creationDate,
          BucketRegion: region,
        })),
      Owner: { ID: caller.accountId },
    }
  },
})
