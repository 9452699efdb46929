import { describe, expect, it } from 'vitest'
import { minutes } from '../world/clock.ts'
import type { KmsErrorCode } from './errors.ts'
import { operations } from './operations/index.ts'
import { putCluster, putEndpointService, putProxy, type VpcEndpointService } from './outside.ts'
import { testAccount, type TestAccount } from './testing/account.ts'
import { behindProxy, cluster, connected, inCluster, outside, PLACE, proxy } from './testing/key-store.ts'

type Cause = (account: TestAccount) => Promise<unknown>

const SERVICE = 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a'
const byService = {
  ...behindProxy,
  CustomKeyStoreName: 'service-store',
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: SERVICE,
}
const service = (change: Partial<VpcEndpointService> = {}): VpcEndpointService => ({
  name: SERVICE,
  owner: PLACE.accountId,
  privateDnsName: 'xks.example.com',
  allowsKms: true,
  acceptanceRequired: false,
  loadBalancer: 'network',
  zones: 2,
  domainVerified: true,
  ...change,
})
const putService = (account: TestAccount, change: Partial<VpcEndpointService> = {}) =>
  account.tables.apply([putEndpointService(PLACE.region, service(change))])

const create = (account: TestAccount, input: object) => account.call('CreateCustomKeyStore', { ...input })
const idOf = async (account: TestAccount, input: object): Promise<string> =>
  (await create(account, input)).CustomKeyStoreId
const wrongSecret = {
  XksProxyAuthenticationCredential: { AccessKeyId: 'A'.repeat(20), RawSecretAccessKey: 'w'.repeat(43) },
}
const other = { CustomKeyStoreName: 'other' }

/** Runs one request after the world outside has changed. */
const after =
  (change: Parameters<typeof outside>[1], run: Cause): Cause =>
  (account) => {
    outside(account, change)
    return run(account)
  }
const creating = (input: object, change: Parameters<typeof outside>[1] = {}): Cause =>
  after(change, (account) => create(account, input))

/** Update of a store that is not connected, after a change of what stands behind it. */
const updating =
  (store: object, input: object, prepare: (account: TestAccount) => unknown = () => undefined): Cause =>
  async (account) => {
    outside(account)
    putService(account)
    const CustomKeyStoreId = await idOf(account, store)
    await prepare(account)
    return account.call('UpdateCustomKeyStore', { CustomKeyStoreId, ...input })
  }

const inStore =
  (store: object, key: object, change: Parameters<typeof outside>[1] = {}): Cause =>
  async (account) => {
    const CustomKeyStoreId = await connected(account, { ...store })
    outside(account, change)
    return account.createKey({ CustomKeyStoreId, ...key })
  }
const hsmKey = { Origin: 'AWS_CLOUDHSM' }
const xksKey = { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-1' }

const related = (account: TestAccount, change: Parameters<typeof cluster>[0] = {}) =>
  account.tables.apply([putCluster(PLACE, cluster({ id: 'cluster-2bbbbbbbbbb2', ...change }))])
const moved = { CloudHsmClusterId: 'cluster-2bbbbbbbbbb2' }
const elsewhere = { XksProxyUriPath: '/b/kms/xks/v1' }
const secondProxy = (account: TestAccount, change: Parameters<typeof proxy>[0] = {}) =>
  account.tables.apply([putProxy(proxy({ path: '/b/kms/xks/v1', ...change }))])
/** Connecting a store whose cluster has changed since. */
const connecting =
  (change: Parameters<typeof cluster>[0]): Cause =>
  async (account) => {
    outside(account)
    const CustomKeyStoreId = await idOf(account, inCluster)
    outside(account, { cluster: change ?? {} })
    return account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
  }
const unknown =
  (operation: string): Cause =>
  (account) =>
    account.call(operation, { CustomKeyStoreId: 'cks-1234567890abcdef0' })

/** How a learner comes to each exception that these operations declare about stores and what stands behind them. */
const causes: Readonly<Record<string, Partial<Record<KmsErrorCode, Cause>>>> = {
  CreateCustomKeyStore: {
    CloudHsmClusterInUseException: async (account) => {
      outside(account)
      await create(account, inCluster)
      return create(account, { ...inCluster, ...other })
    },
    CloudHsmClusterInvalidConfigurationException: creating(inCluster, { cluster: { securityGroup: false } }),
    CloudHsmClusterNotActiveException: creating(inCluster, { cluster: { active: false } }),
    CloudHsmClusterNotFoundException: creating({ ...inCluster, ...moved }),
    CustomKeyStoreNameInUseException: async (account) => {
      outside(account)
      await create(account, inCluster)
      return create(account, { ...behindProxy, CustomKeyStoreName: inCluster.CustomKeyStoreName })
    },
    IncorrectTrustAnchorException: creating({ ...inCluster, TrustAnchorCertificate: 'trust-b' }),
    KMSInternalException: creating(behindProxy, { proxy: { awsFails: true } }),
    LimitExceededException: async (account) => {
      outside(account)
      for (let n = 0; n < 10; n++) {
        const XksProxyUriPath = `/${n}/kms/xks/v1`
        account.tables.apply([putProxy(proxy({ path: XksProxyUriPath }))])
        await create(account, { ...behindProxy, CustomKeyStoreName: `store ${n}`, XksProxyUriPath })
      }
      return create(account, inCluster)
    },
    XksProxyIncorrectAuthenticationCredentialException: creating({ ...behindProxy, ...wrongSecret }),
    XksProxyInvalidConfigurationException: creating({ ...behindProxy, ...elsewhere }),
    XksProxyInvalidResponseException: creating(behindProxy, { proxy: { answers: 'garbled' } }),
    XksProxyUriEndpointInUseException: async (account) => {
      outside(account)
      putService(account)
      await create(account, byService)
      return create(account, { ...behindProxy, ...elsewhere })
    },
    XksProxyUriInUseException: async (account) => {
      outside(account)
      await create(account, behindProxy)
      return create(account, { ...behindProxy, ...other })
    },
    XksProxyUriUnreachableException: creating(behindProxy, { proxy: { managerUp: false } }),
    XksProxyVpcEndpointServiceInUseException: async (account) => {
      outside(account)
      putService(account)
      await create(account, byService)
      return create(account, { ...byService, ...other, XksProxyUriEndpoint: 'https://b.example.com' })
    },
    XksProxyVpcEndpointServiceInvalidConfigurationException: (account) => {
      putService(account, { acceptanceRequired: true })
      return create(account, byService)
    },
    XksProxyVpcEndpointServiceNotFoundException: (account) => {
      putService(account, { allowsKms: false })
      return create(account, byService)
    },
  },
  ConnectCustomKeyStore: {
    CloudHsmClusterInvalidConfigurationException: connecting({ hsms: [] }),
    CloudHsmClusterNotActiveException: connecting({ active: false }),
    CustomKeyStoreInvalidStateException: async (account) => {
      const CustomKeyStoreId = await connected(account, inCluster)
      await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
      return account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
    },
    CustomKeyStoreNotFoundException: unknown('ConnectCustomKeyStore'),
  },
  CreateKey: {
    CloudHsmClusterInvalidConfigurationException: inStore(inCluster, hsmKey, {
      cluster: { hsms: ['eu-west-1a'] },
    }),
    CustomKeyStoreInvalidStateException: async (account) => {
      outside(account)
      return account.createKey({ ...hsmKey, CustomKeyStoreId: await idOf(account, inCluster) })
    },
    CustomKeyStoreNotFoundException: (account) =>
      account.createKey({ ...hsmKey, CustomKeyStoreId: 'cks-1234567890abcdef0' }),
    UnsupportedOperationException: inStore(behindProxy, xksKey, { proxy: { answers: 'unsupported' } }),
    XksKeyAlreadyInUseException: async (account) => {
      const CustomKeyStoreId = await connected(account, behindProxy)
      await account.createKey({ ...xksKey, CustomKeyStoreId })
      return account.createKey({ ...xksKey, CustomKeyStoreId })
    },
    XksKeyInvalidConfigurationException: inStore(behindProxy, xksKey, { external: { enabled: false } }),
    XksKeyNotFoundException: inStore(behindProxy, { ...xksKey, XksKeyId: 'external-9' }),
  },
  DeleteCustomKeyStore: {
    CustomKeyStoreHasCMKsException: async (account) => {
      const CustomKeyStoreId = await connected(account, inCluster)
      await account.createKey({ ...hsmKey, CustomKeyStoreId })
      await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
      account.travel(minutes(2))
      return account.call('DeleteCustomKeyStore', { CustomKeyStoreId })
    },
    CustomKeyStoreInvalidStateException: async (account) =>
      account.call('DeleteCustomKeyStore', { CustomKeyStoreId: await connected(account, inCluster) }),
    CustomKeyStoreNotFoundException: unknown('DeleteCustomKeyStore'),
  },
  DescribeCustomKeyStores: {
    CustomKeyStoreNotFoundException: (account) =>
      account.call('DescribeCustomKeyStores', { CustomKeyStoreName: 'nobody' }),
    InvalidMarkerException: (account) => account.call('DescribeCustomKeyStores', { Marker: 'x' }),
  },
  DisconnectCustomKeyStore: {
    CustomKeyStoreInvalidStateException: async (account) => {
      outside(account)
      const CustomKeyStoreId = await idOf(account, inCluster)
      return account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    },
    CustomKeyStoreNotFoundException: unknown('DisconnectCustomKeyStore'),
  },
  GenerateRandom: {
    CustomKeyStoreInvalidStateException: async (account) => {
      outside(account)
      const CustomKeyStoreId = await idOf(account, inCluster)
      return account.call('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId })
    },
    CustomKeyStoreNotFoundException: (account) =>
      account.call('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId: 'cks-1234567890abcdef0' }),
    DependencyTimeoutException: async (account) => {
      const CustomKeyStoreId = await connected(account, inCluster)
      outside(account, { cluster: { network: false } })
      return account.call('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId })
    },
    UnsupportedOperationException: async (account) => {
      const CustomKeyStoreId = await connected(account, behindProxy)
      return account.call('GenerateRandom', { NumberOfBytes: 8, CustomKeyStoreId })
    },
  },
  UpdateCustomKeyStore: {
    CloudHsmClusterInvalidConfigurationException: updating(inCluster, moved, (account) =>
      related(account, { subnets: 'one zone' }),
    ),
    CloudHsmClusterNotActiveException: updating(inCluster, moved, (account) =>
      related(account, { active: false }),
    ),
    CloudHsmClusterNotFoundException: updating(inCluster, moved),
    CloudHsmClusterNotRelatedException: updating(inCluster, moved, (account) =>
      related(account, { certificate: 'certificate-b' }),
    ),
    CustomKeyStoreInvalidStateException: async (account) =>
      account.call('UpdateCustomKeyStore', {
        CustomKeyStoreId: await connected(account, inCluster),
        KeyStorePassword: 'another-password',
      }),
    CustomKeyStoreNameInUseException: updating(
      inCluster,
      { NewCustomKeyStoreName: 'proxy-store' },
      (account) => create(account, behindProxy),
    ),
    CustomKeyStoreNotFoundException: unknown('UpdateCustomKeyStore'),
    KMSInternalException: updating(behindProxy, elsewhere, (account) =>
      secondProxy(account, { awsFails: true }),
    ),
    XksProxyIncorrectAuthenticationCredentialException: updating(behindProxy, wrongSecret),
    XksProxyInvalidConfigurationException: updating(behindProxy, elsewhere),
    XksProxyInvalidResponseException: updating(behindProxy, elsewhere, (account) =>
      secondProxy(account, { answers: 'garbled' }),
    ),
    XksProxyUriEndpointInUseException: async (account) => {
      outside(account)
      putService(account)
      secondProxy(account, { endpoint: 'https://b.example.com' })
      const CustomKeyStoreId = await idOf(account, {
        ...behindProxy,
        ...elsewhere,
        XksProxyUriEndpoint: 'https://b.example.com',
      })
      await create(account, byService)
      return account.call('UpdateCustomKeyStore', {
        CustomKeyStoreId,
        XksProxyUriEndpoint: byService.XksProxyUriEndpoint,
      })
    },
    XksProxyUriInUseException: updating(behindProxy, elsewhere, async (account) => {
      secondProxy(account)
      await create(account, { ...behindProxy, ...elsewhere, ...other })
    }),
    XksProxyUriUnreachableException: updating(behindProxy, elsewhere, (account) =>
      secondProxy(account, { answers: 'late' }),
    ),
    XksProxyVpcEndpointServiceInUseException: async (account) => {
      putService(account)
      putService(account, { name: `${SERVICE}b`, privateDnsName: 'b.example.com' })
      await create(account, byService)
      const CustomKeyStoreId = await idOf(account, {
        ...byService,
        ...other,
        XksProxyUriEndpoint: 'https://b.example.com',
        XksProxyVpcEndpointServiceName: `${SERVICE}b`,
      })
      return account.call('UpdateCustomKeyStore', {
        CustomKeyStoreId,
        XksProxyVpcEndpointServiceName: SERVICE,
      })
    },
    XksProxyVpcEndpointServiceInvalidConfigurationException: updating(byService, {
      XksProxyUriEndpoint: 'https://b.example.com',
    }),
    XksProxyVpcEndpointServiceNotFoundException: updating(byService, {
      XksProxyVpcEndpointServiceName: `${SERVICE}b`,
    }),
  },
}

/** Failures of AWS's own: no request and no state of a learner's world leads there; a drill injects them. */
const OF_AWS: Readonly<Record<string, readonly KmsErrorCode[]>> = {
  ConnectCustomKeyStore: ['KMSInternalException'],
  CreateKey: [],
  DeleteCustomKeyStore: ['KMSInternalException'],
  DescribeCustomKeyStores: ['KMSInternalException'],
  DisconnectCustomKeyStore: ['KMSInternalException'],
  GenerateRandom: ['KMSInternalException'],
}

describe('the exceptions of custom key stores', () => {
  it('are all accounted for: each has a cause here, or is a failure of AWS’s own', () => {
    for (const [name, caused] of Object.entries(causes)) {
      const declared = operations.get(name)?.errors ?? []
      const ours =
        name === 'CreateKey'
          ? declared.filter((code) => /^(CloudHsm|CustomKeyStore|Xks|Unsupported)/.test(code))
          : declared
      expect([...Object.keys(caused), ...(OF_AWS[name] ?? [])].sort(), name).toEqual([...ours].sort())
    }
  })

  describe.each(Object.entries(causes))('of %s', (_name, caused) => {
    it.each(Object.entries(caused))('%s comes from what a customer does', async (code, cause) => {
      await expect(cause(testAccount())).rejects.toMatchObject({ code })
    })
  })

  it.each([
    [{ CustomKeyStoreName: 'a' }, /CloudHsmClusterId, TrustAnchorCertificate, KeyStorePassword must be/],
    [{ ...inCluster, XksProxyUriPath: '/kms/xks/v1' }, /XksProxyUriPath cannot be specified/],
    [{ ...behindProxy, KeyStorePassword: 'password' }, /KeyStorePassword cannot be specified/],
    [
      { ...byService, XksProxyVpcEndpointServiceName: undefined },
      /must be specified when XksProxyConnectivity/,
    ],
    [
      { ...behindProxy, XksProxyVpcEndpointServiceName: SERVICE },
      /cannot be specified when XksProxyConnectivity/,
    ],
  ])('leave requests of the wrong form to ValidationException: %j', async (input, message) => {
    await expect(create(testAccount(), input)).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringMatching(message),
    })
  })
})

describe('UpdateCustomKeyStore on a store that is connected', () => {
  it.each([
    [inCluster, { NewCustomKeyStoreName: 'renamed' }, 'ok'],
    [inCluster, { KeyStorePassword: 'another-password' }, 'CustomKeyStoreInvalidStateException'],
    [inCluster, moved, 'CustomKeyStoreInvalidStateException'],
    [behindProxy, { NewCustomKeyStoreName: 'renamed' }, 'ok'],
    [behindProxy, elsewhere, 'ok'],
    [behindProxy, { XksProxyAuthenticationCredential: behindProxy.XksProxyAuthenticationCredential }, 'ok'],
    [behindProxy, wrongSecret, 'XksProxyIncorrectAuthenticationCredentialException'],
    [behindProxy, { XksProxyUriEndpoint: 'https://b.example.com' }, 'CustomKeyStoreInvalidStateException'],
    [behindProxy, { XksProxyConnectivity: 'PUBLIC_ENDPOINT' }, 'CustomKeyStoreInvalidStateException'],
  ])('%#: %s with %j answers %s', async (store, input, expected) => {
    const account = testAccount()
    const CustomKeyStoreId = await connected(account, store)
    secondProxy(account)
    related(account)
    const answer = await account.call('UpdateCustomKeyStore', { CustomKeyStoreId, ...input }).then(
      () => 'ok',
      ({ code }) => code,
    )
    expect(answer).toBe(expected)
  })
})
