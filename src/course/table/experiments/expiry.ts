import { days } from '../../../world/clock.ts'
import type { Experiment } from '../experiment-definition.ts'
import {
  createKey,
  decrypt,
  describe,
  drawMaterial,
  encrypt,
  importIt,
  quietly,
  refused,
  travel,
  wrapped,
  writeRecord,
} from '../script-steps.ts'

export const expiry: Experiment = {
  id: 'P-8',
  title: 'An import says nothing, asks for 366 days, then for 365',
  scripts: {
    I: {
      steps: [
        ...quietly(createKey('K', { Origin: 'EXTERNAL' }), drawMaterial()),
        ...wrapped('K'),
        importIt(
          'K',
          { ExpirationModel: 'KEY_MATERIAL_EXPIRES' },
          refused('ValidationException', 'A validTo date must be set'),
        ),
        importIt('K', { ValidTo: '2027-01-13T12:00:00Z' }, refused('ValidationException')),
        importIt('K', { ValidTo: '2027-01-12T09:00:00Z' }),
        ...quietly(writeRecord, encrypt('K')),
        travel(days(366)),
        describe('K', 'EXTERNAL\tPendingImport'),
        decrypt(refused('KMSInvalidStateException', 'is pending import.')),
      ],
      shows: 'A date is wanted, at most 365 days ahead. On it the key is empty.',
    },
  },
}
