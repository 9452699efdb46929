import { operations } from '../../../kms/operations/index.ts'
import type { Experiment } from '../experiment-definition.ts'
import {
  call,
  createKey,
  drawMaterial,
  fileOf,
  importIt,
  local,
  prints,
  quietly,
  refused,
  wrapped,
} from '../script-steps.ts'

const noExport = local(
  'aws kms help | grep -c export',
  () => String([...operations.keys()].filter((name) => /export/i.test(name)).length),
  { prints: '0' },
)

export const noWayOut: Experiment = {
  id: 'P-9',
  title: 'Somebody tries to read the material',
  scripts: {
    G: {
      steps: [
        createKey('K'),
        noExport,
        call(
          'GetParametersForImport',
          { KeyId: '$K', WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
          refused(
            'UnsupportedOperationException',
            'origin is AWS_KMS which is not valid for this operation.',
          ),
        ),
        call(
          'DescribeKey',
          { KeyId: '$K' },
          { query: 'length(KeyMetadata.CurrentKeyMaterialId)', ...prints('64') },
        ),
      ],
      shows: 'What you get is an ID of 64 characters. No operation gives the bytes.',
    },
    I: {
      steps: [
        ...quietly(createKey('K', { Origin: 'EXTERNAL' })),
        drawMaterial(),
        local('wc -c < material.bin', (desk) => String(fileOf(desk, 'material.bin').length), {
          prints: '32',
        }),
        ...wrapped('K'),
        importIt('K'),
        noExport,
        call(
          'GetParametersForImport',
          { KeyId: '$K', WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
          { query: 'sort(keys(@))', ...prints('ImportToken\tKeyId\tParametersValidTo\tPublicKey') },
        ),
      ],
      shows:
        'You see the bytes on your own disk. What comes back from KMS is a box to close, never the bytes.',
    },
  },
}
