import { DISCONNECTING } from '../../key-store-connection.ts'
import { findKeyStore, keyStoreNotes, putConnection, requireConnection } from '../../key-store.ts'
import { keyStoreId } from '../../members.ts'
import { operation } from '../../operation.ts'

export const disconnectCustomKeyStore = operation({
  name: 'DisconnectCustomKeyStore',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DisconnectCustomKeyStore.html',
  readOnly: false,
  input: { CustomKeyStoreId: keyStoreId() },
  output: {},
  errors: ['CustomKeyStoreInvalidStateException', 'CustomKeyStoreNotFoundException', 'KMSInternalException'],
  trail: { request: ['CustomKeyStoreId'], response: [] },
  run({ input, caller, draft, world, note }) {
    const store = findKeyStore(draft, caller, input.CustomKeyStoreId)
    note(keyStoreNotes(store))
    requireConnection(store, 'CONNECTED', 'CONNECTING', 'FAILED')
    const until = world.clock.now() + DISCONNECTING
    putConnection(draft, store, 'DISCONNECTING', { transition: { until } })
    return {}
  },
})
