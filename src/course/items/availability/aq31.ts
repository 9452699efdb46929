import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq31: ChoiceItem = {
  id: 'AQ31',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-7',
  difficulty: 2,
  lens: 'both',
  stem: 'The material of {key} had an end date, and that date has passed. Nobody called anything. Which record says that the material is gone?',
  options: [
    {
      id: 'DeleteExpiredKeyMaterial',
      text: '`DeleteExpiredKeyMaterial`.',
      correct: true,
      because: 'KMS writes it by itself when the date comes. No caller stands in it.',
    },
    {
      id: 'DeleteImportedKeyMaterial',
      text: '`DeleteImportedKeyMaterial`.',
      misconception: 'M-32',
      because: 'That is a call of somebody, and it names the caller.',
    },
    {
      id: 'ScheduleKeyDeletion',
      text: '`ScheduleKeyDeletion`.',
      misconception: 'M-11',
      because: 'An expiry does not touch the key itself, only its material.',
    },
    {
      id: 'none',
      text: 'None: dates leave no trace.',
      misconception: 'M-32',
      because: 'Also what KMS does by itself is recorded.',
    },
  ],
  rests: [['F-335', 'expiredRecord']],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(20, 200)) }),
  async scene(stage, slots) {
    const end = stage.now + days(Number(slots.d))
    await importedWithRecord(stage, slots.key as string, end)
    await stage.moveClock(end + days(1))
  },
  async computes(_stage, view) {
    const last = view.scene().at(-1)?.eventName
    return [last?.startsWith('Delete') === true ? last : 'none']
  },
}
