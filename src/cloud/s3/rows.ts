import type { Bytes } from '../../bytes/bytes.ts'
import type { TableReader } from '../../kms/tables.ts'
import type { Caller } from '../../kms/trail.ts'
import type { Instant } from '../../world/clock.ts'
import { ServiceError } from '../service.ts'

/** What is done to an object for which the request asks nothing. */
export interface BucketDefault {
  readonly algorithm: 'AES256' | 'aws:kms'
  /** As it was given: key id, ARN or alias, resolved at each use */
  readonly keyId?: string
  readonly bucketKey: boolean
}

export interface BucketRow {
  readonly name: string
  readonly accountId: string
  readonly region: string
  readonly creationDate: Instant
  readonly encryption: BucketDefault
}

/** How the body of an object lies in the store. */
export type ObjectEncryption =
  /** SSE-S3 in name only: the keys of it are out of every customer's sight, so nothing is simulated (docs/fidelity.md) */
  | { readonly algorithm: 'AES256' }
  | {
      readonly algorithm: 'aws:kms'
      readonly keyArn: string
      readonly context: Readonly<Record<string, string>>
      /** The data key, or the bucket key, as KMS gave it encrypted */
      readonly wrapped: Bytes
      readonly iv: Bytes
      /** With an S3 Bucket Key: which one, and the object's own key under it */
      readonly under?: { readonly bucketKeyId: string; readonly key: Bytes }
    }

export interface ObjectRow {
  readonly key: string
  readonly size: number
  readonly eTag: string
  readonly lastModified: Instant
  readonly contentType: string
  readonly metadata: Readonly<Record<string, string>>
  readonly encryption: ObjectEncryption
  /** Under SSE-KMS: AES-256-GCM ciphertext and tag */
  readonly body: Bytes
}

/** A bucket key that the store holds for a while, for one requester (F-906). */
export interface HeldKeyRow {
  readonly bucketKeyId: string
  readonly keyArn: string
  readonly requester: string
  /** How the request named the key: an alias may be asked for again */
  readonly named?: string
  readonly wrapped: Bytes
  /** The plaintext key, sealed as key material is, to keep it out of sight */
  readonly sealed: Bytes
  readonly until: Instant
}

/** Bucket names are unique in all accounts and Regions. */
export const BUCKETS = 's3-buckets'
export const OBJECTS = 's3-objects/'
export const objectsTable = (bucket: string) => OBJECTS + bucket
export const HELD = 's3-held-keys/'
export const heldTable = (bucket: string) => HELD + bucket
/** Row `sealing-key`: 32 bytes */
export const STORE = 's3-store'

export const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`
export const objectArn = (bucket: string, key: string) => `arn:aws:s3:::${bucket}/${key}`

/** @throws ServiceError when there is none, or when it is not the caller's: bucket policies are not simulated */
export function bucketOf(reader: TableReader, name: string, caller: Caller): BucketRow {
  const bucket = reader.get<BucketRow>(BUCKETS, name)
  if (!bucket) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404)
  if (bucket.accountId !== caller.accountId) throw new ServiceError('AccessDenied', 'Access Denied', 403)
  if (bucket.region !== caller.region)
    throw new ServiceError(
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
      301,
    )
  return bucket
}

export function objectOf(reader: TableReader, bucket: BucketRow, key: string): ObjectRow {
  const object = reader.get<ObjectRow>(objectsTable(bucket.name), key)
  if (!object) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404)
  return object
}
