import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { sha256 } from '../../crypto/sha256.ts'
import { ServiceError } from '../service.ts'
import type { Store } from './ask-kms.ts'
import { sealBody, type Wanted } from './envelope.ts'
import { OBJECTS, objectsTable, type BucketRow, type ObjectRow } from './rows.ts'

/** One request carries an object whole, and a world is kept whole in a browser: both have an end. */
export const MAX_OBJECT = 512 * 1024
export const MAX_STORED = 8 * 1024 * 1024

/** Encrypts and writes an object, in place of one that has the same key. */
export async function putRow(
  store: Store,
  bucket: BucketRow,
  object: Pick<ObjectRow, 'key' | 'contentType' | 'metadata'>,
  plain: Bytes,
  wanted: Wanted,
): Promise<ObjectRow> {
  if (plain.length > MAX_OBJECT)
    throw new ServiceError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
  requireRoom(store, bucket, object.key, plain.length)
  const { encryption, body } = await sealBody(store, bucket, object.key, plain, wanted)
  const row: ObjectRow = {
    ...object,
    size: plain.length,
    eTag: eTagOf(store, plain, encryption.algorithm),
    lastModified: store.world.clock.now(),
    encryption,
    body,
  }
  store.draft.put(objectsTable(bucket.name), object.key, row)
  return row
}

/** Under SSE-KMS an ETag tells nothing of the content; otherwise ours is a digest, though not MD5 (docs/fidelity.md). */
const eTagOf = ({ world }: Store, plain: Bytes, algorithm: string) =>
  `"${encodeHex(algorithm === 'aws:kms' ? world.entropy.bytes(16) : sha256(plain).subarray(0, 16))}"`

function requireRoom({ tables }: Store, bucket: BucketRow, key: string, size: number): void {
  let stored = size
  for (const table of tables.names())
    if (table.startsWith(OBJECTS))
      for (const [id, row] of tables.rows<ObjectRow>(table))
        if (table !== objectsTable(bucket.name) || id !== key) stored += row.size
  if (stored > MAX_STORED)
    throw new ServiceError('LabStorageFull', `This simulation keeps ${MAX_STORED} bytes of objects`, 507)
}

export const shownEncryptionOf = ({ encryption }: ObjectRow) => ({
  ServerSideEncryption: encryption.algorithm,
  ...(encryption.algorithm === 'aws:kms'
    ? { SSEKMSKeyId: encryption.keyArn, BucketKeyEnabled: encryption.under !== undefined }
    : {}),
})

export const headOf = (object: ObjectRow) => ({
  LastModified: object.lastModified,
  ContentLength: object.size,
  ETag: object.eTag,
  ContentType: object.contentType,
  Metadata: object.metadata,
  ...shownEncryptionOf(object),
})
