import { minutes } from '../../../world/clock.ts'
import type { HotspotItem } from '../../item-definition.ts'
import { dayAfter, morningOf } from '../iso-day.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq11: HotspotItem = {
  id: 'RQ11',
  type: 'hotspot',
  metric: 'rotation-methods',
  competency: 'ROT-3',
  difficulty: 2,
  lens: 'both',
  stem: 'The picture shows the two materials of the generated key K1. `K1.enc` was encrypted on {written}; the rotation took place on {rotated}. Mark the material that decrypts `K1.enc`.',
  picture: 'materials',
  options: [
    {
      id: 'A',
      text: 'Material A: NON_CURRENT today.',
      correct: true,
      because: 'A was current on {written}. It decrypts for as long as the key exists.',
    },
    {
      id: 'B',
      text: 'Material B: CURRENT since then.',
      misconception: 'M-05',
      because: 'B did not make that ciphertext. It would, had the data been encrypted again.',
    },
    {
      id: 'neither',
      text: 'Neither of the two: A is gone.',
      misconception: 'M-06',
      because: 'A is not used for new data, but KMS keeps it.',
    },
  ],
  rests: [
    ['F-111', 'rotateKeys'],
    ['F-214', 'rotateKeys'],
  ],
  checked: '2026-11-23',
  slots(draw) {
    const written = dayAfter('2026-02-01', draw.whole(0, 60))
    return { written, rotated: dayAfter(written, draw.whole(5, 90)) }
  },
  async scene(stage, slots) {
    await stage.moveClock(morningOf(slots.written as string))
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.moveClock(morningOf(slots.rotated as string))
    await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(10))
  },
}
