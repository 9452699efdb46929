import { days } from '../../../world/clock.ts'
import type { TwoWorlds } from '../worlds-definition.ts'
import {
  call,
  decrypt,
  describe,
  encrypt,
  generatedKey,
  importedKey,
  quietly,
  refused,
  travel,
  writeRecord,
} from '../script-steps.ts'

export const stopAndStart: TwoWorlds = {
  id: 'stop-and-start',
  title: 'Stop the key and start it again',
  differ: 0,
  shows: 'Not one line differs: a key is stopped and started in the same way, whoever made its bytes.',
  steps: (of) => [
    ...of(generatedKey('K'), importedKey('K')),
    ...quietly(writeRecord, encrypt('K')),
    call('DisableKey', { KeyId: '$K' }),
    decrypt(refused('DisabledException', 'is disabled.')),
    call('ScheduleKeyDeletion', { KeyId: '$K', PendingWindowInDays: 7 }, { query: 'KeyState' }),
    travel(days(3)),
    call('CancelKeyDeletion', { KeyId: '$K' }, { query: 'KeyId' }),
    describe('K', 'Disabled', 'KeyMetadata.KeyState'),
    call('EnableKey', { KeyId: '$K' }),
    decrypt(),
  ],
}
