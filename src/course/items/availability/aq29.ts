import { days } from '../../../world/clock.ts'
import type { MatchItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq29: MatchItem = {
  id: 'AQ29',
  type: 'match',
  metric: 'availability-risks',
  competency: 'AVL-6',
  difficulty: 2,
  lens: 'both',
  stem: 'Four switches stop the readers of an imported single-Region key. Match each switch with what undoes it.',
  left: [
    {
      id: 'disable',
      text: 'Disable the key.',
      right: 'enable',
      because: 'Any key administrator can do that, without any bytes.',
    },
    {
      id: 'expire',
      text: 'Let the material expire.',
      right: 'import',
      because: 'Whoever holds the bytes and may import undoes it.',
    },
    {
      id: 'schedule',
      text: 'Schedule the deletion of the key.',
      right: 'cancel',
      because: 'It works until the window is over. The key is then Disabled, and `EnableKey` follows.',
    },
    {
      id: 'destroy',
      text: 'Delete the material and destroy each copy.',
      right: 'nothing',
      because: 'The key is there, and nobody has what belongs into it.',
    },
  ],
  right: [
    { id: 'enable', text: '`EnableKey`' },
    { id: 'import', text: 'An import of the same bytes' },
    { id: 'cancel', text: '`CancelKeyDeletion`, in time' },
    { id: 'nothing', text: 'Nothing' },
    { id: 'new-bytes', text: 'An import of new bytes' },
  ],
  slips: [
    {
      left: 'disable',
      right: 'import',
      misconception: 'M-09',
      because: 'Nothing was taken out, so nothing has to come back.',
    },
    {
      left: 'expire',
      right: 'nothing',
      misconception: 'M-12',
      because: 'Expiry does not reach the copy in your safe.',
    },
    {
      left: 'schedule',
      right: 'nothing',
      misconception: 'M-10',
      because: 'Until the window is over it can be cancelled.',
    },
    {
      left: 'destroy',
      right: 'new-bytes',
      misconception: 'M-07',
      because: 'Other bytes do not open what the lost ones closed.',
    },
  ],
  explains: 'No switch reaches a plaintext data key that a reader holds in memory.',
  rests: [
    ['F-1109', 'unusable'],
    ['F-215', 'deleteKeys'],
    ['F-335', 'protectMaterial'],
    ['F-340', 'unusable'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await importedWithRecord(stage, 'K1')
    await importedWithRecord(stage, 'K2', stage.now + days(1))
  },
}
