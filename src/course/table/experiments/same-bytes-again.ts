import type { Experiment } from '../experiment-definition.ts'
import {
  bring,
  decrypt,
  deleteMaterial,
  describe,
  encrypt,
  importedKey,
  quietly,
  refused,
  writeRecord,
} from '../script-steps.ts'

export const sameBytesAgain: Experiment = {
  id: 'P-2',
  title: 'Material goes, and the same bytes bring it back',
  scripts: {
    I: {
      steps: [
        ...importedKey('K'),
        ...quietly(writeRecord, encrypt('K')),
        deleteMaterial('K'),
        decrypt(refused('KMSInvalidStateException', 'is pending import.')),
        ...bring('K'),
        describe('K', 'EXTERNAL\tEnabled'),
        decrypt(),
        { is: 'region-failure' },
        describe('K', 'EXTERNAL\tPendingImport'),
        ...bring('K'),
        decrypt(),
      ],
      shows: 'Deleted, or lost with a Region: both times the key stayed, and your 32 bytes brought it back.',
    },
  },
}
