import { KmsError } from '../../errors.ts'
import { requireUsableCluster } from '../../key-store-cluster.ts'
import { refuseOtherKind, xksBackingOf } from '../../key-store-members.ts'
import {
  findKeyStore,
  keysIn,
  keyStoreNotes,
  keyStoresOf,
  putKeyStore,
  requireConnection,
  type CloudHsmBacking,
  type KeyStoreRecord,
} from '../../key-store.ts'
import {
  accountId,
  clusterId,
  keyStoreId,
  keyStoreName,
  xksConnectivityEnum,
  xksCredential,
  xksUriEndpoint,
  xksUriPath,
  xksVpcServiceName,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { secretDigest } from '../../outside-secret.ts'
import { putKey } from '../../put-key.ts'
import { optional, secretText } from '../../shapes.ts'
import type { Draft } from '../../tables.ts'
import { requireFreeAddress, requireWorkingProxy } from '../../xks-address.ts'

/** What may change while a store is connected; whatever else is asked for needs a disconnected one. */
const WHILE_CONNECTED: readonly string[] = [
  'CustomKeyStoreId',
  'NewCustomKeyStoreName',
  'XksProxyAuthenticationCredential',
  'XksProxyUriPath',
]

export const updateCustomKeyStore = operation({
  name: 'UpdateCustomKeyStore',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateCustomKeyStore.html',
  readOnly: false,
  input: {
    CustomKeyStoreId: keyStoreId(),
    NewCustomKeyStoreName: optional(keyStoreName()),
    KeyStorePassword: optional(secretText({ min: 7, max: 32 })),
    CloudHsmClusterId: optional(clusterId()),
    XksProxyUriEndpoint: optional(xksUriEndpoint()),
    XksProxyUriPath: optional(xksUriPath()),
    XksProxyVpcEndpointServiceName: optional(xksVpcServiceName()),
    XksProxyVpcEndpointServiceOwner: optional(accountId()),
    XksProxyAuthenticationCredential: optional(xksCredential),
    XksProxyConnectivity: optional(xksConnectivityEnum),
  },
  output: {},
  errors: [
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterNotFoundException',
    'CloudHsmClusterNotRelatedException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNameInUseException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException',
    'XksProxyIncorrectAuthenticationCredentialException',
    'XksProxyInvalidConfigurationException',
    'XksProxyInvalidResponseException',
    'XksProxyUriEndpointInUseException',
    'XksProxyUriInUseException',
    'XksProxyUriUnreachableException',
    'XksProxyVpcEndpointServiceInUseException',
    'XksProxyVpcEndpointServiceInvalidConfigurationException',
    'XksProxyVpcEndpointServiceNotFoundException',
  ],
  trail: {
    request: [
      'CustomKeyStoreId',
      'NewCustomKeyStoreName',
      'CloudHsmClusterId',
      'XksProxyUriEndpoint',
      'XksProxyUriPath',
      'XksProxyVpcEndpointServiceName',
      'XksProxyVpcEndpointServiceOwner',
      'XksProxyConnectivity',
    ],
    response: [],
  },
  run({ input, caller, draft, note }) {
    const store = findKeyStore(draft, caller, input.CustomKeyStoreId)
    note(keyStoreNotes(store))
    refuseOtherKind(store.xks ? 'EXTERNAL_KEY_STORE' : 'AWS_CLOUDHSM', input)
    const name = input.NewCustomKeyStoreName ?? store.name
    const moves = Object.keys(input).some((member) => !WHILE_CONNECTED.includes(member))
    requireConnection(store, 'DISCONNECTED', ...(moves ? [] : (['CONNECTED'] as const)))
    if (keyStoresOf(draft, caller).some((other) => other.id !== store.id && other.name === name))
      throw new KmsError('CustomKeyStoreNameInUseException')

    if (store.cloudHsm) {
      const { CloudHsmClusterId: clusterId, KeyStorePassword: password } = input
      const cloudHsm = withCluster(draft, store, store.cloudHsm, clusterId)
      const known = password === undefined ? {} : { password: secretDigest(cloudHsm.certificate, password) }
      putKeyStore(draft, { ...store, name, cloudHsm: { ...cloudHsm, ...known } })
      return {}
    }
    const xks = xksBackingOf(input, store, store.xks)
    // Only a change of the connection is tried out; a name is not.
    if (Object.keys(input).some((member) => member.startsWith('Xks'))) {
      requireFreeAddress(draft, caller, xks, store.id)
      requireWorkingProxy(draft, store, xks)
    }
    putKeyStore(draft, { ...store, name, xks })
    return {}
  },
})

/** Another cluster must share the history of the first one: the keys of the store are looked for in it from now on. */
function withCluster(
  draft: Draft,
  store: KeyStoreRecord,
  cloudHsm: CloudHsmBacking,
  clusterId: string | undefined,
): CloudHsmBacking {
  if (clusterId === undefined || clusterId === cloudHsm.clusterId) return cloudHsm
  const cluster = requireUsableCluster(draft, store, clusterId)
  if (cluster.certificate !== cloudHsm.certificate) throw new KmsError('CloudHsmClusterNotRelatedException')
  for (const key of keysIn(draft, store))
    putKey(draft, { ...key, keyStore: { id: store.id, ...key.keyStore, clusterId } })
  return { ...cloudHsm, clusterId }
}
