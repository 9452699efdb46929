import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq25: ChoiceItem = {
  id: 'RQ25',
  type: 'predict',
  metric: 'rotation-methods',
  competency: 'ROT-2',
  difficulty: 1,
  lens: 'both',
  stem: 'K1 was generated {d} days ago. Since then nobody has called EnableKeyRotation for it. What does GetKeyRotationStatus say?',
  options: [
    {
      id: 'off',
      text: 'KeyRotationEnabled is false, and there is no date.',
      correct: true,
      because: 'Automatic rotation is off until somebody enables it.',
    },
    {
      id: 'yearly',
      text: 'KeyRotationEnabled is true, with a yearly date.',
      misconception: 'M-03',
      because: '365 days is the period for a key whose rotation was enabled without another one.',
    },
    {
      id: 'done',
      text: 'KeyRotationEnabled is true, and one turn is done.',
      misconception: 'M-03',
      because: 'No rotation took place: ListKeyRotations is empty.',
    },
    {
      id: 'UnsupportedOperationException',
      text: 'UnsupportedOperationException for such a key.',
      misconception: 'M-00',
      because: 'The call works for a generated key. It answers that rotation is off.',
    },
  ],
  rests: [
    ['F-205', 'rotateKeys'],
    ['F-212', 'rotateKeys'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ d: String(draw.whole(400, 800)) }),
  async scene(stage, slots) {
    await generatedWithRecord(stage, 'K1')
    await stage.moveClock(stage.now + days(Number(slots.d)))
  },
  async computes(stage, view) {
    const key = view.key('K1')
    const call = stage.call('GetKeyRotationStatus', { KeyId: key?.arn }, 'Auditor')
    const refusal = await outcome(call)
    if (refusal !== 'ok') return [refusal]
    if (!(await call).KeyRotationEnabled) return ['off']
    return [key?.materials.length === 1 ? 'yearly' : 'done']
  },
}
