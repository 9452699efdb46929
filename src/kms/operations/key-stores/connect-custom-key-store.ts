import { KmsError } from '../../errors.ts'
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
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
