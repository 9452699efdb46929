import { encodeHex } from '../../../bytes/hex.ts'
import { clusterOf, requireActive, requireConfiguration } from '../../key-store-cluster.ts'
import { CONNECTING } from '../../key-store-connection.ts'
import { findKeyStore, keyStoreNotes, putConnection, requireConnection } from '../../key-store.ts'
import { keyStoreId } from '../../members.ts'
import { operation } from '../../operation.ts'

export const connectCustomKeyStore = operation({
  name: 'ConnectCustomKeyStore',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html',
  readOnly: false,
  input: { CustomKeyStoreId: keyStoreId() },
  output: {},
  errors: [
    'CloudHsmClusterInvalidConfigurationException',
    'CloudHsmClusterNotActiveException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException',
  ],
  trail: { request: ['CustomKeyStoreId'], response: [] },
  run({ input, caller, draft, world, note }) {
    const store = findKeyStore(draft, caller, input.CustomKeyStoreId)
    note(keyStoreNotes(store))
    requireConnection(store, 'DISCONNECTED', 'CONNECTING', 'CONNECTED')
    if (store.state !== 'DISCONNECTED') return {}

    // What is wrong with a cluster at first sight is answered here; a missing one and all else later, as a code.
    const cluster = clusterOf(draft, store)
    if (cluster) {
      requireActive(cluster)
      requireConfiguration(cluster, 1)
    }
    const until = world.clock.now() + CONNECTING[store.xks ? 'xks' : 'cloudHsm']
    const password = encodeHex(world.entropy.bytes(32))
    putConnection(draft, store, 'CONNECTING', { transition: store.xks ? { until } : { until, password } })
    return {}
  },
})
