import { hours } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const aq02: ChoiceItem = {
  id: 'AQ02',
  type: 'single',
  metric: 'availability-risks',
  competency: 'AVL-1',
  difficulty: 2,
  lens: 'both',
  stem: 'A generated key is scheduled for deletion in {d} days. One hour later the application `reader` must decrypt again. What does it take?',
  options: [
    {
      id: 'nothing',
      text: 'Nothing: it decrypts until day {d} is over.',
      misconception: 'M-10',
      because:
        'A key in Pending deletion serves nothing from the first minute: Decrypt answers KMSInvalidStateException.',
    },
    {
      id: 'cancel',
      text: 'CancelKeyDeletion; the key is then Enabled.',
      misconception: 'M-10',
      because: 'Cancelling leaves the key Disabled. Decrypt would then answer DisabledException.',
    },
    {
      id: 'cancel-and-enable',
      text: 'CancelKeyDeletion, then EnableKey on the key.',
      correct: true,
      because: 'It takes both calls. After them old and new data open again.',
    },
    {
      id: 'new-key',
      text: 'A new key: the old one refuses every call.',
      misconception: 'M-29',
      because: 'A new key does not open old data. The old one still takes CancelKeyDeletion.',
    },
  ],
  rests: [
    ['F-215', 'deleteKeys'],
    ['F-603', 'keyState'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ d: String(draw.whole(7, 30)) }),
  async scene(stage, slots) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.call('ScheduleKeyDeletion', { KeyId: arn, PendingWindowInDays: Number(slots.d) }, 'KeyAdmin')
    await stage.moveClock(stage.now + hours(1))
  },
}
