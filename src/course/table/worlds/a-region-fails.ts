import type { TwoWorlds } from '../worlds-definition.ts'
import {
  decrypt,
  describe,
  encrypt,
  generatedKey,
  importedKey,
  prints,
  quietly,
  RECORD,
  refused,
  writeRecord,
} from '../script-steps.ts'

export const aRegionFails: TwoWorlds = {
  id: 'a-region-fails',
  title: 'Lose the whole Region, and get it back',
  differ: 2,
  shows:
    'AWS says that imported material may be lost so; in this model it always is. Key and metadata came back in both.',
  steps: (of) => [
    ...of(generatedKey('K'), importedKey('K')),
    ...quietly(writeRecord, encrypt('K')),
    { is: 'region-failure' },
    describe('K', of('Enabled', 'PendingImport'), 'KeyMetadata.KeyState'),
    decrypt(of(prints(RECORD), refused('KMSInvalidStateException', 'is pending import.'))),
  ],
}
