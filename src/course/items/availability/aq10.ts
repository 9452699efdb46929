import { days } from '../../../world/clock.ts'
import type { OrderItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq10: OrderItem = {
  id: 'AQ10',
  type: 'order',
  metric: 'availability-risks',
  competency: 'AVL-2',
  difficulty: 2,
  lens: 'both',
  stem: 'The imported key {key} still has its material, but its deletion is scheduled. Put the steps in order that bring its data back.',
  steps: [
    {
      id: 'cancel',
      text: 'Call CancelKeyDeletion.',
      because: 'In Pending deletion KMS refuses EnableKey, and Decrypt too.',
    },
    {
      id: 'look',
      text: 'See with DescribeKey that the state is Disabled.',
      because: 'Cancelling does not put the key to work. It leaves it Disabled, with its material.',
    },
    {
      id: 'enable',
      text: 'Call EnableKey.',
      because: 'Nothing is missing, so no import is needed.',
    },
    {
      id: 'read',
      text: 'Decrypt an old record.',
      because: 'A state is a promise. An old record that opens is the proof.',
    },
  ],
  slips: [
    {
      first: 'enable',
      later: 'cancel',
      misconception: 'M-10',
      because: 'EnableKey on a key in Pending deletion answers KMSInvalidStateException.',
    },
    {
      first: 'read',
      later: 'cancel',
      misconception: 'M-10',
      because: 'A key in Pending deletion decrypts nothing.',
    },
    {
      first: 'read',
      later: 'enable',
      misconception: 'M-10',
      because: 'After the cancel the key is Disabled, and Decrypt answers DisabledException.',
    },
  ],
  rests: [
    ['F-215', 'deleteKeys'],
    ['F-419', 'keyState'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, slots.key as string)
    await stage.call('ScheduleKeyDeletion', { KeyId: arn, PendingWindowInDays: 7 }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(2))
  },
}
