import { execFileSync, spawnSync } from 'node:child_process'
import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  DryRunOperationException,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  IncorrectKeyMaterialException,
  InvalidCiphertextException,
  InvalidImportTokenException,
  KMSClient,
  KMSInvalidStateException,
  NotFoundException,
  paginateListAliases,
  paginateListKeys,
  UnsupportedOperationException,
  type AlgorithmSpec,
  type WrappingKeySpec,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEndpoint, type Endpoint } from './endpoint.ts'

let endpoint: Endpoint
let kms: KMSClient
const folder = mkdtempSync(join(tmpdir(), 'kms-journey-'))
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

const clientFor = (port: number, region = 'eu-west-1', accessKeyId = 'lab') =>
  new KMSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region,
    credentials: { accessKeyId, secretAccessKey: 'lab' },
    maxAttempts: 1,
  })

beforeAll(async () => {
  endpoint = await startEndpoint({ port: 0, start: Date.UTC(2026, 0, 12, 9) })
  kms = clientFor(endpoint.port)
})
afterAll(async () => {
  kms.destroy()
  await endpoint.close()
  rmSync(folder, { recursive: true })
})

const lab = async (path: string, body?: unknown) => {
  const request =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`http://127.0.0.1:${endpoint.port}/_lab/${path}`, request)
  return (await response.json()) as { now: number; events: { eventName: string; errorCode?: string }[] }
}

type Wrap = (publicKey: Uint8Array, material: Uint8Array, hash: 'sha1' | 'sha256') => Uint8Array

const wrapWithNode: Wrap = (publicKey, material, oaepHash) =>
  publicEncrypt(
    {
      key: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash,
    },
    material,
  )

/** The line of the KMS developer guide, with the options that make OpenSSL use SHA-256 where SHA-1 is its default. */
const wrapWithOpenssl: Wrap = (publicKey, material, hash) => {
  const file = (name: string) => join(folder, name)
  writeFileSync(file('wrapping.der'), publicKey)
  writeFileSync(file('material.bin'), material)
  const options = ['rsa_padding_mode:oaep', `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${hash}`].flatMap(
    (option) => ['-pkeyopt', option],
  )
  execFileSync('openssl', [
    'pkeyutl',
    '-encrypt',
    '-pubin',
    '-keyform',
    'DER',
    '-inkey',
    file('wrapping.der'),
    '-in',
    file('material.bin'),
    '-out',
    file('wrapped.bin'),
    ...options,
  ])
  return new Uint8Array(readFileSync(file('wrapped.bin')))
}

async function externalKey(): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }))
  return KeyMetadata?.KeyId as string
}

interface Wrapping {
  readonly wrap: Wrap
  readonly spec: WrappingKeySpec
  readonly algorithm: AlgorithmSpec
}
const USUAL: Wrapping = { wrap: wrapWithNode, spec: 'RSA_2048', algorithm: 'RSAES_OAEP_SHA_256' }

/** Fetches a wrapping key and gives back the import that it makes possible, for as long as its token lives. */
async function prepareImport(KeyId: string, { wrap, spec, algorithm } = USUAL) {
  const { PublicKey, ImportToken } = await kms.send(
    new GetParametersForImportCommand({ KeyId, WrappingAlgorithm: algorithm, WrappingKeySpec: spec }),
  )
  return (material: Uint8Array, validTo?: Date) => {
    const EncryptedKeyMaterial = wrap(
      PublicKey as Uint8Array,
      material,
      algorithm === 'RSAES_OAEP_SHA_1' ? 'sha1' : 'sha256',
    )
    const expiry = validTo
      ? ({ ValidTo: validTo } as const)
      : ({ ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' } as const)
    return kms.send(new ImportKeyMaterialCommand({ KeyId, ImportToken, EncryptedKeyMaterial, ...expiry }))
  }
}

const journey = async (wrapping: Wrapping) => {
  const KeyId = await externalKey()
  const material = randomBytes(32)
  const { now } = await lab('clock')
  const validTo = new Date((now + 3600) * 1000)
  const importMaterial = await prepareImport(KeyId, wrapping)
  await importMaterial(material, validTo)

  const described = await kms.send(new DescribeKeyCommand({ KeyId }))
  expect(described.KeyMetadata).toMatchObject({
    KeyState: 'Enabled',
    Origin: 'EXTERNAL',
    ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    ValidTo: validTo,
  })

  const EncryptionContext = { app: 'payroll' }
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext: Buffer.from('payroll'), EncryptionContext }),
  )
  const decrypt = () => kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }))
  expect(Buffer.from((await decrypt()).Plaintext as Uint8Array).toString()).toBe('payroll')
  await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toBeInstanceOf(
    InvalidCiphertextException,
  )

  await lab('clock', { advanceSeconds: 3601 })
  await expect(decrypt()).rejects.toBeInstanceOf(KMSInvalidStateException)
  await expect(importMaterial(randomBytes(32))).rejects.toBeInstanceOf(IncorrectKeyMaterialException)
  await importMaterial(material)
  expect(Buffer.from((await decrypt()).Plaintext as Uint8Array).toString()).toBe('payroll')
}

const combinations = (['RSA_2048', 'RSA_3072', 'RSA_4096'] as const).flatMap((spec) =>
  (['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] as const).map((algorithm) => [spec, algorithm] as const),
)

describe('the import journey of the AWS SDK for JavaScript', () => {
  it.each(combinations)(
    'imports, expires and imports again with %s and %s wrapped by node:crypto',
    (spec, algorithm) => journey({ wrap: wrapWithNode, spec, algorithm }),
  )

  if (!hasOpenssl) console.warn('openssl not present: its wrapping was not run')
  else
    it.each(combinations)(
      'imports, expires and imports again with %s and %s wrapped by openssl',
      (spec, algorithm) => journey({ wrap: wrapWithOpenssl, spec, algorithm }),
    )

  it('answers every refusal with the class the SDK has for it, and a message that may be empty', async () => {
    const KeyId = await externalKey()
    const generated = (await kms.send(new CreateKeyCommand({}))).KeyMetadata as { KeyId: string; Arn: string }

    const pending = await kms
      .send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }))
      .catch((error: unknown) => error)
    expect(pending).toBeInstanceOf(KMSInvalidStateException)
    expect(pending).toMatchObject({
      message: expect.stringMatching(/ is pending import\.$/) as string,
      $metadata: { httpStatusCode: 400 },
    })
    expect((pending as KMSInvalidStateException).$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)

    await expect(
      kms.send(
        new GetParametersForImportCommand({
          KeyId: generated.KeyId,
          WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
          WrappingKeySpec: 'RSA_2048',
        }),
      ),
    ).rejects.toMatchObject({
      constructor: UnsupportedOperationException,
      message: `${generated.Arn} origin is AWS_KMS which is not valid for this operation.`,
    })
    await expect(kms.send(new DescribeKeyCommand({ KeyId: 'alias/nobody' }))).rejects.toBeInstanceOf(
      NotFoundException,
    )
    await expect(
      kms.send(new EncryptCommand({ KeyId: generated.KeyId, Plaintext: Buffer.from('x'), DryRun: true })),
    ).rejects.toBeInstanceOf(DryRunOperationException)
    await expect(
      kms.send(
        new ImportKeyMaterialCommand({
          KeyId,
          ImportToken: randomBytes(64),
          EncryptedKeyMaterial: randomBytes(256),
          ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
        }),
      ),
    ).rejects.toBeInstanceOf(InvalidImportTokenException)
    const broken = await kms
      .send(new DecryptCommand({ CiphertextBlob: randomBytes(200) }))
      .catch((error: unknown) => error)
    expect(broken).toBeInstanceOf(InvalidCiphertextException)
  })

  it('deletes imported material and tells KeyMaterialId as 64 hex digits', async () => {
    const KeyId = await externalKey()
    const importMaterial = await prepareImport(KeyId)
    const { KeyMaterialId } = await importMaterial(randomBytes(32))
    expect(KeyMaterialId).toMatch(/^[0-9a-f]{64}$/)
    const deleted = await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId }))
    expect(deleted.KeyMaterialId).toBe(KeyMaterialId)
    expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState).toBe('PendingImport')
  })

  it('pages through keys and aliases', async () => {
    const far = clientFor(endpoint.port, 'ap-south-1')
    const made = new Set<string>()
    for (let i = 0; i < 7; i++) {
      const { KeyMetadata } = await far.send(new CreateKeyCommand({}))
      made.add(KeyMetadata?.KeyId as string)
      await far.send(
        new CreateAliasCommand({ AliasName: `alias/page-${i}`, TargetKeyId: KeyMetadata?.KeyId }),
      )
    }
    const keys: (string | undefined)[] = []
    for await (const page of paginateListKeys({ client: far, pageSize: 3 }, {}))
      keys.push(...(page.Keys ?? []).map((key) => key.KeyId))
    expect(new Set(keys)).toEqual(made)
    expect(keys).toHaveLength(7)
    const aliases: (string | undefined)[] = []
    for await (const page of paginateListAliases({ client: far, pageSize: 2 }, {}))
      aliases.push(...(page.Aliases ?? []).map((alias) => alias.AliasName))
    expect(aliases.filter((name) => name?.startsWith('alias/page-'))).toHaveLength(7)
    far.destroy()
  })

  it('keeps Regions and accounts apart, as the credential scope says', async () => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}))
    const elsewhere = clientFor(endpoint.port, 'eu-central-1')
    await expect(
      elsewhere.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.KeyId })),
    ).rejects.toBeInstanceOf(NotFoundException)
    const other = clientFor(endpoint.port, 'eu-west-1', '444455556666')
    const created = await other.send(new CreateKeyCommand({}))
    expect(created.KeyMetadata).toMatchObject({ AWSAccountId: '444455556666' })
    expect(created.KeyMetadata?.Arn).toContain(':444455556666:key/')
    for (const client of [elsewhere, other]) client.destroy()
  })

  it('records what it did, without the credentials that signed it', async () => {
    const signed = clientFor(endpoint.port, 'eu-west-1', 'AKIAQWERTYUIOPASDFGH')
    await signed.send(
      new GenerateDataKeyCommand({
        KeyId: (await signed.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId,
        KeySpec: 'AES_256',
      }),
    )
    const { events } = await lab('trail?limit=2')
    expect(events.map(({ eventName }) => eventName)).toEqual(['CreateKey', 'GenerateDataKey'])
    expect(JSON.stringify(endpoint.cloud.tables.dump())).not.toContain('AKIAQWERTYUIOPASDFGH')
    signed.destroy()
  })
})
