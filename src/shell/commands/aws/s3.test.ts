import { describe, expect, it } from 'vitest'
import { labStage } from './testing/lab-stage.ts'

const BUCKET = 's3://payroll-archive'

async function withBucket() {
  const stage = labStage()
  await stage.write('plain.txt', Buffer.from('hello\n'))
  const s3 = (line: string, stdin = '') => stage.run(['s3', ...line.split(' ')], {}, stdin)
  expect(await s3(`mb ${BUCKET}`)).toEqual({
    stdout: 'make_bucket: payroll-archive\n',
    stderr: '',
    exitCode: 0,
  })
  return { ...stage, s3 }
}

describe('aws s3', () => {
  it('stores a file under a key of KMS, lists it, gives it back and removes it', async () => {
    const { s3, run, read } = await withBucket()
    const created = await run(['kms', 'create-key', '--query', 'KeyMetadata.KeyId', '--output', 'text'])
    const keyId = created.stdout.trim()
    expect((await s3(`cp plain.txt ${BUCKET}/2026/ --sse aws:kms --sse-kms-key-id ${keyId}`)).stdout).toBe(
      `upload: ./plain.txt to ${BUCKET}/2026/plain.txt\n`,
    )
    expect((await s3('ls')).stdout).toMatch(/^2026-01-12 09:00:\d\d payroll-archive\n$/)
    expect((await s3(`ls ${BUCKET}`)).stdout).toBe(`${' '.repeat(27)}PRE 2026/\n`)
    expect((await s3(`ls ${BUCKET}/2026/`)).stdout).toMatch(/^2026-01-12 09:00:\d\d {10}6 plain.txt\n$/)
    expect((await s3(`cp ${BUCKET}/2026/plain.txt back.txt`)).stdout).toBe(
      `download: ${BUCKET}/2026/plain.txt to ./back.txt\n`,
    )
    expect(Buffer.from(await read('back.txt')).toString()).toBe('hello\n')
    expect((await s3(`cp ${BUCKET}/2026/plain.txt -`)).stdout).toBe('hello\n')
    const head = await run(['s3api', 'head-object', '--bucket', 'payroll-archive', '--key', '2026/plain.txt'])
    expect(JSON.parse(head.stdout)).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: expect.stringContaining(keyId),
    })
    expect((await s3(`rm ${BUCKET}/2026/plain.txt`)).stdout).toBe(`delete: ${BUCKET}/2026/plain.txt\n`)
    expect(await s3(`ls ${BUCKET}/2026/`)).toEqual({ stdout: '', stderr: '', exitCode: 1 })
    expect((await s3(`rb ${BUCKET}`)).stdout).toBe('remove_bucket: payroll-archive\n')
  })

  it('tells in one line what failed, and why the service refused it', async () => {
    const { s3 } = await withBucket()
    expect(await s3('cp plain.txt s3://no-such-bucket-here/a')).toEqual({
      stdout: '',
      stderr:
        'upload failed: ./plain.txt to s3://no-such-bucket-here/a An error occurred (NoSuchBucket) when calling the PutObject operation: The specified bucket does not exist\n',
      exitCode: 1,
    })
    expect(await s3(`cp missing.txt ${BUCKET}`)).toMatchObject({
      stderr: '\nThe user-provided path missing.txt does not exist.\n',
      exitCode: 255,
    })
    expect(await s3('cp one two')).toMatchObject({ exitCode: 252 })
    expect(await s3(`cp ${BUCKET}/nothing here.txt`)).toEqual({
      stdout: '',
      stderr:
        'fatal error: An error occurred (404) when calling the HeadObject operation: Key "nothing" does not exist\n',
      exitCode: 1,
    })
  })

  it('puts and gets a body by s3api through files, byte by byte', async () => {
    const { run, write, read } = await withBucket()
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value)
    await write('all.bin', bytes)
    const object = ['--bucket', 'payroll-archive', '--key', 'all.bin']
    expect((await run(['s3api', 'put-object', ...object, '--body', 'all.bin'])).exitCode).toBe(0)
    const got = await run(['s3api', 'get-object', ...object, 'back.bin'])
    expect(JSON.parse(got.stdout)).toMatchObject({ ContentLength: 256 })
    expect(JSON.parse(got.stdout)).not.toHaveProperty('Body')
    expect(new Uint8Array(await read('back.bin'))).toEqual(bytes)
    expect((await run(['s3api', 'get-object', ...object])).stderr).toContain(
      'the following arguments are required: outfile',
    )
    expect((await run(['s3api', 'put-object', ...object, '--body', 'nothing'])).stderr).toBe(
      "\nError parsing parameter '--body': Blob values must be a path to a file.\n",
    )
  })
})
