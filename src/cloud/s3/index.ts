import type { ServiceOperation } from '../service.ts'
import { getBucketEncryption, putBucketEncryption } from './operations/bucket-encryption.ts'
import { copyObject } from './operations/copy-object.ts'
import { createBucket } from './operations/create-bucket.ts'
import { deleteBucket } from './operations/delete-bucket.ts'
import { deleteObject } from './operations/delete-object.ts'
import { getObject } from './operations/get-object.ts'
import { headObject } from './operations/head-object.ts'
import { listBuckets } from './operations/list-buckets.ts'
import { listObjectsV2 } from './operations/list-objects-v2.ts'
import { putObject } from './operations/put-object.ts'

/** A store in S3's words: the operations a lab about keys needs, not S3's REST protocol (docs/fidelity.md). */
export const s3Operations: readonly ServiceOperation[] = [
  createBucket,
  deleteBucket,
  listBuckets,
  putBucketEncryption,
  getBucketEncryption,
  putObject,
  getObject,
  headObject,
  deleteObject,
  copyObject,
  listObjectsV2,
]
