import { KmsError } from '../../errors.ts'
import { keyStoresOf, type KeyStoreRecord } from '../../key-store.ts'
import { keyStoreId, keyStoreName, keyStoresListEntry, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
import { page } from '../../page.ts'
import { limit, list, marker, optional } from '../../shapes.ts'

export const describeCustomKeyStores = operation({
  name: 'DescribeCustomKeyStores',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html',
  readOnly: true,
  input: {
    CustomKeyStoreId: optional(keyStoreId()),
    CustomKeyStoreName: optional(keyStoreName()),
    Limit: limit(),
    Marker: marker(),
  },
  output: { CustomKeyStores: optional(list(keyStoresListEntry)), ...truncation },
  errors: ['CustomKeyStoreNotFoundException', 'InvalidMarkerException', 'KMSInternalException'],
  trail: { request: ['CustomKeyStoreId', 'CustomKeyStoreName', 'Limit', 'Marker'], response: [] },
  run({ input, caller, draft }) {
    const { CustomKeyStoreId: id, CustomKeyStoreName: name } = input
    if (id !== undefined && name !== undefined)
      throw new KmsError(
        'ValidationException',
        'Specify either CustomKeyStoreId or CustomKeyStoreName, but not both.',
      )
    const stores = keyStoresOf(draft, caller).filter(
      (store) => (id === undefined || store.id === id) && (name === undefined || store.name === name),
    )
    if (stores.length === 0 && (id ?? name) !== undefined)
      throw new KmsError('CustomKeyStoreNotFoundException')
    const entries = stores.map((store) => [store.id, listEntry(store)] as const)
    const { shown, ...truncation } = page(entries, input, 100)
    return { CustomKeyStores: shown, ...truncation }
  },
})

/** What does not apply to the kind of store or its state is absent; secrets have no member here. */
const listEntry = ({ id, name, creationDate, state, failure, cloudHsm, xks }: KeyStoreRecord) => ({
  CustomKeyStoreId: id,
  CustomKeyStoreName: name,
  ...(cloudHsm
    ? { CloudHsmClusterId: cloudHsm.clusterId, TrustAnchorCertificate: cloudHsm.trustAnchor }
    : {}),
  ConnectionState: state,
  ...(failure ? { ConnectionErrorCode: failure } : {}),
  CreationDate: creationDate,
  CustomKeyStoreType: xks ? 'EXTERNAL_KEY_STORE' : 'AWS_CLOUDHSM',
  ...(xks
    ? {
        XksProxyConfiguration: {
          Connectivity: xks.connectivity,
          AccessKeyId: xks.accessKeyId,
          UriEndpoint: xks.endpoint,
          UriPath: xks.path,
          ...(xks.service
            ? { VpcEndpointServiceName: xks.service.name, VpcEndpointServiceOwner: xks.service.owner }
            : {}),
        },
      }
    : {}),
})
