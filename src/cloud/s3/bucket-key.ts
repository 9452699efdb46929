import type { Bytes } from '../../bytes/bytes.ts'
import { encodeHex } from '../../bytes/hex.ts'
import { aesKwpUnwrap, aesKwpWrap } from '../../crypto/aes-kw.ts'
import { sha256 } from '../../crypto/sha256.ts'
import { minutes } from '../../world/clock.ts'
import { askKms, type Store } from './ask-kms.ts'
import {
  bucketArn,
  heldTable,
  STORE,
  type BucketRow,
  type HeldKeyRow,
  type ObjectEncryption,
} from './rows.ts'

/** How long the store holds a bucket key before it asks KMS again. AWS says "time-limited" and no more (F-906). */
export const HELD_FOR = minutes(5)

export interface OpenBucketKey {
  readonly bucketKeyId: string
  readonly keyArn: string
  readonly wrapped: Bytes
  readonly plain: Bytes
}

/**
 * A bucket key for writing: one that is held, or a new one from KMS. Each requester has its own, so that its access
 * to the KMS key is on record at least once.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
 */
export async function bucketKeyFor(store: Store, bucket: BucketRow, keyId: string): Promise<OpenBucketKey> {
  const held = heldNow(store, bucket).find((row) => row.named === keyId || names(row.keyArn, keyId))
  if (held) return open(store, held)
  const made = await askKms(store, bucket, 'GenerateDataKey', {
    KeyId: keyId,
    KeySpec: 'AES_256',
    EncryptionContext: { 'aws:s3:arn': bucketArn(bucket.name) },
  })
  const wrapped = made.CiphertextBlob as Bytes
  const fresh = { keyArn: made.KeyId as string, wrapped, plain: made.Plaintext as Bytes }
  const bucketKeyId = encodeHex(sha256(wrapped)).slice(0, 32)
  return hold(store, bucket, { ...fresh, bucketKeyId }, keyId)
}

/** The bucket key of an object that is to be read. */
export async function bucketKeyOf(
  store: Store,
  bucket: BucketRow,
  { under, wrapped, context, keyArn }: ObjectEncryption & { readonly algorithm: 'aws:kms' },
): Promise<OpenBucketKey> {
  const held = heldNow(store, bucket).find(({ bucketKeyId }) => bucketKeyId === under?.bucketKeyId)
  if (held) return open(store, held)
  const { Plaintext } = await askKms(store, bucket, 'Decrypt', {
    CiphertextBlob: wrapped,
    EncryptionContext: context,
  })
  const bucketKeyId = under?.bucketKeyId ?? ''
  return hold(store, bucket, { bucketKeyId, keyArn, wrapped, plain: Plaintext as Bytes })
}

/** Each object has a key of its own, wrapped under the bucket key. */
export function freshObjectKey({ world }: Store, { plain: bucketKey }: OpenBucketKey) {
  const plain = world.entropy.bytes(32)
  return { plain, wrapped: aesKwpWrap(bucketKey, plain) }
}

export const openObjectKey = ({ plain }: OpenBucketKey, wrapped: Bytes): Bytes => aesKwpUnwrap(plain, wrapped)

const names = (keyArn: string, keyId: string) => keyArn === keyId || keyArn.endsWith(`:key/${keyId}`)

function heldNow({ draft, caller, world }: Store, bucket: BucketRow): HeldKeyRow[] {
  const now = world.clock.now()
  const requester = caller.principal.arn
  return Array.from(draft.rows<HeldKeyRow>(heldTable(bucket.name)), ([, row]) => row).filter(
    (row) => row.requester === requester && row.until > now,
  )
}

function open(store: Store, { bucketKeyId, keyArn, wrapped, sealed }: HeldKeyRow): OpenBucketKey {
  return { bucketKeyId, keyArn, wrapped, plain: aesKwpUnwrap(sealingKey(store), sealed) }
}

function hold(store: Store, bucket: BucketRow, key: OpenBucketKey, named?: string): OpenBucketKey {
  const { draft, caller, world } = store
  const table = heldTable(bucket.name)
  const now = world.clock.now()
  for (const [id, row] of draft.rows<HeldKeyRow>(table)) if (row.until <= now) draft.remove(table, id)
  const { bucketKeyId, keyArn, wrapped, plain } = key
  const requester = caller.principal.arn
  const sealed = aesKwpWrap(sealingKey(store), plain)
  const until = now + HELD_FOR
  draft.put(table, `${bucketKeyId} ${requester}`, {
    bucketKeyId,
    keyArn,
    requester,
    ...(named === undefined ? {} : { named }),
    wrapped,
    sealed,
    until,
  } satisfies HeldKeyRow)
  return key
}

/** Out of sight, not out of reach: it lies in the same save, as the domain key of KMS does. */
function sealingKey({ draft, world }: Store): Bytes {
  const known = draft.get<Bytes>(STORE, 'sealing-key')
  if (known) return known
  const fresh = world.entropy.bytes(32)
  draft.put(STORE, 'sealing-key', fresh)
  return fresh
}
