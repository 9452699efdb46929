import { describe, expect, it } from 'vitest'
import { minutes } from '../world/clock.ts'
import { putCluster } from './outside.ts'
import { caller, material, testAccount, type TestAccount } from './testing/account.ts'
import {
  PLACE,
  SECRET,
  PASSWORD,
  cluster,
  outside,
  inCluster,
  behindProxy,
  connected,
} from './testing/key-store.ts'

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  )

const entry = async (account: TestAccount, CustomKeyStoreId: string) =>
  (await account.call('DescribeCustomKeyStores', { CustomKeyStoreId })).CustomKeyStores[0]

describe('CreateCustomKeyStore', () => {
  it('makes a store that is not connected yet, and shows no secret', async () => {
    const account = testAccount()
    outside(account)
    for (const input of [inCluster, behindProxy]) await account.call('CreateCustomKeyStore', input)
    const { CustomKeyStores } = await account.call('DescribeCustomKeyStores')
    expect(CustomKeyStores).toMatchObject([
      {
        CustomKeyStoreName: 'cluster-store',
        ConnectionState: 'DISCONNECTED',
        CustomKeyStoreType: 'AWS_CLOUDHSM',
      },
      { XksProxyConfiguration: { UriPath: '/kms/xks/v1' }, CustomKeyStoreType: 'EXTERNAL_KEY_STORE' },
    ])
    const everything = JSON.stringify([account.trail, account.tables.dump(), CustomKeyStores])
    expect(everything).not.toContain(SECRET)
    expect(everything).not.toContain(PASSWORD)
  })

  it.each([
    ['CloudHsmClusterNotFoundException', {}, { ...inCluster, CloudHsmClusterId: 'cluster-2bbbbbbbbbb2' }],
    ['CloudHsmClusterNotActiveException', { cluster: { active: false } }, inCluster],
    ['CloudHsmClusterInvalidConfigurationException', { cluster: { hsms: ['eu-west-1a'] } }, inCluster],
    ['IncorrectTrustAnchorException', {}, { ...inCluster, TrustAnchorCertificate: 'trust-b' }],
    ['ValidationException', {}, { ...inCluster, XksProxyUriPath: '/kms/xks/v1' }],
    ['ValidationException', {}, { CustomKeyStoreName: 'no-cluster' }],
    ['XksProxyUriUnreachableException', { proxy: { reachable: false } }, behindProxy],
    ['XksProxyInvalidResponseException', { proxy: { answers: 'garbled' as const } }, behindProxy],
    ['XksProxyInvalidConfigurationException', { proxy: { tls: false } }, behindProxy],
    [
      'XksProxyIncorrectAuthenticationCredentialException',
      {},
      {
        ...behindProxy,
        XksProxyAuthenticationCredential: { AccessKeyId: 'B'.repeat(20), RawSecretAccessKey: SECRET },
      },
    ],
    [
      'XksProxyVpcEndpointServiceNotFoundException',
      {},
      {
        ...behindProxy,
        XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
        XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a',
        XksProxyVpcEndpointServiceOwner: '111122223333',
      },
    ],
  ])('answers %s', async (expected, world, input) => {
    const account = testAccount()
    outside(account, world)
    expect(await code(account.call('CreateCustomKeyStore', input))).toBe(expected)
  })

  it('takes a name, a cluster and an address once, and ten stores in all', async () => {
    const account = testAccount({ limits: { keyStores: 2 } })
    outside(account)
    const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', inCluster)
    expect((await account.call('CreateCustomKeyStore', inCluster)).CustomKeyStoreId).toBe(CustomKeyStoreId)
    const again = (input: object) => code(account.call('CreateCustomKeyStore', { ...input }))
    expect(await again({ ...inCluster, CustomKeyStoreName: 'other' })).toBe('CloudHsmClusterInUseException')
    expect(await again({ ...behindProxy, CustomKeyStoreName: 'cluster-store' })).toBe(
      'CustomKeyStoreNameInUseException',
    )
    await account.call('CreateCustomKeyStore', behindProxy)
    expect(await again({ ...behindProxy, CustomKeyStoreName: 'third' })).toBe('LimitExceededException')
    const roomy = testAccount()
    outside(roomy)
    await roomy.call('CreateCustomKeyStore', behindProxy)
    expect(await code(roomy.call('CreateCustomKeyStore', { ...behindProxy, CustomKeyStoreName: 'b' }))).toBe(
      'XksProxyUriInUseException',
    )
  })
})

describe('connecting', () => {
  it.each([
    ['CLUSTER', inCluster, 'CONNECTED', undefined, {}],
    ['PROXY', behindProxy, 'CONNECTED', undefined, {}],
    ['CLUSTER', inCluster, 'FAILED', 'INSUFFICIENT_CLOUDHSM_HSMS', { cluster: { hsms: [] } }],
    ['CLUSTER', inCluster, 'FAILED', 'NETWORK_ERRORS', { cluster: { network: false } }],
    ['CLUSTER', inCluster, 'FAILED', 'SUBNET_NOT_FOUND', { cluster: { subnets: 'deleted' as const } }],
    [
      'CLUSTER',
      inCluster,
      'FAILED',
      'USER_LOCKED_OUT',
      { cluster: { kmsuser: { password: 'x', failedLogins: 5, loggedIn: false } } },
    ],
    [
      'CLUSTER',
      inCluster,
      'FAILED',
      'INVALID_CREDENTIALS',
      { cluster: { kmsuser: { password: 'x', failedLogins: 0, loggedIn: false } } },
    ],
    [
      'CLUSTER',
      inCluster,
      'FAILED',
      'USER_LOGGED_IN',
      { cluster: { kmsuser: { password: 'x', failedLogins: 0, loggedIn: true } } },
    ],
    ['PROXY', behindProxy, 'FAILED', 'XKS_PROXY_NOT_REACHABLE', { proxy: { reachable: false } }],
    ['PROXY', behindProxy, 'FAILED', 'XKS_PROXY_TIMED_OUT', { proxy: { answers: 'late' as const } }],
    ['PROXY', behindProxy, 'FAILED', 'XKS_PROXY_ACCESS_DENIED', { proxy: { authorizes: false } }],
  ])('%s %#: ends %s %s', async (_, input, state, failure, change) => {
    const account = testAccount()
    outside(account)
    const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', input)
    await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
    outside(account, change)
    expect((await entry(account, CustomKeyStoreId)).ConnectionState).toBe('CONNECTING')
    account.travel(minutes(16))
    const { ConnectionState, ConnectionErrorCode } = await entry(account, CustomKeyStoreId)
    expect([ConnectionState, ConnectionErrorCode]).toEqual([state, failure])
  })
})

const makeKey = (account: TestAccount, CustomKeyStoreId: string, more: object = {}) =>
  account.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId, ...more })
const xksKey = { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-1' }

describe('keys in a custom key store', () => {
  it('encrypt while the store is connected, are Unavailable when it is not, and come back', async () => {
    const account = testAccount()
    const CustomKeyStoreId = await connected(account, inCluster)
    const { id, arn } = await makeKey(account, CustomKeyStoreId)
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    expect(await account.state(id)).toBe('Unavailable')
    await expect(account.call('Decrypt', { CiphertextBlob })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: `${arn} is unavailable.`,
    })
    account.travel(minutes(2))
    await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
    account.travel(minutes(16))
    expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(material(1))
  })

  it('need both layers in an external store: another external key opens nothing', async () => {
    const account = testAccount()
    const CustomKeyStoreId = await connected(account, behindProxy)
    const { id } = await makeKey(account, CustomKeyStoreId, xksKey)
    const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
    expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(material(1))
    outside(account, { external: { bytes: material(8) } })
    expect(await code(account.call('Decrypt', { CiphertextBlob }))).toBe('KMSInvalidStateException')
    outside(account, { external: { enabled: false } })
    expect(await code(account.call('Decrypt', { CiphertextBlob }))).toBe('KMSInvalidStateException')
    outside(account, { proxy: { reachable: false } })
    expect(await code(account.call('Encrypt', { KeyId: id, Plaintext: material(1) }))).toBe(
      'KMSInvalidStateException',
    )
  })

  it('answer KMSInvalidStateException while the cluster does not answer', async () => {
    const account = testAccount()
    const { id } = await makeKey(account, await connected(account, inCluster))
    outside(account, { cluster: { hsms: [] } })
    await expect(account.call('Encrypt', { KeyId: id, Plaintext: material(1) })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: 'KMS cannot communicate with your CloudHSM cluster',
    })
  })

  it.each([
    ['UnsupportedOperationException', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }],
    ['UnsupportedOperationException', { MultiRegion: true }],
    ['ValidationException', { Origin: 'AWS_KMS' }],
    ['ValidationException', { XksKeyId: 'external-1' }],
    ['ValidationException', xksKey],
  ])('are refused with %s: %j', async (expected, more) => {
    const account = testAccount()
    expect(await code(makeKey(account, await connected(account, inCluster), more))).toBe(expected)
  })

  it.each([
    ['XksKeyNotFoundException', { id: 'other' }, 'external-9'],
    ['XksKeyInvalidConfigurationException', { enabled: false }, 'external-1'],
    ['XksKeyInvalidConfigurationException', { spec: 'AES_128' as const }, 'external-1'],
  ])('answer %s for an unfit external key', async (expected, change, XksKeyId) => {
    const account = testAccount()
    const store = await connected(account, behindProxy)
    outside(account, { external: change })
    expect(await code(makeKey(account, store, { ...xksKey, XksKeyId }))).toBe(expected)
  })

  it('use an external key once', async () => {
    const account = testAccount()
    const store = await connected(account, behindProxy)
    await makeKey(account, store, xksKey)
    expect(await code(makeKey(account, store, xksKey))).toBe('XksKeyAlreadyInUseException')
  })

  it.each([
    ['EnableKeyRotation', {}],
    ['GetKeyRotationStatus', {}],
    ['RotateKeyOnDemand', {}],
    ['GetParametersForImport', { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }],
    ['DeleteImportedKeyMaterial', {}],
    ['GenerateDataKeyPair', { KeyPairSpec: 'RSA_2048' }],
  ])('refuse %s by their origin', async (operation, input) => {
    const account = testAccount()
    const { id, arn } = await makeKey(account, await connected(account, inCluster))
    await expect(account.call(operation, { KeyId: id, ...input })).rejects.toMatchObject({
      code: 'UnsupportedOperationException',
      message: `${arn} origin is AWS_CLOUDHSM which is not valid for this operation.`,
    })
  })

  it('keep their store from being deleted', async () => {
    const account = testAccount()
    const CustomKeyStoreId = await connected(account, inCluster)
    await makeKey(account, CustomKeyStoreId)
    const remove = () => code(account.call('DeleteCustomKeyStore', { CustomKeyStoreId }))
    expect(await remove()).toBe('CustomKeyStoreInvalidStateException')
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    account.travel(minutes(2))
    expect(await remove()).toBe('CustomKeyStoreHasCMKsException')
  })
})

describe('UpdateCustomKeyStore', () => {
  it('renames, takes a new password, and only a related cluster', async () => {
    const account = testAccount()
    outside(account)
    const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', inCluster)
    account.tables.apply([
      putCluster(PLACE, cluster({ id: 'cluster-2cccccccccc2', certificate: 'certificate-c' })),
    ])
    const update = (input: object) =>
      code(account.call('UpdateCustomKeyStore', { CustomKeyStoreId, ...input }))
    expect(await update({ NewCustomKeyStoreName: 'renamed', KeyStorePassword: 'another-password' })).toBe(
      'ok',
    )
    expect((await entry(account, CustomKeyStoreId)).CustomKeyStoreName).toBe('renamed')
    expect(await update({ CloudHsmClusterId: 'cluster-2cccccccccc2' })).toBe(
      'CloudHsmClusterNotRelatedException',
    )
    expect(await update({ XksProxyUriPath: '/kms/xks/v1' })).toBe('ValidationException')
    await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
    expect(await update({ NewCustomKeyStoreName: 'late' })).toBe('CustomKeyStoreInvalidStateException')
    account.travel(minutes(16))
    expect((await entry(account, CustomKeyStoreId)).ConnectionErrorCode).toBe('INVALID_CREDENTIALS')
  })

  it('is unknown in another Region', async () => {
    const account = testAccount()
    outside(account)
    const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', inCluster)
    expect(
      await code(account.call('UpdateCustomKeyStore', { CustomKeyStoreId }, caller('eu-central-1'))),
    ).toBe('CustomKeyStoreNotFoundException')
  })
})

describe('GenerateRandom', () => {
  it('draws from a connected cluster, and from no external key manager', async () => {
    const account = testAccount()
    const store = await connected(account, inCluster)
    const random = (CustomKeyStoreId: string) =>
      code(account.call('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId }))
    expect(await random(store)).toBe('ok')
    const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', behindProxy)
    expect(await random(CustomKeyStoreId)).toBe('UnsupportedOperationException')
    expect(await random('cks-0')).toBe('CustomKeyStoreNotFoundException')
  })
})
