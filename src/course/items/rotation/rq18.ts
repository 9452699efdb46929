import { days, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq18: ChoiceItem = {
  id: 'RQ18',
  type: 'single',
  metric: 'rotation-methods',
  competency: 'ROT-6',
  difficulty: 1,
  lens: 'both',
  stem: 'An auditor asks for proof that a generated key has been rotated each year. What do you hand over?',
  options: [
    {
      id: 'list',
      text: 'Its list of rotations and the records of the trail.',
      correct: true,
      because:
        'ListKeyRotations names each rotation with its material, date and type. The trail has a RotateKey for each.',
    },
    {
      id: 'created',
      text: 'The creation date that DescribeKey shows for the key.',
      misconception: 'M-03',
      because: 'A creation date proves that the key is old, not that it was rotated.',
    },
    {
      id: 'aliases',
      text: 'The list of aliases with the date of each last move.',
      misconception: 'M-04',
      because: 'Moving an alias rotates no material.',
    },
    {
      id: 'objects',
      text: 'The dates on which the objects were last written.',
      misconception: 'M-05',
      because: 'A rotation writes no object.',
    },
  ],
  rests: [
    ['F-213', 'rotateKeys'],
    ['F-713', 'rotateRecord'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.call('EnableKeyRotation', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(730) + minutes(1))
  },
}
