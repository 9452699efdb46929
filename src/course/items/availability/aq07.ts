import type { HotspotItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq07: HotspotItem = {
  id: 'AQ07',
  type: 'hotspot',
  picture: 'states',
  metric: 'availability-risks',
  competency: 'AVL-1',
  difficulty: 1,
  lens: 'both',
  stem: 'An imported key is Enabled and holds one material. DeleteImportedKeyMaterial succeeds. Mark the state the key has now.',
  options: [
    {
      id: 'Enabled',
      text: 'The state Enabled, as before.',
      misconception: 'M-00',
      because: 'An Enabled key has all the material that belongs to it. This one has none.',
    },
    {
      id: 'Disabled',
      text: 'The state Disabled, or off.',
      misconception: 'M-09',
      because: 'Disabled is a switch that DisableKey sets. The material stays in the key then.',
    },
    {
      id: 'PendingImport',
      text: 'The state Pending import.',
      correct: true,
      because: 'The key is there and waits for the same bytes.',
    },
    {
      id: 'PendingDeletion',
      text: 'The state Pending deletion.',
      misconception: 'M-08',
      because: 'ScheduleKeyDeletion leads there. The call you see deletes material, not the key.',
    },
    {
      id: 'Deleted',
      text: 'The end: the key is deleted.',
      misconception: 'M-08',
      because: 'A key goes after a window of 7 to 30 days that somebody has scheduled, and at no other time.',
    },
  ],
  rests: [['F-336', 'deleteMaterial']],
  checked: '2026-11-23',
  scene: async (stage) => void (await importedWithRecord(stage, 'K3')),
}
