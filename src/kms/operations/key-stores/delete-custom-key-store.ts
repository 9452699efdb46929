import { KmsError } from '../../errors.ts'
import { findKeyStore, keysIn, keyStoreNotes, keyStoresTable, requireConnection } from '../../key-store.ts'
import { keyStoreId } from '../../members.ts'
import { operation } from '../../operation.ts'

export const deleteCustomKeyStore = operation({
  name: 'DeleteCustomKeyStore',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteCustomKeyStore.html',
  readOnly: false,
  input: { CustomKeyStoreId: keyStoreId() },
  output: {},
  errors: [
    'CustomKeyStoreHasCMKsException',
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'KMSInternalException',
  ],
  trail: { request: ['CustomKeyStoreId'], response: [] },
  run({ input, caller, draft, note }) {
    const store = findKeyStore(draft, caller, input.CustomKeyStoreId)
    note(keyStoreNotes(store))
    requireConnection(store, 'DISCONNECTED')
    if (keysIn(draft, store).length > 0) throw new KmsError('CustomKeyStoreHasCMKsException')
    draft.remove(keyStoresTable(store), store.id)
    return {}
  },
})
