import { days, minutes } from '../../../world/clock.ts'
import type { MatchItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq22: MatchItem = {
  id: 'RQ22',
  type: 'match',
  metric: 'rotation-methods',
  competency: 'ROT-6',
  difficulty: 2,
  lens: 'today',
  stem: 'Four questions about the rotation of a key. With the API of today, match each with the place where its answer stands.',
  left: [
    {
      id: 'next',
      text: 'When is the next automatic rotation?',
      right: 'status',
      because: 'It shows NextRotationDate for as long as the plan is on.',
    },
    {
      id: 'all',
      text: 'Which materials does the key have, the first one included?',
      right: 'list-all',
      because: 'Without this choice the list shows completed rotations, and the first material is not one.',
    },
    {
      id: 'who',
      text: 'Who asked for the rotation on demand?',
      right: 'trail',
      because: 'The record of RotateKeyOnDemand names its caller.',
    },
    {
      id: 'which',
      text: 'Which material made this ciphertext?',
      right: 'decrypt',
      because: 'Its answer has a KeyMaterialId.',
    },
  ],
  right: [
    { id: 'status', text: '`GetKeyRotationStatus`' },
    { id: 'list-all', text: '`ListKeyRotations` with `ALL_KEY_MATERIAL`' },
    { id: 'trail', text: 'The trail of API calls' },
    { id: 'decrypt', text: 'The answer of `Decrypt`' },
    { id: 'aliases', text: '`ListAliases`' },
  ],
  slips: [
    {
      left: 'who',
      right: 'list-all',
      misconception: 'M-32',
      because: 'The list has the type and the date of a rotation, and no name.',
    },
    {
      left: 'all',
      right: 'aliases',
      misconception: 'M-04',
      because: 'Aliases point to keys. They know nothing of materials.',
    },
    {
      left: 'which',
      right: 'status',
      misconception: 'M-05',
      because: 'The status speaks of the key. A ciphertext stays with the material that made it.',
    },
    { left: 'next', right: 'aliases', misconception: 'M-04', because: 'An alias has no plan.' },
    { left: 'who', right: 'status', misconception: 'M-32', because: 'The status names no person.' },
  ],
  rests: [
    ['F-212', 'rotateKeys'],
    ['F-213', 'rotateKeys'],
    ['F-510', 'decrypt'],
    ['F-712', 'cloudtrail'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    await stage.call('EnableKeyRotation', { KeyId: arn, RotationPeriodInDays: 180 }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(40))
    await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(10))
  },
}
