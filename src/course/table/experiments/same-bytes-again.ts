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
      ],
      shows: 'Gone at once, and back with the same 32 bytes: the copy you kept.',
    },
  },
}
