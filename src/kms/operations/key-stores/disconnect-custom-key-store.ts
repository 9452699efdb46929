import { KmsError } from '../../errors.ts'
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
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
