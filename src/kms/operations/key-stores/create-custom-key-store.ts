import { encodeHex } from '../../../bytes/hex.ts'
import { KmsError } from '../../errors.ts'
import { requireUsableCluster } from '../../key-store-cluster.ts'
import { refuseOtherKind, requireMembers, xksBackingOf } from '../../key-store-members.ts'
import {
  keyStoresOf,
  putKeyStore,
  type CloudHsmBacking,
  type KeyStoreRecord,
  type XksBacking,
} from '../../key-store.ts'
import {
  accountId,
  clusterId,
  keyStoreId,
  keyStoreName,
  keyStoreTypeEnum,
  trustAnchor,
  xksConnectivityEnum,
  xksCredential,
  xksUriEndpoint,
  xksUriPath,
  xksVpcServiceName,
} from '../../members.ts'
import { operation } from '../../operation.ts'
import { secretDigest } from '../../outside-secret.ts'
import type { Place } from '../../outside.ts'
import { optional, secretText, type ValueOf } from '../../shapes.ts'
import type { TableReader } from '../../tables.ts'
import { requireFreeAddress, requireWorkingProxy } from '../../xks-address.ts'

const members = {
  CustomKeyStoreName: keyStoreName(),
  CloudHsmClusterId: optional(clusterId()),
  TrustAnchorCertificate: optional(trustAnchor()),
  KeyStorePassword: optional(secretText({ min: 7, max: 32 })),
  CustomKeyStoreType: optional(keyStoreTypeEnum),
  XksProxyUriEndpoint: optional(xksUriEndpoint()),
  XksProxyUriPath: optional(xksUriPath()),
  XksProxyVpcEndpointServiceName: optional(xksVpcServiceName()),
  XksProxyVpcEndpointServiceOwner: optional(accountId()),
  XksProxyAuthenticationCredential: optional(xksCredential),
  XksProxyConnectivity: optional(xksConnectivityEnum),
}
type Input = ValueOf<typeof members>

/**
 * A store of either kind, not connected yet. Repeating the request for a CloudHSM key store that is still disconnected
 * is taken for a retry and gives the same store again.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/create-keystore.html
 */
export const createCustomKeyStore = operation({
  name: 'CreateCustomKeyStore',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html',
  readOnly: false,
  input: members,
  output: { CustomKeyStoreId: optional(keyStoreId()) },
  errors: [
    'CloudHsmClusterInUseException',
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CloudHsmClusterNotFoundException',
    'CustomKeyStoreNameInUseException',
    'IncorrectTrustAnchorException',
    'KMSInternalException',
    'LimitExceededException',
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
      'CustomKeyStoreName',
      'CloudHsmClusterId',
      'CustomKeyStoreType',
      'XksProxyUriEndpoint',
      'XksProxyUriPath',
      'XksProxyVpcEndpointServiceName',
      'XksProxyVpcEndpointServiceOwner',
      'XksProxyConnectivity',
    ],
    response: ['CustomKeyStoreId'],
  },
  run({ input, caller, draft, world, limits }) {
    const kind = input.CustomKeyStoreType ?? 'AWS_CLOUDHSM'
    refuseOtherKind(kind, input)
    const stores = keyStoresOf(draft, caller)
    const backing: Backing =
      kind === 'AWS_CLOUDHSM'
        ? { cloudHsm: asCloudHsm(input, caller, draft) }
        : { xks: xksBackingOf(input, caller) }

    const repeated = stores.find((store) => isRepeated(store, input.CustomKeyStoreName, backing))
    if (repeated) return { CustomKeyStoreId: repeated.id }
    if (stores.length >= limits.keyStores) throw new KmsError('LimitExceededException')
    if (stores.some(({ name }) => name === input.CustomKeyStoreName))
      throw new KmsError('CustomKeyStoreNameInUseException')
    if (backing.cloudHsm) requireFreeCluster(stores, backing.cloudHsm)
    else {
      requireFreeAddress(draft, caller, backing.xks)
      requireWorkingProxy(draft, { region: caller.region, state: 'DISCONNECTED' }, backing.xks)
    }

    const store: KeyStoreRecord = {
      accountId: caller.accountId,
      region: caller.region,
      id: `cks-${encodeHex(world.entropy.bytes(9)).slice(0, 17)}`,
      name: input.CustomKeyStoreName,
      creationDate: world.clock.now(),
      state: 'DISCONNECTED',
      ...(backing.cloudHsm ? { cloudHsm: backing.cloudHsm } : { xks: backing.xks }),
    }
    putKeyStore(draft, store)
    return { CustomKeyStoreId: store.id }
  },
})

type Backing =
  | { readonly cloudHsm: CloudHsmBacking; readonly xks?: never }
  | { readonly xks: XksBacking; readonly cloudHsm?: never }

function asCloudHsm(input: Input, place: Place, reader: TableReader): CloudHsmBacking {
  requireMembers('AWS_CLOUDHSM', input, 'CloudHsmClusterId', 'TrustAnchorCertificate', 'KeyStorePassword')
  const cluster = requireUsableCluster(reader, place, input.CloudHsmClusterId as string)
  // A file ends with a newline, its content in a request often does not.
  if (cluster.trustAnchor.trim() !== input.TrustAnchorCertificate?.trim())
    throw new KmsError('IncorrectTrustAnchorException')
  return {
    clusterId: cluster.id,
    certificate: cluster.certificate,
    trustAnchor: cluster.trustAnchor,
    password: secretDigest(cluster.certificate, input.KeyStorePassword as string),
  }
}

const isRepeated = (store: KeyStoreRecord, name: string, { cloudHsm }: Backing) =>
  cloudHsm !== undefined &&
  store.name === name &&
  store.state === 'DISCONNECTED' &&
  store.cloudHsm?.clusterId === cloudHsm.clusterId &&
  store.cloudHsm.password === cloudHsm.password

/** Clusters of one backup share a certificate, and only one of them may serve a store. */
function requireFreeCluster(stores: readonly KeyStoreRecord[], { certificate }: CloudHsmBacking): void {
  if (stores.some((store) => store.cloudHsm?.certificate === certificate))
    throw new KmsError('CloudHsmClusterInUseException')
}
