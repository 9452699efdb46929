import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../../bytes/base64.ts'
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts'
import { caller } from '../../kms/testing/account.ts'
import type { TrailEvent } from '../../kms/trail.ts'
import { testCloud, type TestCloud } from '../testing/cloud.ts'
import { HELD_FOR } from './bucket-key.ts'
import { MAX_OBJECT, MAX_STORED } from './put-row.ts'
import { objectsTable, type ObjectRow } from './rows.ts'

const BODY = encodeUtf8('trial data of sponsor B')

async function store({ bucketKey = false } = {}) {
  const world = testCloud()
  const key = await world.createKey()
  await world.ask('s3', 'CreateBucket', { Bucket: 'intake' })
  await world.ask('s3', 'PutBucketEncryption', {
    Bucket: 'intake',
    ServerSideEncryptionConfiguration: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key.arn },
          BucketKeyEnabled: bucketKey,
        },
      ],
    },
  })
  const put = (Key: string, more = {}, Body = BODY) =>
    world.ask('s3', 'PutObject', { Bucket: 'intake', Key, Body, ...more })
  const get = (Key: string) => world.ask('s3', 'GetObject', { Bucket: 'intake', Key })
  return { ...world, key, put, get }
}

const kmsCalls = ({ cloud }: Pick<TestCloud, 'cloud'>) =>
  cloud
    .trail()
    .filter(({ eventName }) => ['GenerateDataKey', 'Decrypt'].includes(eventName))
    .map(({ eventName }) => eventName)
const lastOf = ({ cloud }: Pick<TestCloud, 'cloud'>, name: string) =>
  cloud
    .trail()
    .filter(({ eventName }) => eventName === name)
    .at(-1) as TrailEvent

describe('an object under SSE-KMS', () => {
  it('comes back as it was put, and says which key it is under', async () => {
    const { put, get, key } = await store()
    expect(await put('a/b.csv', { Metadata: { study: 'FT-01' } })).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: key.arn,
      BucketKeyEnabled: false,
    })
    const got = await get('a/b.csv')
    expect(decodeUtf8(got.Body)).toBe('trial data of sponsor B')
    expect(got).toMatchObject({
      ContentLength: BODY.length,
      Metadata: { study: 'FT-01' },
      SSEKMSKeyId: key.arn,
    })
  })

  it('lies in the store as ciphertext that only its data key opens', async () => {
    const { put, tables } = await store()
    await put('a')
    const { body, encryption } = tables.get<ObjectRow>(objectsTable('intake'), 'a') as ObjectRow
    expect(new TextDecoder('latin1').decode(body)).not.toContain('trial')
    expect(body).toHaveLength(BODY.length + 16)
    expect(encryption).toMatchObject({
      algorithm: 'aws:kms',
      context: { 'aws:s3:arn': 'arn:aws:s3:::intake/a' },
    })
  })

  it('costs one GenerateDataKey to put and one Decrypt to get, bound to the ARN of the object (F-904, F-905)', async () => {
    const world = await store()
    await world.put('a')
    await world.get('a')
    expect(kmsCalls(world)).toEqual(['GenerateDataKey', 'Decrypt'])
    for (const name of ['GenerateDataKey', 'Decrypt']) {
      const { requestParameters, userIdentity, sourceIPAddress } = lastOf(world, name)
      expect(requestParameters).toMatchObject({
        encryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::intake/a' },
      })
      expect(userIdentity).toMatchObject({
        arn: 'arn:aws:iam::111122223333:root',
        invokedBy: 's3.amazonaws.com',
      })
      expect(sourceIPAddress).toBe('s3.amazonaws.com')
    }
    expect(lastOf(world, 'Decrypt').requestParameters).not.toHaveProperty('keyId')
  })

  it('takes a context of the caller’s own beside that of the service', async () => {
    const world = await store()
    const SSEKMSEncryptionContext = encodeBase64(encodeUtf8('{"study":"FT-01"}'))
    await world.put('a', { SSEKMSEncryptionContext })
    expect(decodeUtf8((await world.get('a')).Body)).toBe('trial data of sponsor B')
    expect(lastOf(world, 'Decrypt').requestParameters).toMatchObject({
      encryptionContext: { study: 'FT-01', 'aws:s3:arn': 'arn:aws:s3:::intake/a' },
    })
    const forged = encodeBase64(encodeUtf8('{"aws:s3:arn":"arn:aws:s3:::other/x"}'))
    await expect(world.put('b', { SSEKMSEncryptionContext: forged })).rejects.toMatchObject({
      code: 'InvalidArgument',
    })
  })

  it('stays readable after a rotation, under the material that wrapped its data key (F-909)', async () => {
    const world = await store()
    await world.put('a')
    await world.kms('RotateKeyOnDemand', { KeyId: world.key.id })
    await world.travel(10_000)
    expect(decodeUtf8((await world.get('a')).Body)).toBe('trial data of sponsor B')
  })
})

describe('when the key cannot be used, S3 answers with its own code around the words of KMS (F-907)', () => {
  it('for a disabled key', async () => {
    const { put, get, kms, key } = await store()
    await put('a')
    await kms('DisableKey', { KeyId: key.id })
    const refusal = { code: 'KMS.DisabledException', message: `${key.arn} is disabled.`, status: 400 }
    await expect(get('a')).rejects.toMatchObject(refusal)
    await expect(put('b')).rejects.toMatchObject(refusal)
  })

  it('for a key that waits for its deletion', async () => {
    const { put, get, kms, key } = await store()
    await put('a')
    await kms('ScheduleKeyDeletion', { KeyId: key.id })
    await expect(get('a')).rejects.toMatchObject({
      code: 'KMS.KMSInvalidStateException',
      message: `${key.arn} is pending deletion.`,
    })
  })

  it('for a key without material', async () => {
    const { put, createKey } = await store()
    const { arn } = await createKey({ Origin: 'EXTERNAL' })
    await expect(put('a', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn })).rejects.toMatchObject({
      code: 'KMS.KMSInvalidStateException',
      message: `${arn} is pending import.`,
    })
  })

  it('for a key of another Region, which is not in sight', async () => {
    const { put, createKey } = await store()
    const { arn } = await createKey({}, caller('eu-central-1'))
    await expect(put('a', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn })).rejects.toMatchObject({
      code: 'KMS.NotFoundException',
    })
  })

  it('and as AccessDenied with status 403 where the caller lacks the permission', async () => {
    const { put, get, kms, key } = await store()
    await put('a')
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: ['kms:PutKeyPolicy', 'kms:GenerateDataKey'],
      Resource: '*',
    }
    await kms('PutKeyPolicy', {
      KeyId: key.id,
      Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    })
    await put('b')
    await expect(get('a')).rejects.toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: expect.stringContaining(
        'is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext',
      ) as string,
    })
  })

  it('and writes nothing', async () => {
    const { put, kms, key, ask } = await store()
    await kms('DisableKey', { KeyId: key.id })
    await expect(put('b')).rejects.toMatchObject({ code: 'KMS.DisabledException' })
    expect(await ask('s3', 'ListObjectsV2', { Bucket: 'intake' })).toMatchObject({ KeyCount: 0 })
  })
})

describe('a bucket key (F-906)', () => {
  it('saves calls: four objects put and read cost one GenerateDataKey, bound to the ARN of the bucket', async () => {
    const world = await store({ bucketKey: true })
    for (const key of ['a', 'b', 'c', 'd']) {
      expect(await world.put(key)).toMatchObject({ BucketKeyEnabled: true })
      expect(decodeUtf8((await world.get(key)).Body)).toBe('trial data of sponsor B')
    }
    expect(kmsCalls(world)).toEqual(['GenerateDataKey'])
    expect(lastOf(world, 'GenerateDataKey').requestParameters).toMatchObject({
      encryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::intake' },
    })
  })

  it('keeps objects readable after their KMS key is gone, until the store lets go of it', async () => {
    const world = await store({ bucketKey: true })
    await world.put('a')
    await world.kms('DisableKey', { KeyId: world.key.id })
    await world.travel(HELD_FOR - 1)
    expect(decodeUtf8((await world.get('a')).Body)).toBe('trial data of sponsor B')
    await world.travel(1)
    await expect(world.get('a')).rejects.toMatchObject({ code: 'KMS.DisabledException' })
    await world.kms('EnableKey', { KeyId: world.key.id })
    expect(decodeUtf8((await world.get('a')).Body)).toBe('trial data of sponsor B')
  })

  it('is one for each requester, so that the access of each is on record', async () => {
    const world = await store({ bucketKey: true })
    await world.put('a')
    const other = {
      ...caller(),
      principal: { type: 'Root', principalId: 'x', arn: 'arn:aws:iam::111122223333:root/other' },
    } as const
    await world.cloud.request('s3', 'GetObject', { Bucket: 'intake', Key: 'a' }, other)
    expect(kmsCalls(world)).toEqual(['GenerateDataKey', 'Decrypt'])
  })

  it('is not in the tables as it is', async () => {
    const world = await store({ bucketKey: true })
    await world.put('a')
    const { encryption } = world.tables.get<ObjectRow>(objectsTable('intake'), 'a') as ObjectRow
    if (encryption.algorithm !== 'aws:kms') throw new TypeError('not under KMS')
    const { wrapped: CiphertextBlob, context: EncryptionContext } = encryption
    const plain = (await world.kms('Decrypt', { CiphertextBlob, EncryptionContext })).Plaintext as Uint8Array
    const places = JSON.stringify(world.tables.dump(), (_, value: unknown) =>
      value instanceof Uint8Array ? [...value].join() : value,
    )
    expect(plain).toHaveLength(32)
    expect(places).not.toContain([...plain].join())
  })
})

describe('copying', () => {
  it('onto itself with another key brings an object under that key; the old one may go', async () => {
    const { put, get, kms, ask, createKey, key } = await store()
    await put('a', { Metadata: { study: 'FT-01' } })
    const next = await createKey()
    const copied = await ask('s3', 'CopyObject', {
      Bucket: 'intake',
      Key: 'a',
      CopySource: 'intake/a',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: next.arn,
    })
    expect(copied).toMatchObject({ SSEKMSKeyId: next.arn })
    await kms('DisableKey', { KeyId: key.id })
    expect(await get('a')).toMatchObject({ SSEKMSKeyId: next.arn, Metadata: { study: 'FT-01' } })
  })

  it('onto itself without any change is refused', async () => {
    const { put, ask } = await store()
    await put('a')
    await expect(
      ask('s3', 'CopyObject', { Bucket: 'intake', Key: 'a', CopySource: '/intake/a' }),
    ).rejects.toMatchObject({ code: 'InvalidRequest' })
  })
})

describe('without a KMS key', () => {
  it('an object is stored as SSE-S3, which is a name here, and KMS is not asked', async () => {
    const world = testCloud()
    await world.ask('s3', 'CreateBucket', { Bucket: 'plain-bucket' })
    const put = { Bucket: 'plain-bucket', Key: 'a', Body: BODY }
    expect(await world.ask('s3', 'PutObject', put)).toMatchObject({ ServerSideEncryption: 'AES256' })
    expect(kmsCalls(world)).toEqual([])
    expect(await world.ask('s3', 'GetBucketEncryption', { Bucket: 'plain-bucket' })).toMatchObject({
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    })
  })

  it('SSE-KMS is refused: the key that S3 would make for itself is not simulated', async () => {
    const world = testCloud()
    await world.ask('s3', 'CreateBucket', { Bucket: 'plain-bucket' })
    const put = { Bucket: 'plain-bucket', Key: 'a', Body: BODY, ServerSideEncryption: 'aws:kms' }
    await expect(world.ask('s3', 'PutObject', put)).rejects.toMatchObject({
      code: 'NotImplemented',
      status: 501,
    })
  })
})

describe('buckets and lists', () => {
  it('refuses names, owners, Regions and absent things in S3’s words', async () => {
    const { ask, put } = await store()
    const code = (asked: Promise<unknown>) =>
      asked.then(
        () => 'ok',
        (error: { code: string; status: number }) => `${error.status} ${error.code}`,
      )
    expect(await code(ask('s3', 'CreateBucket', { Bucket: 'Intake' }))).toBe('400 InvalidBucketName')
    expect(await code(ask('s3', 'CreateBucket', { Bucket: 'intake' }))).toBe('409 BucketAlreadyOwnedByYou')
    const stranger = caller('eu-west-1', '444455556666')
    expect(await code(ask('s3', 'CreateBucket', { Bucket: 'intake' }, stranger))).toBe(
      '409 BucketAlreadyExists',
    )
    expect(await code(ask('s3', 'ListObjectsV2', { Bucket: 'intake' }, stranger))).toBe('403 AccessDenied')
    expect(await code(ask('s3', 'ListObjectsV2', { Bucket: 'intake' }, caller('eu-central-1')))).toBe(
      '301 PermanentRedirect',
    )
    expect(await code(ask('s3', 'GetObject', { Bucket: 'nowhere', Key: 'a' }))).toBe('404 NoSuchBucket')
    expect(await code(ask('s3', 'GetObject', { Bucket: 'intake', Key: 'a' }))).toBe('404 NoSuchKey')
    expect(await code(ask('s3', 'HeadObject', { Bucket: 'intake', Key: 'a' }))).toBe('404 NoSuchKey')
    await put('a')
    expect(await code(ask('s3', 'DeleteBucket', { Bucket: 'intake' }))).toBe('409 BucketNotEmpty')
    expect(await code(ask('s3', 'DeleteObject', { Bucket: 'intake', Key: 'a' }))).toBe('ok')
    expect(await code(ask('s3', 'DeleteBucket', { Bucket: 'intake' }))).toBe('ok')
    expect((await ask('s3', 'ListBuckets')).Buckets).toEqual([])
  })

  it('lists keys in the order of their bytes, page by page, and folds what a delimiter ends', async () => {
    const { ask, put } = await store()
    for (const key of ['b/2', 'a', 'b/1', 'é', 'Z', 'c']) await put(key)
    const list = (more = {}) => ask('s3', 'ListObjectsV2', { Bucket: 'intake', ...more })
    const keys = ({ Contents }: { Contents: { Key: string }[] }) => Contents.map(({ Key }) => Key)
    expect(keys(await list())).toEqual(['Z', 'a', 'b/1', 'b/2', 'c', 'é'])
    const first = await list({ MaxKeys: 4 })
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 4 })
    expect(keys(await list({ ContinuationToken: first.NextContinuationToken }))).toEqual(['c', 'é'])
    const folded = await list({ Delimiter: '/' })
    expect(keys(folded)).toEqual(['Z', 'a', 'c', 'é'])
    expect(folded.CommonPrefixes).toEqual([{ Prefix: 'b/' }])
    expect(keys(await list({ Prefix: 'b/' }))).toEqual(['b/1', 'b/2'])
  })

  it('keeps objects of half a MiB and 8 MiB of them, no more', async () => {
    const { put } = await store()
    const large = new Uint8Array(MAX_OBJECT)
    await expect(put('x', {}, new Uint8Array(MAX_OBJECT + 1))).rejects.toMatchObject({
      code: 'EntityTooLarge',
    })
    for (let i = 0; i < MAX_STORED / MAX_OBJECT; i++) await put(`large-${i}`, {}, large)
    await put('large-0', {}, large)
    await expect(put('one-more', {}, Uint8Array.of(1))).rejects.toMatchObject({ code: 'LabStorageFull' })
  })

  it('records what is done to buckets, and not what is done to objects: those are data events', async () => {
    const { cloud, put, get } = await store()
    await put('a')
    await get('a')
    const own = cloud.trail().filter(({ eventSource }) => eventSource === 's3.amazonaws.com')
    expect(own.map(({ eventName }) => eventName)).toEqual(['CreateBucket', 'PutBucketEncryption'])
    expect(own[0]).toMatchObject({ requestParameters: { bucket: 'intake' }, readOnly: false })
  })
})
