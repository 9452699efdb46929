import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq09: ChoiceItem = {
  id: 'RQ09',
  type: 'predict',
  metric: 'rotation-methods',
  competency: 'ROT-2',
  difficulty: 2,
  lens: 'both',
  stem: 'Ben enables automatic rotation for a generated key and asks for a period of {period} days. What does KMS answer?',
  options: [
    {
      id: 'ValidationException',
      text: 'ValidationException: the smallest period is 90 days.',
      correct: true,
      because: 'The period is a whole number of days from 90 to 2,560.',
    },
    {
      id: 'success',
      text: 'Success: the next rotation is {period} days from now.',
      misconception: 'M-03',
      because: '{period} is below the smallest period.',
    },
    {
      id: 'UnsupportedOperationException',
      text: 'UnsupportedOperationException: not for this key.',
      misconception: 'M-00',
      because: 'That answer is about the kind of key. This key can be rotated automatically.',
    },
    {
      id: 'rounded',
      text: 'Success: KMS rounds the period up to 90 days.',
      misconception: 'M-00',
      because: 'KMS rounds nothing. It refuses the call.',
    },
  ],
  rests: [['F-206', 'rotateKeys']],
  checked: '2026-11-23',
  slots: (draw) => ({ period: String(draw.oneOf([7, 14, 30, 60, 89])) }),
  async scene(stage) {
    await generatedWithRecord(stage, 'K1')
  },
  async computes(stage, view, slots) {
    const key = () => view.key('K1')
    const answer = await outcome(
      stage.call(
        'EnableKeyRotation',
        { KeyId: key()?.arn, RotationPeriodInDays: Number(slots.period) },
        'KeyAdmin',
      ),
    )
    if (answer !== 'ok') return [answer]
    return [key()?.rotation?.periodInDays === Number(slots.period) ? 'success' : 'rounded']
  },
}
