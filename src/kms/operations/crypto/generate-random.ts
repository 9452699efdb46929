import { KmsError } from '../../errors.ts'
import { answers, clusterOf } from '../../key-store-cluster.ts'
import { findKeyStore, requireConnection } from '../../key-store.ts'
import { recipient } from '../../members.ts'
import { operation } from '../../operation.ts'
import { refuseRecipient } from '../../recipient.ts'
import { blob, integer, optional, secretBlob, text } from '../../shapes.ts'

export const generateRandom = operation({
  name: 'GenerateRandom',
  docs: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html',
  readOnly: true,
  input: {
    NumberOfBytes: optional(integer({ min: 1, max: 1024 })),
    CustomKeyStoreId: optional(text({ min: 1, max: 64 })),
    Recipient: recipient(),
  },
  output: {
    Plaintext: optional(secretBlob({ min: 1, max: 4096 })),
    CiphertextForRecipient: optional(blob({ min: 1, max: 6144 })),
  },
  errors: [
    'CustomKeyStoreInvalidStateException',
    'CustomKeyStoreNotFoundException',
    'DependencyTimeoutException',
    'KMSInternalException',
    'UnsupportedOperationException',
  ],
  trail: { request: ['NumberOfBytes', 'CustomKeyStoreId'], response: [] },
  run({ input, world, caller, draft }) {
    refuseRecipient(input.Recipient)
    if (input.CustomKeyStoreId !== undefined) {
      const store = findKeyStore(draft, caller, input.CustomKeyStoreId)
      if (store.xks) throw new KmsError('UnsupportedOperationException')
      requireConnection(store, 'CONNECTED')
      if (!answers(clusterOf(draft, store))) throw new KmsError('DependencyTimeoutException')
    }
    if (input.NumberOfBytes === undefined)
      throw new KmsError('ValidationException', 'NumberOfBytes is required.')
    return { Plaintext: world.entropy.bytes(input.NumberOfBytes) }
  },
})
