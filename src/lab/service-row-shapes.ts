import { BUCKETS, HELD, OBJECTS, STORE } from '../cloud/s3/rows.ts'
import type { BucketDefault, BucketRow, HeldKeyRow, ObjectRow } from '../cloud/s3/rows.ts'
import {
  bytes,
  count,
  flag,
  instant,
  mapOf,
  maybe,
  oneOf,
  record,
  startingWith,
  text,
  type Check,
} from './value-checks.ts'

const bucket = record({
  name: text,
  accountId: text,
  region: text,
  creationDate: instant,
  encryption: record({
    algorithm: oneOf('AES256', 'aws:kms'),
    keyId: maybe(text),
    bucketKey: flag,
  } satisfies Record<keyof BucketDefault, Check>),
} satisfies Record<keyof BucketRow, Check>)

const plainObject = record({ algorithm: oneOf('AES256') })
const kmsObject = record({
  algorithm: oneOf('aws:kms'),
  keyArn: text,
  context: mapOf(text),
  wrapped: bytes,
  iv: bytes,
  under: maybe(record({ bucketKeyId: text, key: bytes })),
})
const object = record({
  key: text,
  size: count,
  eTag: text,
  lastModified: instant,
  contentType: text,
  metadata: mapOf(text),
  encryption: (value) => plainObject(value) || kmsObject(value),
  body: bytes,
} satisfies Record<keyof ObjectRow, Check>)

const heldKey = record({
  bucketKeyId: text,
  keyArn: text,
  requester: text,
  named: maybe(text),
  wrapped: bytes,
  sealed: bytes,
  until: instant,
} satisfies Record<keyof HeldKeyRow, Check>)

/** What stands beside KMS. */
export const serviceShapes: readonly (readonly [table: string | RegExp, check: Check])[] = [
  [BUCKETS, bucket],
  [startingWith(OBJECTS), object],
  [startingWith(HELD), heldKey],
  [STORE, (value) => bytes(value) && (value as Uint8Array).length === 32],
]
