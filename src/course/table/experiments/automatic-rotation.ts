import { days } from '../../../world/clock.ts'
import type { Experiment } from '../experiment-definition.ts'
import { call, createKey, prints, travel } from '../script-steps.ts'

export const automaticRotation: Experiment = {
  id: 'P-4',
  title: 'Rotation is switched on, and 91 days pass',
  scripts: {
    G: {
      steps: [
        createKey('K'),
        call('GetKeyRotationStatus', { KeyId: '$K' }, { query: 'KeyRotationEnabled', ...prints('False') }),
        call('EnableKeyRotation', { KeyId: '$K', RotationPeriodInDays: 90 }),
        travel(days(91)),
        call(
          'ListKeyRotations',
          { KeyId: '$K' },
          {
            query: 'Rotations[].[RotationType,RotationDate]',
            ...prints('AUTOMATIC\t2026-04-12T09:00:02+00:00'),
          },
        ),
      ],
      shows: 'Off until you switched it on. Then KMS rotated the key on its own, on day 90.',
    },
  },
}
