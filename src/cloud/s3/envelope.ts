import { decodeBase64 } from '../../bytes/base64.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { CryptoRefusal } from '../../crypto/provider.ts'
import { ServiceError } from '../service.ts'
import { askKms, type Store } from './ask-kms.ts'
import { bucketKeyFor, bucketKeyOf, freshObjectKey, openObjectKey } from './bucket-key.ts'
import { bucketArn, objectArn, type BucketRow, type ObjectEncryption, type ObjectRow } from './rows.ts'

export interface Wanted {
  readonly ServerSideEncryption?: 'AES256' | 'aws:kms'
  readonly SSEKMSKeyId?: string
  readonly SSEKMSEncryptionContext?: string
  readonly BucketKeyEnabled?: boolean
}

/**
 * Encrypts a body as the request or the bucket wants it: a data key for each object from KMS, or one key for the
 * bucket from which the store makes them (F-904 to F-906). Real AES-256-GCM either way.
 */
export async function sealBody(
  store: Store,
  bucket: BucketRow,
  key: string,
  body: Bytes,
  wanted: Wanted,
): Promise<{ readonly encryption: ObjectEncryption; readonly body: Bytes }> {
  const { algorithm, keyId, bucketKey } = encryptionFor(bucket, wanted)
  if (algorithm === 'AES256') return { encryption: { algorithm }, body }
  if (keyId === undefined) throw noManagedKey()

  const iv = store.world.entropy.bytes(12)
  const seal = async (plain: Bytes) =>
    (await store.crypto.aesGcm(plain)).seal(iv, encodeUtf8(objectArn(bucket.name, key)), body)
  if (bucketKey) {
    if (wanted.SSEKMSEncryptionContext !== undefined)
      throw new ServiceError('InvalidArgument', 'A context of your own does not go with an S3 Bucket Key')
    const held = await bucketKeyFor(store, bucket, keyId)
    const own = freshObjectKey(store, held)
    const { keyArn, wrapped, bucketKeyId } = held
    const context = { 'aws:s3:arn': bucketArn(bucket.name) }
    const under = { bucketKeyId, key: own.wrapped }
    return { encryption: { algorithm, keyArn, context, wrapped, iv, under }, body: await seal(own.plain) }
  }
  const context = { ...contextOf(wanted), 'aws:s3:arn': objectArn(bucket.name, key) }
  const made = await askKms(store, bucket, 'GenerateDataKey', {
    KeyId: keyId,
    KeySpec: 'AES_256',
    EncryptionContext: context,
  })
  return {
    encryption: {
      algorithm,
      keyArn: made.KeyId as string,
      context,
      wrapped: made.CiphertextBlob as Bytes,
      iv,
    },
    body: await seal(made.Plaintext as Bytes),
  }
}

/** The body as it was put. Asks KMS, unless the store still holds the bucket key for this requester. */
export async function openBody(store: Store, bucket: BucketRow, object: ObjectRow): Promise<Bytes> {
  const { encryption, body } = object
  if (encryption.algorithm === 'AES256') return body
  const plain = encryption.under
    ? openObjectKey(await bucketKeyOf(store, bucket, encryption), encryption.under.key)
    : ((
        await askKms(store, bucket, 'Decrypt', {
          CiphertextBlob: encryption.wrapped,
          EncryptionContext: encryption.context,
        })
      ).Plaintext as Bytes)
  try {
    const gcm = await store.crypto.aesGcm(plain)
    return await gcm.open(encryption.iv, encodeUtf8(objectArn(bucket.name, object.key)), body)
  } catch (error) {
    if (!(error instanceof CryptoRefusal)) throw error
    throw new ServiceError('InternalError', 'We encountered an internal error. Please try again.', 500)
  }
}

/** What the request asks for wins; else the bucket's default does. */
function encryptionFor({ encryption }: BucketRow, wanted: Wanted) {
  const algorithm = wanted.ServerSideEncryption ?? encryption.algorithm
  if (wanted.SSEKMSKeyId !== undefined && wanted.ServerSideEncryption !== 'aws:kms')
    throw new ServiceError(
      'InvalidArgument',
      'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    )
  const keyId = wanted.SSEKMSKeyId ?? (encryption.algorithm === 'aws:kms' ? encryption.keyId : undefined)
  return { algorithm, keyId, bucketKey: wanted.BucketKeyEnabled ?? encryption.bucketKey }
}

/** S3 would use `aws/s3`, which is made on first use; keys that services keep are not simulated. */
export const noManagedKey = () =>
  new ServiceError('NotImplemented', 'Name a KMS key: the AWS managed key aws/s3 is not simulated', 501)

function contextOf({ SSEKMSEncryptionContext: text }: Wanted): Record<string, string> {
  if (text === undefined) return {}
  let given: unknown
  try {
    given = JSON.parse(decodeUtf8(decodeBase64(text)))
  } catch {
    throw badContext()
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw badContext()
  const pairs = Object.entries(given)
  if (pairs.some(([name, value]) => typeof value !== 'string' || name.startsWith('aws:'))) throw badContext()
  return Object.fromEntries(pairs) as Record<string, string>
}

const badContext = () =>
  new ServiceError(
    'InvalidArgument',
    'The encryption context is base64 of a JSON map of texts, without aws: names',
  )
