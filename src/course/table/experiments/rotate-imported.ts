import type { Experiment } from '../experiment-definition.ts'
import {
  call,
  drawMaterial,
  importedKey,
  importIt,
  moment,
  prints,
  quietly,
  refused,
  wrapped,
} from '../script-steps.ts'

export const rotateImported: Experiment = {
  id: 'P-5',
  title: 'Automatic rotation is asked for, then rotation on demand',
  scripts: {
    I: {
      steps: [
        ...importedKey('K'),
        call(
          'EnableKeyRotation',
          { KeyId: '$K' },
          refused(
            'UnsupportedOperationException',
            'origin is EXTERNAL which is not valid for this operation.',
          ),
        ),
        call(
          'RotateKeyOnDemand',
          { KeyId: '$K' },
          refused('KMSInvalidStateException', 'No available key material pending rotation'),
        ),
        ...quietly(drawMaterial('second.bin')),
        ...wrapped('K', 'second.bin'),
        importIt('K', { ImportType: 'NEW_KEY_MATERIAL' }),
        call('RotateKeyOnDemand', { KeyId: '$K' }, { query: 'KeyId' }),
        moment,
        call(
          'ListKeyRotations',
          { KeyId: '$K' },
          { query: 'Rotations[].RotationType', ...prints('ON_DEMAND') },
        ),
      ],
      shows: 'Refused. Then rotated once, on demand, with new bytes that you brought.',
    },
  },
}
