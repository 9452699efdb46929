import { days } from '../../../world/clock.ts'
import type { Experiment } from '../experiment-definition.ts'
import {
  bring,
  call,
  createKey,
  decrypt,
  deleteMaterial,
  describe,
  encrypt,
  importedKey,
  prints,
  quietly,
  refused,
  travel,
  writeRecord,
} from '../script-steps.ts'

const schedule = call(
  'ScheduleKeyDeletion',
  { KeyId: '$K', PendingWindowInDays: 7 },
  { query: '[KeyState,PendingWindowInDays]', ...prints('PendingDeletion\t7') },
)
const record = quietly(writeRecord, encrypt('K'))

export const stopAndCancel: Experiment = {
  id: 'P-10',
  title: 'A key is stopped: at once, for a week, for good',
  scripts: {
    G: {
      steps: [
        ...quietly(createKey('K')),
        ...record,
        call('DisableKey', { KeyId: '$K' }),
        decrypt(refused('DisabledException', 'is disabled.')),
        schedule,
        decrypt(refused('KMSInvalidStateException', 'is pending deletion.')),
        travel(days(6)),
        call('CancelKeyDeletion', { KeyId: '$K' }, { query: 'KeyId' }),
        describe('K', 'AWS_KMS\tDisabled'),
        call('EnableKey', { KeyId: '$K' }),
        decrypt(),
      ],
      shows: 'Stopped at once, saved on day six. Nothing else was needed.',
    },
    I: {
      steps: [
        ...importedKey('K'),
        ...record,
        deleteMaterial('K'),
        decrypt(refused('KMSInvalidStateException', 'is pending import.')),
        ...bring('K'),
        decrypt(),
        schedule,
        decrypt(refused('KMSInvalidStateException', 'is pending deletion.')),
        travel(days(9)),
        call('DescribeKey', { KeyId: '$K' }, refused('NotFoundException')),
      ],
      shows: 'Material goes and comes back at once. The key waits a week, and is gone for good.',
    },
  },
}
