import type { Experiment } from '../experiment-definition.ts'
import { call, createKey, deleteMaterial, describe, importedKey, refused } from '../script-steps.ts'

export const originIsFixed: Experiment = {
  id: 'P-16',
  title: 'A key is asked to change its origin',
  scripts: {
    G: {
      steps: [
        createKey('K'),
        call(
          'GetParametersForImport',
          { KeyId: '$K', WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
          refused(
            'UnsupportedOperationException',
            'origin is AWS_KMS which is not valid for this operation.',
          ),
        ),
        describe('K', 'AWS_KMS\tEnabled'),
      ],
      shows: 'No import into a key that KMS filled. A new key is the only way.',
    },
    I: {
      steps: [
        ...importedKey('K'),
        deleteMaterial('K'),
        describe('K', 'EXTERNAL\tPendingImport'),
        call('EnableKey', { KeyId: '$K' }, refused('KMSInvalidStateException', 'is pending import.')),
      ],
      shows: 'Empty or full, the origin stays. KMS never fills the key itself.',
    },
  },
}
