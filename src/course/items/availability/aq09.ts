import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const aq09: ChoiceItem = {
  id: 'AQ09',
  type: 'single',
  metric: 'availability-risks',
  competency: 'AVL-1',
  difficulty: 2,
  lens: 'both',
  stem: 'Dario calls ScheduleKeyDeletion on {key} and names no window. How long until the key is gone, and who reads meanwhile?',
  options: [
    {
      id: 'thirty-nobody',
      text: 'Thirty days; nobody reads meanwhile.',
      correct: true,
      because: '30 days is the default, at times up to 24 hours more. The key serves nobody from the start.',
    },
    {
      id: 'thirty-readers',
      text: 'Thirty days; readers go on as before.',
      misconception: 'M-10',
      because: 'The window is there to notice a mistake by its failures. Each use of the key fails in it.',
    },
    {
      id: 'thirty-reads',
      text: 'Thirty days; reads go on, writes stop.',
      misconception: 'M-10',
      because: 'The state stops Decrypt as well as Encrypt.',
    },
    {
      id: 'at-once',
      text: 'Gone at once; nobody reads any more.',
      misconception: 'M-08',
      because:
        'KMS has no immediate deletion of a key. The shortest window is 7 days, and it can be cancelled.',
    },
  ],
  rests: [['F-215', 'deleteKeys']],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  scene: async (stage, slots) => void (await generatedWithRecord(stage, slots.key as string)),
}
