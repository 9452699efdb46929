import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq15: ChoiceItem = {
  id: 'AQ15',
  type: 'single',
  metric: 'availability-risks',
  competency: 'AVL-5',
  difficulty: 2,
  lens: 'both',
  stem: 'The material of {key} expires in {d} days. Dario wants to be woken a week before, whoever is on holiday. What does he set up?',
  options: [
    {
      id: 'metric',
      text: 'An alarm on SecondsUntilKeyMaterialExpiration.',
      correct: true,
      because: 'CloudWatch counts the seconds to the earliest expiry. The alarm goes off below a week.',
    },
    {
      id: 'record',
      text: 'An alarm on DeleteExpiredKeyMaterial records.',
      misconception: 'M-00',
      because: 'That record is written when the material goes. It tells the news, a week too late.',
    },
    {
      id: 'rotation',
      text: 'A rule on the event that reports a rotation.',
      misconception: 'M-01',
      because:
        'Nothing rotates by itself here: imported keys have no automatic rotation, and expiry is none.',
    },
    {
      id: 'by-eye',
      text: 'A daily task to look at DescribeKey by eye.',
      misconception: 'M-00',
      because: 'DescribeKey does show ValidTo, but a task by hand rests when its owner is away.',
    },
  ],
  rests: [
    ['F-715', 'cloudwatch'],
    ['F-713', 'expiredRecord'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(20, 90)) }),
  scene: async (stage, slots) =>
    void (await importedWithRecord(stage, slots.key as string, stage.now + days(Number(slots.d)))),
}
