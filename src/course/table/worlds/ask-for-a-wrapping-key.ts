import type { TwoWorlds } from '../worlds-definition.ts'
import { call, generatedKey, importedKey, prints, refused } from '../script-steps.ts'

export const askForAWrappingKey: TwoWorlds = {
  id: 'ask-for-a-wrapping-key',
  title: 'Ask for a wrapping key',
  differ: 1,
  shows: 'A key that KMS filled takes no bytes of yours, now or later.',
  steps: (of) => [
    ...of(generatedKey('K'), importedKey('K')),
    call(
      'GetParametersForImport',
      { KeyId: '$K', WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
      {
        query: 'sort(keys(@))',
        ...of(
          refused('UnsupportedOperationException', 'origin is AWS_KMS'),
          prints('ImportToken\tKeyId\tParametersValidTo\tPublicKey'),
        ),
      },
    ),
  ],
}
