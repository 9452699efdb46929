import { describe, expect, it } from 'vitest'
import { additionalData, packCiphertext, readCiphertext, type Ciphertext } from './ciphertext.ts'
import { concatBytes, type Bytes } from '../bytes/bytes.ts'
import { days, minutes } from '../world/clock.ts'
import { putCluster } from './outside.ts'
import { material, testAccount, type TestAccount } from './testing/account.ts'
import {
  behindProxy,
  cluster,
  connected,
  external,
  inCluster,
  outside,
  PASSWORD,
  PLACE,
  SECRET,
} from './testing/key-store.ts'

type World = NonNullable<Parameters<typeof outside>[1]>

const HSM = [inCluster, { Origin: 'AWS_CLOUDHSM' }] as const
const XKS = [behindProxy, { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-1' }] as const

async function keyIn(account: TestAccount, [store, key]: typeof HSM | typeof XKS) {
  const CustomKeyStoreId = await connected(account, store)
  const { id, arn } = await account.createKey({ ...key, CustomKeyStoreId })
  const { CiphertextBlob } = await account.call('Encrypt', {
    KeyId: id,
    Plaintext: material(1),
    EncryptionContext: { for: 'test' },
  })
  const open = (context: object = { for: 'test' }, blob: Bytes = CiphertextBlob) =>
    account.call('Decrypt', { CiphertextBlob: blob, EncryptionContext: context })
  return { id, arn, CustomKeyStoreId, blob: CiphertextBlob as Bytes, open }
}

const CANNOT = /^AWS KMS cannot communicate with the external key store proxy/
const troubles: readonly (readonly [string, typeof HSM | typeof XKS, World, string | RegExp])[] = [
  [
    'the cluster has no HSM left',
    HSM,
    { cluster: { hsms: [] } },
    'KMS cannot communicate with your CloudHSM cluster',
  ],
  [
    'a firewall is in the way',
    HSM,
    { cluster: { network: false } },
    'KMS cannot communicate with your CloudHSM cluster',
  ],
  ['the proxy is switched off', XKS, { proxy: { reachable: false } }, CANNOT],
  ['the way to the proxy is broken', XKS, { proxy: { network: false } }, CANNOT],
  [
    'the certificate of the proxy ran out',
    XKS,
    { proxy: { tls: false } },
    /cannot establish a TLS connection/,
  ],
  ['the proxy takes its time', XKS, { proxy: { answers: 'late' } }, /did not respond in time/],
  [
    'the proxy says what nobody understands',
    XKS,
    { proxy: { answers: 'garbled' } },
    /cannot interpret the response/,
  ],
  [
    'the proxy cannot do it',
    XKS,
    { proxy: { answers: 'unsupported' } },
    /does not support the requested crypto/,
  ],
  [
    'the proxy has other credentials now',
    XKS,
    { proxy: { secret: 'other' } },
    /could not authenticate AWS KMS/,
  ],
  ['the proxy has rules', XKS, { proxy: { authorizes: false } }, /denied access to the operation/],
  ['every manager instance is down', XKS, { proxy: { managerUp: false } }, /is in an unhealthy state/],
  ['the external key is disabled', XKS, { external: { enabled: false } }, /external key is not enabled/],
  [
    'the external key may not decrypt',
    XKS,
    { external: { usage: ['ENCRYPT'] } },
    /does not support the requested op/,
  ],
  [
    'the proxy knows another manager',
    XKS,
    { proxy: { manager: 'manager-b' } },
    /could not find the external key/,
  ],
  [
    'the external key is another one',
    XKS,
    { external: { bytes: material(8) } },
    /ciphertext or additional auth/,
  ],
]

describe('a key in a store that is CONNECTED', () => {
  it.each(troubles)(
    'does not decrypt while %s, and does again afterwards',
    async (_, kind, world, message) => {
      const account = testAccount()
      const { open, id, CustomKeyStoreId } = await keyIn(account, kind)
      outside(account, world)
      await expect(open()).rejects.toMatchObject({
        code: 'KMSInvalidStateException',
        message: expect.stringMatching(message),
      })
      const stores = await account.call('DescribeCustomKeyStores', { CustomKeyStoreId })
      expect(stores.CustomKeyStores[0].ConnectionState).toBe('CONNECTED')
      expect(await account.state(id)).toBe('Enabled')
      if (kind === HSM) return
      outside(account)
      expect((await open()).Plaintext).toEqual(material(1))
    },
  )

  it('is gone with its material in the cluster, until a related cluster that has it takes over', async () => {
    const account = testAccount()
    const { id, open, CustomKeyStoreId } = await keyIn(account, HSM)
    outside(account, { cluster: { lost: ['another key'] } })
    expect((await open()).Plaintext).toEqual(material(1))
    outside(account, { cluster: { lost: [id] } })
    await expect(open()).rejects.toMatchObject({ code: 'KMSInvalidStateException', message: '' })

    const CloudHsmClusterId = 'cluster-2bbbbbbbbbb2'
    account.tables.apply([putCluster(PLACE, cluster({ id: CloudHsmClusterId }))])
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    account.travel(minutes(2))
    // The backup is older than the password that KMS gave kmsuser when it connected.
    const KeyStorePassword = PASSWORD
    await account.call('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId, KeyStorePassword })
    await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
    account.travel(minutes(16))
    expect((await open()).Plaintext).toEqual(material(1))
    const { KeyMetadata } = await account.call('DescribeKey', { KeyId: id })
    expect(KeyMetadata.CloudHsmClusterId).toBe(CloudHsmClusterId)
  })

  it('meets an internal error while the cluster has no session left', async () => {
    const account = testAccount()
    const { open } = await keyIn(account, HSM)
    outside(account, { cluster: { sessions: false } })
    await expect(open()).rejects.toMatchObject({ code: 'KMSInternalException' })
  })

  it('makes data keys and re-encrypts through the store as well', async () => {
    const account = testAccount()
    const { id, blob } = await keyIn(account, XKS)
    outside(account, { external: { enabled: false } })
    const requests = {
      Encrypt: { KeyId: id, Plaintext: material(2) },
      GenerateDataKey: { KeyId: id, KeySpec: 'AES_256' },
      GenerateDataKeyWithoutPlaintext: { KeyId: id, KeySpec: 'AES_256' },
      ReEncrypt: {
        CiphertextBlob: blob,
        SourceEncryptionContext: { for: 'test' },
        DestinationKeyId: (await account.createKey()).id,
      },
    }
    for (const [operation, input] of Object.entries(requests))
      await expect(account.call(operation, input), operation).rejects.toMatchObject({
        code: 'KMSInvalidStateException',
      })
  })
})

describe('double encryption', () => {
  it('refuses a wrong context with the words of the proxy, where other keys answer InvalidCiphertextException', async () => {
    const account = testAccount()
    const { open } = await keyIn(account, XKS)
    await expect(open({ for: 'other' })).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: expect.stringMatching(/specified ciphertext or additional authenticated data/),
    })
    const inCloudHsm = await keyIn(testAccount(), HSM)
    await expect(inCloudHsm.open({ for: 'other' })).rejects.toMatchObject({
      code: 'InvalidCiphertextException',
      message: '',
    })
  })

  it('hides what KMS made: the external key alone opens the outer layer and finds no plaintext', async () => {
    const account = testAccount()
    const { blob } = await keyIn(account, XKS)
    const inner = await outerLayer(account, blob).open()
    expect(inner).toHaveLength(32 + 16)
    expect(inner.slice(0, 32)).not.toEqual(material(1))
  })

  it('notices what the manager changed inside its layer', async () => {
    const account = testAccount()
    const { blob, open } = await keyIn(account, XKS)
    const outer = outerLayer(account, blob)
    const inner = await outer.open()
    inner[0] = (inner[0] as number) ^ 1
    await expect(open({ for: 'test' }, await outer.close(inner))).rejects.toMatchObject({
      code: 'KMSInvalidStateException',
      message: expect.stringMatching(/^The ciphertext that the external key store proxy submitted/),
    })
  })

  it('binds the KMS key: another one over the same external key does not open it', async () => {
    const account = testAccount()
    const { id, blob, CustomKeyStoreId } = await keyIn(account, XKS)
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    account.travel(days(8))
    const second = await account.createKey({ ...XKS[1], CustomKeyStoreId })
    await expect(
      account.call('Decrypt', {
        CiphertextBlob: blob,
        KeyId: second.id,
        EncryptionContext: { for: 'test' },
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(AccessDenied|IncorrectKey)Exception$/) })
  })
})

/** What the customer's manager can do by itself: it holds the external key, and nothing of KMS. */
function outerLayer(account: TestAccount, blob: Bytes) {
  const { headerBytes, iv, sealed } = readCiphertext(blob) as Ciphertext
  const aad = additionalData(headerBytes, { for: 'test' })
  const cipher = account.crypto.aesGcm(external().bytes)
  const outerIv = sealed.slice(0, 12)
  return {
    open: async () => (await cipher).open(outerIv, aad, sealed.slice(12)),
    close: async (inner: Bytes) =>
      packCiphertext(headerBytes, iv, concatBytes(outerIv, await (await cipher).seal(outerIv, aad, inner))),
  }
}

describe('a key in a store that is not connected', () => {
  async function unavailable() {
    const account = testAccount()
    const made = await keyIn(account, HSM)
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId: made.CustomKeyStoreId })
    account.travel(minutes(2))
    const reconnect = async () => {
      await account.call('ConnectCustomKeyStore', { CustomKeyStoreId: made.CustomKeyStoreId })
      account.travel(minutes(16))
    }
    return { account, reconnect, ...made }
  }

  it('is disabled and enabled all the same, and shows it once it is back (note 12)', async () => {
    const { account, id, reconnect } = await unavailable()
    await account.call('DisableKey', { KeyId: id })
    expect(await account.state(id)).toBe('Unavailable')
    await reconnect()
    expect(await account.state(id)).toBe('Disabled')
  })

  it('is scheduled for deletion, and kept by a cancel without a connection (note 13)', async () => {
    const { account, id, arn, reconnect } = await unavailable()
    await expect(account.call('CancelKeyDeletion', { KeyId: id })).rejects.toMatchObject({
      message: `${arn} is not pending deletion.`,
    })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    expect(await account.state(id)).toBe('PendingDeletion')
    await account.call('CancelKeyDeletion', { KeyId: id })
    expect(await account.state(id)).toBe('Unavailable')
    await reconnect()
    expect(await account.state(id)).toBe('Disabled')
  })

  it('stays Unavailable while connecting, and when connecting fails', async () => {
    const { account, id, CustomKeyStoreId } = await unavailable()
    outside(account, { cluster: { network: false } })
    await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
    expect(await account.state(id)).toBe('Unavailable')
    account.travel(minutes(16))
    expect(await account.state(id)).toBe('Unavailable')
  })
})

describe('the audit record', () => {
  const last = (account: TestAccount) => account.trail.at(-1)

  it('names store and external key beside a cryptographic operation, also a failed one', async () => {
    const account = testAccount()
    const { open, CustomKeyStoreId } = await keyIn(account, XKS)
    await open()
    const named = { customKeyStoreId: CustomKeyStoreId, xksKeyId: 'external-1' }
    expect(last(account)?.additionalEventData).toMatchObject(named)
    outside(account, { proxy: { reachable: false } })
    await expect(open()).rejects.toThrow()
    expect(last(account)).toMatchObject({
      errorCode: 'KMSInvalidStateException',
      errorMessage: expect.stringMatching(CANNOT),
      additionalEventData: named,
    })
  })

  it('names the store of a key store operation, the cluster as clusterId, and never a secret', async () => {
    const account = testAccount()
    const { CustomKeyStoreId } = await keyIn(account, HSM)
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    expect(last(account)).toMatchObject({
      requestParameters: { customKeyStoreId: CustomKeyStoreId },
      responseElements: null,
      additionalEventData: { customKeyStoreName: 'cluster-store', clusterId: inCluster.CloudHsmClusterId },
    })
    await account.call('CreateCustomKeyStore', behindProxy)
    const created = account.trail.filter(({ eventName }) => eventName === 'CreateCustomKeyStore')
    expect(created[0]?.requestParameters).toEqual({
      customKeyStoreName: 'cluster-store',
      clusterId: inCluster.CloudHsmClusterId,
    })
    expect(created[0]?.responseElements).toEqual({ customKeyStoreId: CustomKeyStoreId })
    const everything = JSON.stringify([account.trail, account.tables.dump()])
    expect(everything).toContain(CustomKeyStoreId)
    for (const secret of [PASSWORD, SECRET]) expect(everything).not.toContain(secret)
  })
})
