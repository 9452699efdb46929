import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq12: ChoiceItem = {
  id: 'AQ12',
  type: 'single',
  metric: 'availability-risks',
  competency: 'AVL-3',
  also: ['IMP-8'],
  difficulty: 2,
  lens: 'both',
  stem: '{key} was a symmetric imported key of one Region. It was deleted, and its window of {d} days is over. The 32 bytes are in the safe. What about the data?',
  options: [
    {
      id: 'lost',
      text: 'Lost: the key that made it is missing.',
      correct: true,
      because: 'What KMS puts into each ciphertext belongs to this one key. Its metadata went with it.',
    },
    {
      id: 'new-key',
      text: 'Readable with the bytes in a new key.',
      misconception: 'M-29',
      because: 'A new key has another ID, and its metadata differs. It refuses the old ciphertext.',
    },
    {
      id: 'openssl',
      text: 'Readable with the bytes and openssl.',
      misconception: 'M-21',
      because: 'The format of the ciphertext is not published, and it is bound to the KMS key.',
    },
    {
      id: 'restored',
      text: 'Readable after AWS restores the key.',
      misconception: 'M-26',
      because: 'A deletion that is done is final. AWS offers no way back.',
    },
  ],
  rests: [
    ['F-342', 'deleteKeys'],
    ['F-343', 'importing'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(7, 30)) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, slots.key as string)
    const window = Number(slots.d)
    await stage.call('ScheduleKeyDeletion', { KeyId: arn, PendingWindowInDays: window }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(window + 2))
  },
}
