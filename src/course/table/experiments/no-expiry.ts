import { operations } from '../../../kms/operations/index.ts'
import type { Experiment } from '../experiment-definition.ts'
import { call, createKey, deleteMaterial, local, prints, refused } from '../script-steps.ts'

export const noExpiry: Experiment = {
  id: 'P-7',
  title: 'An end is looked for, in every place where one could be',
  scripts: {
    G: {
      steps: [
        local(
          'aws kms create-key help | grep -c valid-to',
          () =>
            String(
              Object.keys(operations.get('CreateKey')?.input ?? {}).filter((name) => name === 'ValidTo')
                .length,
            ),
          { prints: '0' },
        ),
        createKey('K'),
        call(
          'DescribeKey',
          { KeyId: '$K' },
          { query: 'KeyMetadata.[ExpirationModel,ValidTo]', ...prints('None\tNone') },
        ),
        deleteMaterial(
          'K',
          refused(
            'UnsupportedOperationException',
            'origin is AWS_KMS which is not valid for this operation.',
          ),
        ),
      ],
      shows: 'No date to set, none that is set, and no way to delete the material alone.',
    },
  },
}
