import { randomBytes } from 'node:crypto'
import {
  AwsKmsMrkAwareSymmetricDiscoveryKeyringNode,
  AwsKmsMrkAwareSymmetricKeyringNode,
  buildAwsKmsMrkAwareStrictMultiKeyringNode,
  buildClient,
  CommitmentPolicy,
  getClient,
  getLocalCryptographicMaterialsCache,
  KMS,
  KmsKeyringNode,
  limitRegions,
  NodeCachingMaterialsManager,
  type KeyringNode,
} from '@aws-crypto/client-node'
import * as sdk from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { operationBench, type OperationBench } from './testing/operation-bench.ts'
import { labDoor, pooledRsa, travel } from './testing/real-client.ts'

/** AWS's own client-side library: it decides alone which calls it makes, and judges the answers. */
const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)
const context = { app: 'payroll', größe: 'ünï' }
const SECRET = randomBytes(5_000)
const ACCOUNT = '111122223333'
/** The library's words when none of a message's data keys is one for its keyring. */
const NO_KEY_FITS = 'unencryptedDataKey has not been set'

let endpoint: Endpoint
let on: OperationBench
/** As the library's types have it: they and the SDK's differ in members that may be undefined. It is the SDK's KMS. */
type Client = ConstructorParameters<typeof AwsKmsMrkAwareSymmetricKeyringNode>[0]['client']
const clients: Client[] = []
function clientProvider(region: string): Client | false {
  const client = getClient(KMS as never, {
    endpoint: `http://127.0.0.1:${endpoint.port}`,
    credentials: { accessKeyId: 'lab', secretAccessKey: 'lab' },
    maxAttempts: 1,
  })(region)
  if (client) clients.push(client)
  return client
}
const clientIn = (region: string) => clientProvider(region) as Client

beforeAll(async () => {
  endpoint = await startEndpoint({ port: 0, start: Date.UTC(2026, 0, 12, 9), crypto: pooledRsa() })
  on = operationBench(endpoint.port, endpoint.cloud.tables)
})
afterAll(async () => {
  on.destroy()
  for (const client of clients) (client as KMS).destroy()
  await endpoint.close()
})

const strict = (generatorKeyId: string, ...keyIds: string[]) =>
  new KmsKeyringNode({ clientProvider, generatorKeyId, keyIds })
/** A keyring that only opens, with these keys. */
const opener = (...keyIds: string[]) => new KmsKeyringNode({ clientProvider, keyIds })
const close = async (keyring: KeyringNode) =>
  (await encrypt(keyring, SECRET, { encryptionContext: context })).result
const open = async (keyring: KeyringNode, message: Uint8Array) =>
  (await decrypt(keyring, Buffer.from(message))).plaintext
const keyArns = async (count: number) =>
  Promise.all(Array.from({ length: count }, async () => (await on.key()).Arn))

interface Recorded {
  readonly eventName: string
  readonly requestParameters?: { readonly encryptionContext?: object; readonly keyId?: string }
}
const lastRecords = async (limit: number) =>
  (await labDoor<{ events: Recorded[] }>(endpoint.port, `trail?limit=${limit}`)).events

describe('the AWS Encryption SDK for JavaScript', () => {
  it('asks the generator for a data key, the others to encrypt it, and each alone opens the message', async () => {
    const arns = (await keyArns(3)) as [string, string, string]
    const { result, messageHeader } = await encrypt(strict(...arns), SECRET, { encryptionContext: context })
    expect(messageHeader.encryptedDataKeys.map((key) => key.providerInfo)).toEqual(arns)
    const records = await lastRecords(3)
    expect(records.map(({ eventName }) => eventName)).toEqual(['GenerateDataKey', 'Encrypt', 'Encrypt'])
    for (const { requestParameters } of records)
      expect(requestParameters?.encryptionContext).toMatchObject(context)

    for (const arn of arns) {
      const opened = await decrypt(opener(arn), result)
      expect(opened.plaintext).toEqual(SECRET)
      expect(opened.messageHeader.encryptionContext).toMatchObject(context)
      expect(await lastRecords(1)).toMatchObject([{ eventName: 'Decrypt' }])
    }
    const stranger = await on.key()
    await expect(open(opener(stranger.Arn), result)).rejects.toThrow(NO_KEY_FITS)
  })

  it('opens nothing when the encryption context in the message was changed', async () => {
    const [arn] = (await keyArns(1)) as [string]
    const message = await close(strict(arn))
    const at = message.indexOf('payroll')
    expect(at).toBeGreaterThan(0)
    const forged = Buffer.from(message)
    forged.write('Payroll', at)
    await expect(open(opener(arn), forged)).rejects.toThrow('InvalidCiphertextException')
    expect(await lastRecords(1)).toMatchObject([
      { eventName: 'Decrypt', errorCode: 'InvalidCiphertextException' },
    ])
    expect(await open(opener(arn), message)).toEqual(SECRET)
  })

  it('refuses a message without key commitment, and one whose commitment was changed', async () => {
    const [arn] = (await keyArns(1)) as [string]
    const before = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
    const { result } = await before.encrypt(strict(arn), SECRET, { encryptionContext: context })
    expect((await before.decrypt(opener(arn), result)).plaintext).toEqual(SECRET)
    await expect(open(opener(arn), result)).rejects.toThrow(/ommitment/)

    const { result: message, messageHeader } = await encrypt(strict(arn), SECRET, {
      encryptionContext: context,
    })
    const commitment = Buffer.from((messageHeader as { suiteData: Uint8Array }).suiteData)
    const forged = Buffer.from(message)
    const at = forged.indexOf(commitment)
    expect(at).toBeGreaterThan(0)
    forged.writeUInt8(forged.readUInt8(at) ^ 1, at)
    await expect(open(opener(arn), forged)).rejects.toThrow(/ommitment/)
  })

  it('encrypts nothing while a key is disabled, but opens with another one of the message', async () => {
    const [generator, additional] = (await keyArns(2)) as [string, string]
    const message = await close(strict(generator, additional))
    await on.send(new sdk.DisableKeyCommand({ KeyId: generator }))
    await expect(close(strict(generator, additional))).rejects.toBeInstanceOf(sdk.DisabledException)
    await expect(close(strict(additional, generator))).rejects.toBeInstanceOf(sdk.DisabledException)
    await expect(open(opener(generator), message)).rejects.toThrow(/is disabled/)
    expect(await open(opener(generator, additional), message)).toEqual(SECRET)
    await on.send(new sdk.EnableKeyCommand({ KeyId: generator }))
    expect(await open(opener(generator), message)).toEqual(SECRET)
  })

  it('opens nothing while imported material is away, and everything when the same bytes are back', async () => {
    const material = randomBytes(32)
    const { Arn, KeyId } = await on.imported(material)
    const message = await close(strict(Arn))
    await on.send(new sdk.DeleteImportedKeyMaterialCommand({ KeyId }))
    await expect(open(opener(Arn), message)).rejects.toThrow(/is pending import/)
    await expect(close(strict(Arn))).rejects.toBeInstanceOf(sdk.KMSInvalidStateException)
    await expect(on.importInto(KeyId, randomBytes(32))).rejects.toBeInstanceOf(
      sdk.IncorrectKeyMaterialException,
    )
    await on.importInto(KeyId, material)
    expect(await open(opener(Arn), message)).toEqual(SECRET)
  })

  it('opens what was closed before a rotation, and closes with new material after it', async () => {
    const { Arn, KeyId } = await on.key()
    const before = await close(strict(Arn))
    await on.send(new sdk.RotateKeyOnDemandCommand({ KeyId }))
    await travel(endpoint.port, 3600)
    for (const message of [before, await close(strict(Arn))])
      expect(await open(opener(Arn), message)).toEqual(SECRET)
  })

  it('asks KMS once for several messages when it caches', async () => {
    const [arn] = (await keyArns(1)) as [string]
    const cache = getLocalCryptographicMaterialsCache(10)
    const manager = new NodeCachingMaterialsManager({
      backingMaterials: strict(arn),
      cache,
      maxAge: 60_000,
      maxBytesEncrypted: 1e6,
      maxMessagesEncrypted: 10,
    })
    const messages = []
    for (let i = 0; i < 3; i++)
      messages.push(
        await encrypt(manager, SECRET, { encryptionContext: context, plaintextLength: SECRET.length }),
      )
    const calls = (await lastRecords(10)).filter(({ requestParameters }) => requestParameters?.keyId === arn)
    expect(calls.map(({ eventName }) => eventName)).toEqual(['GenerateDataKey'])
    for (const { result } of messages) expect((await decrypt(manager, result)).plaintext).toEqual(SECRET)
  })
})

describe('its multi-Region keyrings', () => {
  async function related() {
    const { KeyId, Arn } = await on.key({ MultiRegion: true })
    const { ReplicaKeyMetadata } = await on.send(
      new sdk.ReplicateKeyCommand({ KeyId, ReplicaRegion: 'us-east-1' }),
    )
    await travel(endpoint.port, 600)
    return { primary: Arn, replica: ReplicaKeyMetadata?.Arn as string }
  }
  const there = () => clientIn('us-east-1')
  const discoveryFilter = { accountIDs: [ACCOUNT], partition: 'aws' }

  it('open in us-east-1 with the replica what the primary closed in eu-west-1', async () => {
    const { primary, replica } = await related()
    expect(replica).toBe(primary.replace('eu-west-1', 'us-east-1'))
    const message = await close(
      buildAwsKmsMrkAwareStrictMultiKeyringNode({ clientProvider, generatorKeyId: primary }),
    )
    const aware = new AwsKmsMrkAwareSymmetricKeyringNode({ client: there(), keyId: replica })
    expect(await open(aware, message)).toEqual(SECRET)
    expect(await lastRecords(1)).toMatchObject([
      { eventName: 'Decrypt', awsRegion: 'us-east-1', resources: [{ ARN: replica }] },
    ])
    // Without that awareness the ARNs have to be the same.
    await expect(open(opener(replica), message)).rejects.toThrow(NO_KEY_FITS)
  })

  it('discover the replica, in its own Region and account alone', async () => {
    const { primary } = await related()
    const message = await close(strict(primary))
    const discover = (client: Client, filter = discoveryFilter) =>
      new AwsKmsMrkAwareSymmetricDiscoveryKeyringNode({ client, discoveryFilter: filter })
    expect(await open(discover(there()), message)).toEqual(SECRET)
    await expect(open(discover(clientIn('ap-south-1')), message)).rejects.toThrow('NotFoundException')
    await expect(
      open(discover(there(), { accountIDs: ['444455556666'], partition: 'aws' }), message),
    ).rejects.toThrow('No EDKs supplied')
  })

  it('close with the replica while the primary is disabled, and the primary opens it later', async () => {
    const { primary, replica } = await related()
    await on.send(new sdk.DisableKeyCommand({ KeyId: primary }))
    const message = await close(
      buildAwsKmsMrkAwareStrictMultiKeyringNode({ clientProvider, generatorKeyId: replica }),
    )
    const aware = new AwsKmsMrkAwareSymmetricKeyringNode({ client: clientIn('eu-west-1'), keyId: primary })
    await expect(open(aware, message)).rejects.toThrow(/is disabled/)
    await on.send(new sdk.EnableKeyCommand({ KeyId: primary }))
    expect(await open(aware, message)).toEqual(SECRET)
  })

  it('discover single-Region keys only in the Regions that the client provider gives', async () => {
    const { Arn } = await on.key()
    const message = await close(strict(Arn))
    const discovery = (regions: string[]) =>
      new KmsKeyringNode({
        discovery: true,
        discoveryFilter,
        clientProvider: limitRegions(regions, clientProvider),
      })
    expect(await open(discovery(['eu-west-1']), message)).toEqual(SECRET)
    await expect(open(discovery(['us-east-1']), message)).rejects.toThrow(NO_KEY_FITS)
  })
})
