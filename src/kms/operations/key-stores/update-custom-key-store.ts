import { KmsError } from '../../errors.ts'
import { requireUsableCluster } from '../../key-store-cluster.ts'
import { refuseOtherKind, xksBackingOf } from '../../key-store-members.ts'
import {
  findKeyStore,
  keyStoreNotes,
  keyStoresOf,
  putKeyStore,
  requireConnection,
  type CloudHsmBacking,
  type XksBacking,
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
import type { Place } from '../../outside.ts'
import { optional, secretText } from '../../shapes.ts'
import type { TableReader } from '../../tables.ts'
import { requireFreeAddress, requireWorkingProxy } from '../../xks-address.ts'

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
    if (keyStoresOf(draft, caller).some((other) => other.id !== store.id && other.name === name))
      throw new KmsError('CustomKeyStoreNameInUseException')

    if (store.cloudHsm) {
      const { CloudHsmClusterId: clusterId, KeyStorePassword: password } = input
      requireConnection(store, 'DISCONNECTED')
      const cloudHsm = withCluster(draft, store, store.cloudHsm, clusterId)
      putKeyStore(draft, {
        ...store,
        name,
        cloudHsm:
          password === undefined
            ? cloudHsm
            : { ...cloudHsm, password: secretDigest(cloudHsm.certificate, password) },
      })
      return {}
    }
    const before = store.xks as XksBacking
    const xks = xksBackingOf(input, before)
    // A new credential or path may come while the store works; where it is reached may not (API, UpdateCustomKeyStore).
    if (xks.connectivity !== before.connectivity || xks.service?.name !== before.service?.name)
      requireConnection(store, 'DISCONNECTED')
    else requireConnection(store, 'DISCONNECTED', 'CONNECTED')
    requireFreeAddress(draft, caller, xks, store.id)
    requireWorkingProxy(draft, store, xks)
    putKeyStore(draft, { ...store, name, xks })
    return {}
  },
})

/** Another cluster must share the history of the first one: it is what holds the keys. */
function withCluster(
  reader: TableReader,
  place: Place,
  cloudHsm: CloudHsmBacking,
  clusterId: string | undefined,
): CloudHsmBacking {
  if (clusterId === undefined || clusterId === cloudHsm.clusterId) return cloudHsm
  const cluster = requireUsableCluster(reader, place, clusterId)
  if (cluster.certificate !== cloudHsm.certificate) throw new KmsError('CloudHsmClusterNotRelatedException')
  return { ...cloudHsm, clusterId }
}
