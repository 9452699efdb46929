import {
  CreateCustomKeyStoreCommand,
  CreateKeyCommand,
  DependencyTimeoutException,
  EncryptCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
  ConnectCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { behindProxy, SECRET } from '../kms/testing/key-store.ts'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { clientFor, labDoor, pooledRsa, travel } from './testing/real-client.ts'

let endpoint: Endpoint
let patient: KMSClient
const door = (path: string, body?: unknown) => labDoor<Record<string, unknown>>(endpoint.port, path, body)
const fault = (body: unknown) => door('faults', body)

beforeAll(async () => {
  endpoint = await startEndpoint({ port: 0, start: Date.UTC(2026, 0, 12, 9), crypto: pooledRsa() })
  patient = new KMSClient({
    endpoint: `http://127.0.0.1:${endpoint.port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'lab', secretAccessKey: 'lab' },
    maxAttempts: 3,
  })
})
afterAll(async () => {
  patient.destroy()
  await endpoint.close()
})

describe('POST /_lab/faults', () => {
  it('lets the next call fail for a moment, so that a client that tries again succeeds', async () => {
    expect(await fault({ operation: 'ListKeys', code: 'DependencyTimeoutException' })).toEqual({
      pending: [{ operation: 'ListKeys', code: 'DependencyTimeoutException', times: 1 }],
    })
    const { $metadata } = await patient.send(new ListKeysCommand({}))
    expect($metadata).toMatchObject({ httpStatusCode: 200, attempts: 2 })
    expect(await door('faults')).toEqual({ pending: [] })
  })

  it('counts, waits for an operation that declares the error, and is recorded as a failed call', async () => {
    const hasty = clientFor(endpoint.port)
    await fault({ code: 'KeyUnavailableException', times: 2 })
    await hasty.send(new ListAliasesCommand({}))
    const { KeyMetadata } = await hasty.send(new CreateKeyCommand({}))
    const encrypt = () =>
      hasty.send(new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: new Uint8Array(3) }))
    for (const _time of [1, 2])
      await expect(encrypt()).rejects.toMatchObject({ name: 'KeyUnavailableException' })
    await encrypt()
    const { events } = (await door('trail?limit=3')) as { events: { errorCode?: string }[] }
    expect(events.map(({ errorCode }) => errorCode)).toEqual([
      'KeyUnavailableException',
      'KeyUnavailableException',
      undefined,
    ])
    hasty.destroy()
  })

  it('is the class of the SDK, and is taken back by clear and by reset', async () => {
    const hasty = clientFor(endpoint.port)
    await fault({ code: 'DependencyTimeoutException', times: 2 })
    await expect(hasty.send(new ListKeysCommand({}))).rejects.toBeInstanceOf(DependencyTimeoutException)
    await fault({ clear: true })
    await hasty.send(new ListKeysCommand({}))
    await fault({ code: 'DependencyTimeoutException' })
    await door('reset', {})
    await hasty.send(new ListKeysCommand({}))
    hasty.destroy()
  })

  it.each([
    [{}, 'code is one of'],
    [{ code: 'AccessDeniedException' }, 'code is one of'],
    [{ code: 'KMSInternalException', times: 0 }, 'times is a whole number'],
    [{ code: 'KMSInternalException', times: 1.5 }, 'times is a whole number'],
    [{ code: 'KMSInternalException', operation: 'Nothing' }, 'operation is the name'],
    [{ code: 'KMSInternalException', operation: 'constructor' }, 'operation is the name'],
    [{ code: 'KeyUnavailableException', operation: 'ListKeys' }, 'does not declare'],
    [{ code: 'KMSInternalException', often: 2 }, 'often is not known here'],
    [{ clear: true, code: 'KMSInternalException' }, 'clear is not known here'],
  ])('refuses %j in a sentence, and nothing waits then', async (body, sentence) => {
    await expect(fault(body)).rejects.toThrow(sentence)
    expect(await door('faults')).toEqual({ pending: [] })
  })
})

describe('POST /_lab/outside', () => {
  const at = { endpoint: behindProxy.XksProxyUriEndpoint, path: behindProxy.XksProxyUriPath }

  it('makes a proxy that a store connects to, and lets it fail later', async () => {
    const client = clientFor(endpoint.port)
    await door('outside', {
      proxy: {
        ...at,
        accessKeyId: behindProxy.XksProxyAuthenticationCredential.AccessKeyId,
        secretAccessKey: SECRET,
      },
      externalKey: { id: 'external-1' },
    })
    const { CustomKeyStoreId } = await client.send(new CreateCustomKeyStoreCommand(behindProxy as never))
    await client.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }))
    await travel(endpoint.port, 3_600)
    const { CustomKeyStores } = await client.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }))
    expect(CustomKeyStores?.[0]?.ConnectionState).toBe('CONNECTED')
    const { KeyMetadata } = await client.send(
      new CreateKeyCommand({ Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId, XksKeyId: 'external-1' }),
    )
    const encrypt = () =>
      client.send(new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: new Uint8Array(3) }))
    await encrypt()
    await door('outside', { proxy: { ...at, answers: 'late' } })
    await expect(encrypt()).rejects.toMatchObject({ name: 'KMSInvalidStateException' })
    client.destroy()
  })

  it.each([
    [{}, 'Say what changes'],
    [{ moon: {} }, 'moon'],
    [{ proxy: { ...at, answers: 'sometimes' } }, 'answers'],
    [{ accountId: 'x', cluster: {} }, 'accountId has 12 digits'],
    [{ region: 'mars', cluster: {} }, 'region is a commercial Region'],
  ])('refuses %j in a sentence', async (body, sentence) => {
    await expect(door('outside', body)).rejects.toThrow(sentence)
  })
})

describe('--throttle', () => {
  it('answers the sixth CreateKey of a second with ThrottlingException, and serves it a second later', async () => {
    const strict = await startEndpoint({ port: 0, start: Date.UTC(2026, 0, 12, 9), throttle: true })
    const client = clientFor(strict.port)
    const made = await Promise.allSettled(
      Array.from({ length: 30 }, () => client.send(new CreateKeyCommand({}))),
    )
    const refused = made.filter((each) => each.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(reason).toMatchObject({ name: 'ThrottlingException' })
    await travel(strict.port, 5)
    await client.send(new CreateKeyCommand({}))
    client.destroy()
    await strict.close()
  })
})
