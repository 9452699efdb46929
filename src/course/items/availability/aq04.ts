import type { MatchItem } from '../../item-definition.ts'
import { days } from '../../../world/clock.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq04: MatchItem = {
  id: 'AQ04',
  type: 'match',
  metric: 'availability-risks',
  competency: 'AVL-1',
  difficulty: 2,
  lens: 'both',
  stem: 'Four imported keys are Enabled. Match what happens to each key with the state it has afterwards. A state may be used twice.',
  left: [
    {
      id: 'disable',
      text: 'Somebody disables the key.',
      right: 'disabled',
      because: 'Material and data stay. EnableKey undoes it.',
    },
    {
      id: 'delete-material',
      text: 'Somebody deletes its imported material.',
      right: 'pending-import',
      because: 'The key stays and waits for the same bytes.',
    },
    {
      id: 'expiry',
      text: 'The expiry date of its material is reached.',
      right: 'pending-import',
      because: 'KMS takes the material out. The key stays and waits for the same bytes.',
    },
    {
      id: 'schedule',
      text: 'Somebody schedules the deletion of the key.',
      right: 'pending-deletion',
      because: 'It stays so until the window is over or somebody cancels.',
    },
  ],
  right: [
    { id: 'disabled', text: 'Disabled' },
    { id: 'pending-import', text: 'Pending import' },
    { id: 'pending-deletion', text: 'Pending deletion' },
    { id: 'unavailable', text: 'Unavailable' },
  ],
  slips: [
    {
      left: 'delete-material',
      right: 'pending-deletion',
      misconception: 'M-08',
      because: 'The bytes go, the key does not: its ARN, policy and aliases stay.',
    },
    {
      left: 'expiry',
      right: 'disabled',
      misconception: 'M-11',
      because: 'Nobody switched the key off. It is empty, and EnableKey would not help.',
    },
    {
      left: 'disable',
      right: 'pending-import',
      misconception: 'M-09',
      because: 'Disabling takes nothing out, so there is nothing to import.',
    },
    {
      left: 'schedule',
      right: 'disabled',
      misconception: 'M-10',
      because: 'Disabled is where the key is after CancelKeyDeletion.',
    },
  ],
  explains: 'Unavailable is a state of keys in custom key stores.',
  rests: [
    ['F-335', 'importStep'],
    ['F-336', 'deleteMaterial'],
    ['F-215', 'deleteKeys'],
    ['F-110', 'keyState'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    for (const name of ['Ka', 'Kb', 'Kd']) await importedWithRecord(stage, name)
    await importedWithRecord(stage, 'Kc', stage.now + days(2))
  },
}
