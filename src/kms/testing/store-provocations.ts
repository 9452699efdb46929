import { minutes } from '../../world/clock.ts'
import { putCluster, putEndpointService, putProxy, type VpcEndpointService } from '../outside.ts'
import { secretDigest } from '../outside-secret.ts'
import { testAccount, type TestAccount } from './account.ts'
import { behindProxy, cluster, connected, inCluster, outside, PLACE, proxy, SECRET } from './key-store.ts'
import type { Provocation } from './provocations.ts'

type Values = Readonly<Record<string, unknown>>
type World = Parameters<typeof outside>[1]

const service: VpcEndpointService = {
  name: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a',
  owner: '111122223333',
  privateDnsName: 'xks.example.com',
  allowsKms: true,
  acceptanceRequired: false,
  loadBalancer: 'network',
  zones: 2,
  domainVerified: true,
}
const throughVpc = {
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: service.name,
  XksProxyVpcEndpointServiceOwner: service.owner,
}
const wrongCredential = {
  XksProxyAuthenticationCredential: { AccessKeyId: 'B'.repeat(20), RawSecretAccessKey: SECRET },
}
/** A second address of the same proxy, with a credential of its own. */
const elsewhere = { XksProxyUriEndpoint: 'https://other.example.com' }

function worldWith(world: World = {}, ports: Parameters<typeof testAccount>[0] = {}): TestAccount {
  const account = testAccount(ports)
  outside(account, world)
  account.tables.apply([
    putEndpointService('eu-west-1', service),
    putProxy(
      proxy({
        endpoint: 'https://other.example.com',
        secret: secretDigest('A'.repeat(20), SECRET),
      }),
    ),
  ])
  return account
}

/** CreateCustomKeyStore in a world that is not as it should be, after what else there is already. */
async function creating(
  input: Values,
  {
    world,
    before = [],
    account = worldWith(world),
  }: {
    world?: World
    before?: readonly Values[]
    account?: TestAccount
  } = {},
) {
  for (const each of before) await account.call('CreateCustomKeyStore', each)
  return account.call('CreateCustomKeyStore', input)
}

/** UpdateCustomKeyStore on a store that was made while all was well. */
async function updating(
  made: Values,
  change: Values,
  { world, before = [] }: { world?: World; before?: readonly Values[] } = {},
) {
  const account = worldWith()
  for (const each of before) await account.call('CreateCustomKeyStore', each)
  const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', made)
  if (world) outside(account, world)
  return account.call('UpdateCustomKeyStore', { CustomKeyStoreId, ...change })
}

/** An operation on a store that is in the wrong state for it. */
async function onStore(
  operation: string,
  { fail = false, world, input = {} }: { fail?: boolean; world?: World; input?: Values } = {},
) {
  const account = worldWith()
  const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', inCluster)
  if (fail) {
    await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
    outside(account, { cluster: { network: false } })
    account.travel(minutes(16))
  }
  if (world) outside(account, world)
  return account.call(operation, { CustomKeyStoreId, ...input })
}

const xksKey = { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-1' }

async function keyIn(
  made: Values,
  { world, input = {}, twice = false }: { world?: World; input?: Values; twice?: boolean },
) {
  const account = worldWith()
  const CustomKeyStoreId = await connected(account, made)
  if (world) outside(account, world)
  if (twice) await account.call('CreateKey', { CustomKeyStoreId, ...input })
  return account.call('CreateKey', { CustomKeyStoreId, ...input })
}

async function connectedStore(
  operation: string,
  made: Values,
  before?: (account: TestAccount, id: string) => Promise<unknown>,
) {
  const account = worldWith()
  const CustomKeyStoreId = await connected(account, made)
  await before?.(account, CustomKeyStoreId)
  return account.call(operation, {
    CustomKeyStoreId,
    ...(operation === 'GenerateRandom' ? { NumberOfBytes: 8 } : {}),
  })
}

const notRelated = async () => {
  const account = worldWith()
  const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', inCluster)
  account.tables.apply([
    putCluster(PLACE, cluster({ id: 'cluster-2cccccccccc2', certificate: 'certificate-c' })),
  ])
  return account.call('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId: 'cluster-2cccccccccc2' })
}

const toBadCluster = async (change: Parameters<typeof cluster>[0]) => {
  const account = worldWith()
  const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', inCluster)
  account.tables.apply([putCluster(PLACE, cluster({ id: 'cluster-2cccccccccc2', ...change }))])
  return account.call('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId: 'cluster-2cccccccccc2' })
}

const withKey = (account: TestAccount, CustomKeyStoreId: string) =>
  account.call('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId })

async function deletingWithKeys() {
  return connectedStore('DeleteCustomKeyStore', inCluster, async (account, CustomKeyStoreId) => {
    await withKey(account, CustomKeyStoreId)
    await account.call('DisconnectCustomKeyStore', { CustomKeyStoreId })
    account.travel(minutes(16))
  })
}

/** Errors around custom key stores: of clusters, proxies, endpoint services and external keys. */
export const storeStories: Readonly<Record<string, Provocation>> = {
  'ConnectCustomKeyStore CloudHsmClusterInvalidConfigurationException': () =>
    onStore('ConnectCustomKeyStore', { world: { cluster: { hsms: [] } } }),
  'ConnectCustomKeyStore CloudHsmClusterNotActiveException': () =>
    onStore('ConnectCustomKeyStore', { world: { cluster: { active: false } } }),
  'ConnectCustomKeyStore CustomKeyStoreInvalidStateException': () =>
    onStore('ConnectCustomKeyStore', { fail: true }),
  'DisconnectCustomKeyStore CustomKeyStoreInvalidStateException': () => onStore('DisconnectCustomKeyStore'),
  'DeleteCustomKeyStore CustomKeyStoreInvalidStateException': () =>
    connectedStore('DeleteCustomKeyStore', inCluster),
  'DeleteCustomKeyStore CustomKeyStoreHasCMKsException': deletingWithKeys,
  'UpdateCustomKeyStore CustomKeyStoreInvalidStateException': () =>
    onStore('UpdateCustomKeyStore', { fail: true, input: { NewCustomKeyStoreName: 'new' } }),
  'GenerateRandom CustomKeyStoreInvalidStateException': () =>
    onStore('GenerateRandom', { input: { NumberOfBytes: 8 } }),
  'GenerateRandom UnsupportedOperationException': () => connectedStore('GenerateRandom', behindProxy),

  'CreateCustomKeyStore CloudHsmClusterInUseException': () =>
    creating({ ...inCluster, CustomKeyStoreName: 'other' }, { before: [inCluster] }),
  'CreateCustomKeyStore CloudHsmClusterInvalidConfigurationException': () =>
    creating(inCluster, { world: { cluster: { hsms: ['eu-west-1a'] } } }),
  'CreateCustomKeyStore CloudHsmClusterNotActiveException': () =>
    creating(inCluster, { world: { cluster: { active: false } } }),
  'CreateCustomKeyStore CloudHsmClusterNotFoundException': () =>
    creating({ ...inCluster, CloudHsmClusterId: 'cluster-2bbbbbbbbbb2' }),
  'CreateCustomKeyStore CustomKeyStoreNameInUseException': () =>
    creating({ ...behindProxy, CustomKeyStoreName: inCluster.CustomKeyStoreName }, { before: [inCluster] }),
  'CreateCustomKeyStore IncorrectTrustAnchorException': () =>
    creating({ ...inCluster, TrustAnchorCertificate: 'trust-b' }),
  'CreateCustomKeyStore LimitExceededException': () =>
    creating(inCluster, { account: worldWith({}, { limits: { keyStores: 0 } }) }),
  'CreateCustomKeyStore XksProxyIncorrectAuthenticationCredentialException': () =>
    creating({ ...behindProxy, ...wrongCredential }),
  'CreateCustomKeyStore XksProxyInvalidConfigurationException': () =>
    creating(behindProxy, { world: { proxy: { tls: false } } }),
  'CreateCustomKeyStore XksProxyInvalidResponseException': () =>
    creating(behindProxy, { world: { proxy: { answers: 'garbled' } } }),
  'CreateCustomKeyStore XksProxyUriInUseException': () =>
    creating({ ...behindProxy, CustomKeyStoreName: 'other' }, { before: [behindProxy] }),
  'CreateCustomKeyStore XksProxyUriEndpointInUseException': () =>
    creating(
      { ...behindProxy, ...throughVpc, XksProxyUriPath: '/b/kms/xks/v1', CustomKeyStoreName: 'other' },
      { before: [behindProxy] },
    ),
  'CreateCustomKeyStore XksProxyUriUnreachableException': () =>
    creating(behindProxy, { world: { proxy: { reachable: false } } }),
  'CreateCustomKeyStore XksProxyVpcEndpointServiceInUseException': () =>
    creating(
      { ...behindProxy, ...throughVpc, ...elsewhere, CustomKeyStoreName: 'other' },
      { before: [{ ...behindProxy, ...throughVpc }] },
    ),
  'CreateCustomKeyStore XksProxyVpcEndpointServiceInvalidConfigurationException': () =>
    creating({ ...behindProxy, ...throughVpc, ...elsewhere }),
  'CreateCustomKeyStore XksProxyVpcEndpointServiceNotFoundException': () =>
    creating({ ...behindProxy, ...throughVpc, XksProxyVpcEndpointServiceOwner: '444455556666' }),

  'UpdateCustomKeyStore CloudHsmClusterInvalidConfigurationException': () => toBadCluster({ hsms: [] }),
  'UpdateCustomKeyStore CloudHsmClusterNotActiveException': () => toBadCluster({ active: false }),
  'UpdateCustomKeyStore CloudHsmClusterNotFoundException': () =>
    updating(inCluster, { CloudHsmClusterId: 'cluster-2bbbbbbbbbb2' }),
  'UpdateCustomKeyStore CloudHsmClusterNotRelatedException': notRelated,
  'UpdateCustomKeyStore CustomKeyStoreNameInUseException': () =>
    updating(behindProxy, { NewCustomKeyStoreName: inCluster.CustomKeyStoreName }, { before: [inCluster] }),
  'UpdateCustomKeyStore XksProxyIncorrectAuthenticationCredentialException': () =>
    updating(behindProxy, wrongCredential),
  'UpdateCustomKeyStore XksProxyInvalidConfigurationException': () =>
    updating(
      behindProxy,
      { XksProxyUriPath: behindProxy.XksProxyUriPath },
      { world: { proxy: { tls: false } } },
    ),
  'UpdateCustomKeyStore XksProxyInvalidResponseException': () =>
    updating(
      behindProxy,
      { XksProxyUriPath: behindProxy.XksProxyUriPath },
      { world: { proxy: { answers: 'garbled' } } },
    ),
  'UpdateCustomKeyStore XksProxyUriInUseException': () =>
    updating(
      { ...behindProxy, ...elsewhere, CustomKeyStoreName: 'other' },
      { XksProxyUriEndpoint: behindProxy.XksProxyUriEndpoint },
      { before: [behindProxy] },
    ),
  'UpdateCustomKeyStore XksProxyUriEndpointInUseException': () =>
    updating(
      { ...behindProxy, ...elsewhere, CustomKeyStoreName: 'other' },
      {
        ...throughVpc,
        XksProxyUriEndpoint: behindProxy.XksProxyUriEndpoint,
        XksProxyUriPath: '/b/kms/xks/v1',
      },
      { before: [behindProxy] },
    ),
  'UpdateCustomKeyStore XksProxyUriUnreachableException': () =>
    updating(
      behindProxy,
      { XksProxyUriPath: behindProxy.XksProxyUriPath },
      { world: { proxy: { reachable: false } } },
    ),
  'UpdateCustomKeyStore XksProxyVpcEndpointServiceInUseException': () =>
    updating(
      { ...behindProxy, ...elsewhere, CustomKeyStoreName: 'other' },
      { ...throughVpc, ...elsewhere },
      {
        before: [{ ...behindProxy, ...throughVpc }],
      },
    ),
  'UpdateCustomKeyStore XksProxyVpcEndpointServiceInvalidConfigurationException': () =>
    updating({ ...behindProxy, ...elsewhere }, { ...throughVpc, ...elsewhere }),
  'UpdateCustomKeyStore XksProxyVpcEndpointServiceNotFoundException': () =>
    updating(
      { ...behindProxy, ...elsewhere },
      { ...throughVpc, ...elsewhere, XksProxyVpcEndpointServiceOwner: '444455556666' },
    ),

  'CreateKey CloudHsmClusterInvalidConfigurationException': () =>
    keyIn(inCluster, { world: { cluster: { hsms: ['eu-west-1a'] } }, input: { Origin: 'AWS_CLOUDHSM' } }),
  'CreateKey CustomKeyStoreInvalidStateException': () =>
    onStore('CreateKey', { input: { Origin: 'AWS_CLOUDHSM' } }),
  'CreateKey CustomKeyStoreNotFoundException': () =>
    testAccount().call('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' }),
  'CreateKey XksKeyAlreadyInUseException': () => keyIn(behindProxy, { input: xksKey, twice: true }),
  'CreateKey XksKeyInvalidConfigurationException': () =>
    keyIn(behindProxy, { world: { external: { spec: 'AES_128' } }, input: xksKey }),
  'CreateKey XksKeyNotFoundException': () =>
    keyIn(behindProxy, { input: { ...xksKey, XksKeyId: 'external-9' } }),
}
