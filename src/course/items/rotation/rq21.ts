import { days, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq21: ChoiceItem = {
  id: 'RQ21',
  type: 'log',
  metric: 'rotation-methods',
  competency: 'ROT-6',
  difficulty: 2,
  lens: 'both',
  stem: 'Chiyo asks which record shows that K1 got new material. Which one is it?',
  options: [
    {
      id: 'EnableKeyRotation',
      text: '`EnableKeyRotation`, called by KeyAdmin.',
      misconception: 'M-03',
      because: 'It set the plan. At that moment no material changed.',
    },
    {
      id: 'RotateKey',
      text: '`RotateKey`, a record without a caller.',
      correct: true,
      because: 'The service wrote it when the material changed. It names the old and the new material.',
    },
    {
      id: 'Encrypt',
      text: '`Encrypt`, the first call by AppRole.',
      misconception: 'M-05',
      because: 'It used the material of that day and changed none.',
    },
    {
      id: 'GetKeyRotationStatus',
      text: '`GetKeyRotationStatus`, by Auditor.',
      misconception: 'M-32',
      because: 'A question to KMS changes nothing.',
    },
  ],
  rests: [
    ['F-713', 'rotateRecord'],
    ['F-712', 'cloudtrail'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ period: String(draw.whole(90, 300)) }),
  async scene(stage, slots) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    const period = Number(slots.period)
    await stage.call('EnableKeyRotation', { KeyId: arn, RotationPeriodInDays: period }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(period) + minutes(5))
    await stage.call('GetKeyRotationStatus', { KeyId: arn }, 'Auditor')
  },
  async computes(_stage, view) {
    const current = view.key('K1')?.materials.find(({ state }) => state === 'CURRENT')?.id
    return view
      .scene()
      .filter((event) => event.serviceEventDetails?.currentKeyMaterialId === current)
      .map(({ eventName }) => eventName)
  },
}
