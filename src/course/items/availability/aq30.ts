import { minutes } from '../../../world/clock.ts'
import type { HotspotItem } from '../../item-definition.ts'
import { dayAfter, morningOf } from '../iso-day.ts'
import { importBytes, importedWithRecord, until } from '../scene-keys.ts'

export const aq30: HotspotItem = {
  id: 'AQ30',
  type: 'hotspot',
  picture: 'materials',
  metric: 'availability-risks',
  competency: 'AVL-5',
  difficulty: 3,
  lens: 'today',
  stem: 'The picture shows the three materials of the imported key K1, which was rotated on demand twice. A has no end, B ends on {b}, C ends on {c}. With the API of today, mark the material whose end stops the key first.',
  options: [
    {
      id: 'A',
      text: 'Material A: NON_CURRENT, no end.',
      misconception: 'M-35',
      because: 'It was imported with the word that it does not expire, so it stays.',
    },
    {
      id: 'B',
      text: 'Material B: NON_CURRENT, a date.',
      correct: true,
      because:
        'The earliest end counts, whichever material has it. `DescribeKey` and the metric show this one.',
    },
    {
      id: 'C',
      text: 'Material C: CURRENT, a later date.',
      misconception: 'M-30',
      because: 'Not the current material alone is needed. B ends before it, and stops the key.',
    },
  ],
  rests: [
    ['F-338', 'describeKey'],
    ['F-339', 'unusable'],
    ['F-715', 'cloudwatch'],
  ],
  checked: '2026-11-23',
  slots(draw) {
    const b = dayAfter('2026-04-01', draw.whole(0, 90))
    return { b, c: dayAfter(b, draw.whole(10, 120)) }
  },
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, 'K1')
    for (const end of [slots.b, slots.c]) {
      const how = { ImportType: 'NEW_KEY_MATERIAL', ...until(morningOf(end as string)) }
      await importBytes(stage, arn, stage.random(32), how)
      await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
      await stage.moveClock(stage.now + minutes(10))
    }
  },
}
