import type { ChoiceItem } from '../../item-definition.ts'
import { dayAfter, morningOf } from '../iso-day.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const aq18: ChoiceItem = {
  id: 'AQ18',
  type: 'arch',
  metric: 'availability-risks',
  competency: 'AVL-6',
  difficulty: 3,
  lens: 'both',
  stem: 'A contract says: after {date} the data must be unreadable for ever, for {org} too. The material of its imported key expires on that day. What else does it take, and why?',
  options: [
    {
      id: 'destroy',
      text: 'Destroy each copy of the bytes and delete the key; copies undo an expiry.',
      correct: true,
      because:
        'With the bytes and the key, an import opens the data again. Plaintext data keys have to go as well.',
    },
    {
      id: 'nothing',
      text: 'Take no further step at all; an expiry erases the data for good by itself.',
      misconception: 'M-12',
      because: 'Expiry takes the bytes out of KMS. Whoever holds a copy can bring them back.',
    },
    {
      id: 'disable',
      text: 'Disable the key on the same day as well; a disabled key opens nothing more.',
      misconception: 'M-09',
      because: 'A key administrator enables it again, in one call and without any bytes.',
    },
    {
      id: 'rotate',
      text: 'Rotate the key on the same day as well; old material then opens nothing.',
      misconception: 'M-06',
      because: 'Old material opens old data after a rotation too. That is what it is kept for.',
    },
  ],
  rests: [
    ['F-335', 'protectMaterial'],
    ['F-342', 'deleteKeys'],
    ['F-340', 'unusable'],
    ['F-1109', 'unusable'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw), date: dayAfter('2026-04-01', draw.whole(0, 200)) }),
  scene: async (stage, slots) =>
    void (await importedWithRecord(stage, 'K1', morningOf(slots.date as string))),
}
