import { days } from '../../../world/clock.ts'
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
  travel,
  writeRecord,
} from '../script-steps.ts'

export const aYearPasses: TwoWorlds = {
  id: 'a-year-passes',
  title: 'Let a year pass',
  differ: 2,
  shows: 'The imported material had a date, the longest there is. Nobody called, and still it is gone.',
  steps: (of) => [
    ...of(generatedKey('K'), importedKey('K', { ValidTo: '2027-01-12T09:00:00Z' })),
    ...quietly(writeRecord, encrypt('K')),
    travel(days(366)),
    describe('K', of('Enabled', 'PendingImport'), 'KeyMetadata.KeyState'),
    decrypt(of(prints(RECORD), refused('KMSInvalidStateException', 'is pending import.'))),
  ],
}
