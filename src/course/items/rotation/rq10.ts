import { days, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'
import { drawAlias } from '../slot-values.ts'

export const rq10: ChoiceItem = {
  id: 'RQ10',
  type: 'single',
  metric: 'rotation-methods',
  competency: 'ROT-3',
  difficulty: 2,
  lens: 'both',
  stem: 'The key behind {alias} has rotated automatically twice. What does the application that uses it have to change?',
  options: [
    {
      id: 'nothing',
      text: 'Nothing; KMS finds the right material by itself.',
      correct: true,
      because: 'Key, ARN and alias are the same. Old ciphertext opens with the material that made it.',
    },
    {
      id: 'arn',
      text: 'The ARN that it keeps in its configuration.',
      misconception: 'M-05',
      because: 'A rotation does not change the ARN.',
    },
    {
      id: 'alias',
      text: 'The alias, which must name the new material.',
      misconception: 'M-04',
      because: 'An alias names a key, not a material. Moving it belongs to manual rotation.',
    },
    {
      id: 'objects',
      text: 'Every stored object, which it has to encrypt again.',
      misconception: 'M-05',
      because: 'Old ciphertext stays readable. Nothing has to be encrypted again.',
    },
  ],
  rests: [['F-214', 'rotateKeys']],
  checked: '2026-11-23',
  slots: (draw) => ({ alias: drawAlias(draw) }),
  async scene(stage, slots) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: arn }, 'KeyAdmin')
    await stage.call('EnableKeyRotation', { KeyId: arn, RotationPeriodInDays: 90 }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(180) + minutes(1))
  },
}
