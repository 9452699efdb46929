import { days } from '../../../world/clock.ts'
import type { Experiment } from '../experiment-definition.ts'
import {
  call,
  describe,
  drawMaterial,
  encrypt,
  importedKey,
  importIt,
  moment,
  prints,
  quietly,
  refused,
  travel,
  wrapped,
  writeRecord,
} from '../script-steps.ts'

export const oneOfTwo: Experiment = {
  id: 'P-14',
  title: 'A key with two materials loses the older one',
  scripts: {
    I: {
      steps: [
        ...importedKey('K', { ValidTo: '2026-02-12T09:00:00Z' }),
        ...quietly(drawMaterial('second.bin')),
        ...wrapped('K', 'second.bin'),
        importIt('K', { ImportType: 'NEW_KEY_MATERIAL' }),
        call('RotateKeyOnDemand', { KeyId: '$K' }, { query: 'KeyId' }),
        moment,
        ...quietly(writeRecord),
        encrypt('K'),
        travel(days(32)),
        call(
          'ListKeyRotations',
          { KeyId: '$K', IncludeKeyMaterial: 'ALL_KEY_MATERIAL' },
          {
            query: 'sort(Rotations[].join(`" "`, [KeyMaterialState, ImportState]))',
            ...prints('CURRENT IMPORTED\tNON_CURRENT PENDING_IMPORT'),
          },
        ),
        describe('K', 'EXTERNAL\tPendingImport'),
        encrypt('K', refused('KMSInvalidStateException', 'is pending import.')),
      ],
      shows: 'The current material is there, and still the whole key stands still.',
    },
  },
}
