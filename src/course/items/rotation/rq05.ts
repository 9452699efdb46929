import { days, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq05: ChoiceItem = {
  id: 'RQ05',
  type: 'multi',
  metric: 'rotation-methods',
  competency: 'ROT-3',
  difficulty: 2,
  lens: 'both',
  stem: 'The first automatic rotation of key K1 takes place. Which two things stay the same?',
  options: [
    {
      id: 'arn',
      text: 'The ARN and policy of the key.',
      correct: true,
      because: 'Applications notice nothing: they use the same key as before.',
    },
    {
      id: 'current',
      text: 'The material for new encryptions.',
      misconception: 'M-00',
      because: 'That is what a rotation changes.',
    },
    {
      id: 'ciphertext',
      text: 'The ciphertext of stored objects.',
      correct: true,
      because: 'Nothing is written again. Each object stays with the material that made it.',
    },
    {
      id: 'price',
      text: 'The monthly price of the key.',
      misconception: 'M-00',
      because: 'The first and the second rotation each add to the monthly price.',
    },
    {
      id: 'count',
      text: 'The number of key materials.',
      misconception: 'M-06',
      because: 'The key gains a material and keeps the old one.',
    },
  ],
  rests: [
    ['F-214', 'rotateKeys'],
    ['F-1013', 'rotateKeys'],
  ],
  checked: '2026-11-23',
  choose: 2,
  async scene(stage) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.call('EnableKeyRotation', { KeyId: arn, RotationPeriodInDays: 90 }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(90) + minutes(1))
  },
}
