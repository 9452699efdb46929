import { KmsError } from '../../errors.ts'
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
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
