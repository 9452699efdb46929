import { days, minutes } from '../../../world/clock.ts'
import type { OrderItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq23: OrderItem = {
  id: 'RQ23',
  type: 'order',
  metric: 'rotation-methods',
  competency: 'ROT-2',
  difficulty: 3,
  lens: 'both',
  stem: 'K1 is a generated key. Its trail tells how a planned rotation was missed and made up for. Put what happened in order.',
  steps: [
    {
      id: 'enable-plan',
      text: '`EnableKeyRotation` with a period of 90 days.',
      because: 'The plan starts on the day of this call.',
    },
    {
      id: 'disable',
      text: '`DisableKey`, on day 80.',
      because: 'The plan is kept, but a disabled key is not rotated.',
    },
    {
      id: 'date',
      text: 'The date of the rotation passes without a record.',
      because: 'The key is Disabled on that day, so nothing rotates it.',
    },
    { id: 'enable-key', text: '`EnableKey`, on day 100.', because: 'The key can be rotated again.' },
    {
      id: 'rotate',
      text: '`RotateKey`, written by the service.',
      because: 'An overdue rotation follows as soon as the key is Enabled.',
    },
  ],
  slips: [
    {
      first: 'rotate',
      later: 'enable-key',
      misconception: 'M-03',
      because: 'A disabled key is not rotated, whatever its plan says.',
    },
    {
      first: 'rotate',
      later: 'enable-plan',
      misconception: 'M-03',
      because: 'Without a plan KMS rotates no key of yours by itself.',
    },
    {
      first: 'date',
      later: 'disable',
      misconception: 'M-00',
      because: 'Had the date come while the key was Enabled, there would be a record.',
    },
  ],
  rests: [
    ['F-206', 'rotateKeys'],
    ['F-208', 'rotateKeys'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { arn } = await generatedWithRecord(stage, 'K1')
    const begun = stage.now
    await stage.call('EnableKeyRotation', { KeyId: arn, RotationPeriodInDays: 90 }, 'KeyAdmin')
    await stage.moveClock(begun + days(80))
    await stage.call('DisableKey', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(begun + days(100))
    await stage.call('EnableKey', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(1))
  },
}
