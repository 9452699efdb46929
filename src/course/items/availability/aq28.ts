import { days } from '../../../world/clock.ts'
import type { OrderItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq28: OrderItem = {
  id: 'AQ28',
  type: 'order',
  metric: 'availability-risks',
  competency: 'AVL-5',
  difficulty: 2,
  lens: 'both',
  stem: 'The material of {key} ends in {d} days, and the key is to go on without a pause. Put the work in order.',
  steps: [
    {
      id: 'alarm',
      text: 'Set an alarm on `SecondsUntilKeyMaterialExpiration`.',
      because: 'It has to be there long before the end, and it watches one key.',
    },
    {
      id: 'wake',
      text: 'The alarm goes off, a week before the end.',
      because: 'A week is time enough to fetch the bytes and to try twice.',
    },
    {
      id: 'set',
      text: 'Get a new set of parameters for {key}.',
      because: 'The set lasts 24 hours, so it is fetched when the work begins.',
    },
    {
      id: 'wrap',
      text: 'Wrap the same bytes with the new public key.',
      because: 'The bytes stay the same, the box is new.',
    },
    {
      id: 'import',
      text: 'Import them with a later date.',
      because: 'The new date replaces the old one. The key was never empty.',
    },
    {
      id: 'look',
      text: 'See the new `ValidTo` in `DescribeKey`.',
      because: 'It shows the end by which KMS goes from now on.',
    },
  ],
  slips: [
    {
      first: 'wake',
      later: 'alarm',
      misconception: 'M-00',
      because: 'Without the alarm the first news is the record of the expiry, and then the key is empty.',
    },
    {
      first: 'wrap',
      later: 'set',
      misconception: 'M-13',
      because: 'The first set is long too old, and its public key with it.',
    },
    {
      first: 'import',
      later: 'wrap',
      misconception: 'M-13',
      because: 'The old blob belongs to the old set.',
    },
    {
      first: 'look',
      later: 'import',
      misconception: 'M-11',
      because: 'The date changes by an import and by nothing else.',
    },
  ],
  rests: [
    ['F-715', 'cloudwatch'],
    ['F-319', 'importStep'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(30, 120)) }),
  scene: async (stage, slots) =>
    void (await importedWithRecord(stage, slots.key as string, stage.now + days(Number(slots.d)))),
}
