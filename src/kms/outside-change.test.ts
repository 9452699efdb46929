import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { minutes } from '../world/clock.ts'
import { outsideChange } from './outside-change.ts'
import { OutsideRefusal } from './outside-check.ts'
import { CLUSTER, ENDPOINT_SERVICE, EXTERNAL_KEY, PROXY } from './outside-members.ts'
import { findCluster, findExternalKey, findProxy } from './outside.ts'
import { material, testAccount, type TestAccount } from './testing/account.ts'
import { behindProxy, inCluster, PASSWORD, PLACE, SECRET } from './testing/key-store.ts'

const CLUSTER_ID = inCluster.CloudHsmClusterId
const at = { endpoint: behindProxy.XksProxyUriEndpoint, path: behindProxy.XksProxyUriPath }

function say(account: TestAccount, description: unknown) {
  const { tables: reader, entropy } = account
  account.tables.apply(outsideChange({ reader, place: PLACE, entropy }, description))
}

/** Only what has no default. */
const least = {
  cluster: { id: CLUSTER_ID, trustAnchor: 'trust-a', password: PASSWORD },
  proxy: { ...at, accessKeyId: 'A'.repeat(20), secretAccessKey: SECRET },
  externalKey: { id: 'external-1' },
}

describe('a description of the world outside', () => {
  it('is enough for a store of either kind to connect and for a key to work', async () => {
    const account = testAccount()
    say(account, least)
    for (const [input, key] of [
      [inCluster, { Origin: 'AWS_CLOUDHSM' }],
      [behindProxy, { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-1' }],
    ] as const) {
      const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', input)
      await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
      account.travel(minutes(16))
      const { id } = await account.createKey({ ...key, CustomKeyStoreId })
      const { CiphertextBlob } = await account.call('Encrypt', { KeyId: id, Plaintext: material(1) })
      expect((await account.call('Decrypt', { CiphertextBlob })).Plaintext).toEqual(material(1))
    }
  })

  it('keeps what it does not name', () => {
    const account = testAccount()
    say(account, least)
    const bytes = findExternalKey(account.tables, { manager: 'key manager', id: 'external-1' })?.bytes
    say(account, { cluster: { id: CLUSTER_ID, hsms: [] }, externalKey: { id: 'external-1', enabled: false } })
    say(account, { proxy: { ...at, answers: 'late' } })
    expect(findCluster(account.tables, PLACE, CLUSTER_ID)).toMatchObject({ hsms: [], trustAnchor: 'trust-a' })
    expect(findProxy(account.tables, at)).toMatchObject({ answers: 'late', accessKeyId: 'A'.repeat(20) })
    expect(findExternalKey(account.tables, { manager: 'key manager', id: 'external-1' })).toEqual(
      expect.objectContaining({ enabled: false, bytes }),
    )
  })

  it('keeps no password and no secret as text', () => {
    const account = testAccount()
    say(account, least)
    const everything = JSON.stringify(account.tables.dump())
    expect(everything).toContain(CLUSTER_ID)
    expect(everything).not.toContain(PASSWORD)
    expect(everything).not.toContain(SECRET)
  })

  it('ends a lock with a new password, and takes a user away', () => {
    const account = testAccount()
    say(account, least)
    const kmsuser = () => findCluster(account.tables, PLACE, CLUSTER_ID)?.kmsuser
    say(account, { cluster: { id: CLUSTER_ID, locked: true, loggedIn: true } })
    expect(kmsuser()).toMatchObject({ failedLogins: 5, loggedIn: true })
    say(account, { cluster: { id: CLUSTER_ID, password: 'another-password' } })
    expect(kmsuser()).toMatchObject({ failedLogins: 0, loggedIn: true })
    say(account, { cluster: { id: CLUSTER_ID, hasKmsuser: false } })
    expect(kmsuser()).toBeUndefined()
  })

  it('makes a cluster from a backup: related, with its users, and with what the first one lost', () => {
    const account = testAccount()
    say(account, least)
    say(account, { cluster: { id: CLUSTER_ID, lost: ['key'], subnets: 'deleted' } })
    say(account, { cluster: { id: 'cluster-2bbbbbbbbbb2', backupOf: CLUSTER_ID } })
    const [original, copy] = [CLUSTER_ID, 'cluster-2bbbbbbbbbb2'].map((id) =>
      findCluster(account.tables, PLACE, id),
    )
    expect(copy).toMatchObject({ lost: [], subnets: 'fine', kmsuser: original?.kmsuser })
    expect(copy?.certificate).toBe(original?.certificate)
  })

  it('takes things away', () => {
    const account = testAccount()
    say(account, least)
    say(account, {
      cluster: { id: CLUSTER_ID, gone: true },
      proxy: { ...at, gone: true },
      externalKey: { id: 'external-1', gone: true },
    })
    expect(findCluster(account.tables, PLACE, CLUSTER_ID)).toBeUndefined()
    expect(findProxy(account.tables, at)).toBeUndefined()
    expect(findExternalKey(account.tables, { manager: 'key manager', id: 'external-1' })).toBeUndefined()
  })

  it('takes the bytes of an external key, so that they can be the ones of a real manager', () => {
    const account = testAccount()
    say(account, { externalKey: { id: 'external-1', material: encodeBase64(material(9)) } })
    expect(findExternalKey(account.tables, { manager: 'key manager', id: 'external-1' })?.bytes).toEqual(
      material(9),
    )
  })
})

describe('a description that says what cannot be', () => {
  const whole = { ...least, endpointService: {} }

  it.each([
    [null, 'The outside world must be an object.'],
    [[], 'The outside world must be an object.'],
    [{}, 'Say what changes: cluster, proxy, externalKey, endpointService.'],
    [{ moon: {} }, 'The outside world has no member moon.'],
    [{ cluster: 'x' }, 'cluster must be an object.'],
    [{ cluster: { id: CLUSTER_ID, hsm: [] } }, 'cluster has no member hsm.'],
    [{ cluster: { id: CLUSTER_ID, toString: 1 } }, 'cluster has no member toString.'],
    [{ cluster: { id: CLUSTER_ID } }, 'A new cluster needs trustAnchor.'],
    [{ cluster: { trustAnchor: 'x' } }, 'A new cluster needs id.'],
    [{ cluster: { id: CLUSTER_ID, backupOf: 'cluster-2bbbbbbbbbb2' } }, /^There is no cluster cluster-2bbb/],
    [
      { cluster: { id: CLUSTER_ID, trustAnchor: 'x', locked: true } },
      'cluster has no kmsuser: give a password first.',
    ],
    [{ proxy: at }, 'A new proxy needs accessKeyId.'],
    [{ proxy: { ...at, accessKeyId: 'A'.repeat(20) } }, 'A new proxy needs secretAccessKey.'],
    [{ externalKey: { enabled: true } }, 'A new externalKey needs id.'],
    [{ endpointService: { name: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a' } }, /needs privateDnsName/],
  ])('is refused, and nothing changes: %j', (description, sentence) => {
    const account = testAccount()
    const before = account.tables.dump()
    expect(() => say(account, description)).toThrow(OutsideRefusal)
    expect(() => say(account, description)).toThrow(sentence)
    expect(account.tables.dump()).toEqual(before)
  })

  it.each(
    Object.entries({
      cluster: CLUSTER,
      proxy: PROXY,
      externalKey: EXTERNAL_KEY,
      endpointService: ENDPOINT_SERVICE,
    }).flatMap(([kind, members]) => Object.keys(members).map((member) => [kind, member] as const)),
  )('has no value of the wrong kind: %s.%s', (kind, member) => {
    const account = testAccount()
    say(account, least)
    for (const value of [{}, Number.NaN, -1, '']) {
      const described = { ...whole[kind as keyof typeof whole], [member]: value }
      expect(() => say(account, { [kind]: described })).toThrow(`${kind}.${member} must be`)
    }
  })

  it('keeps an access key and its secret together', () => {
    const account = testAccount()
    say(account, least)
    expect(() => say(account, { proxy: { ...at, accessKeyId: 'B'.repeat(20) } })).toThrow(
      'proxy.accessKeyId comes with a secretAccessKey of its own.',
    )
  })
})
