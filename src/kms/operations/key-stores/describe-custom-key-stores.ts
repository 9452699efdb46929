import { KmsError } from '../../errors.ts'
import { keyStoreId, keyStoreName, keyStoresListEntry, truncation } from '../../members.ts'
import { operation } from '../../operation.ts'
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
  run() {
    throw new KmsError('UnsupportedOperationException')
  },
})
