import type { TwoWorlds } from '../worlds-definition.ts'
import {
  decrypt,
  deleteMaterial,
  describe,
  encrypt,
  generatedKey,
  importedKey,
  prints,
  quietly,
  RECORD,
  refused,
  works,
  writeRecord,
} from '../script-steps.ts'

export const deleteTheMaterial: TwoWorlds = {
  id: 'delete-the-material',
  title: 'Delete the material, keep the key',
  differ: 3,
  shows: 'Only imported material can be taken out of a key, and then nothing opens.',
  steps: (of) => [
    ...of(generatedKey('K'), importedKey('K')),
    ...quietly(writeRecord, encrypt('K')),
    deleteMaterial('K', of(refused('UnsupportedOperationException', 'origin is AWS_KMS'), works)),
    describe('K', of('Enabled', 'PendingImport'), 'KeyMetadata.KeyState'),
    decrypt(of(prints(RECORD), refused('KMSInvalidStateException', 'is pending import.'))),
  ],
}
