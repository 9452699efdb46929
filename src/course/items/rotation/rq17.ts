import { days, hours, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq17: ChoiceItem = {
  id: 'RQ17',
  type: 'log',
  metric: 'rotation-methods',
  competency: 'ROT-6',
  difficulty: 2,
  lens: 'both',
  stem: 'K1 has new material. Dario has the role KeyAdmin. Read the log. Who or what rotated K1?',
  options: [
    {
      id: 'dario',
      text: 'Dario asked for it; the service carried it out.',
      correct: true,
      because: '`RotateKeyOnDemand` has a caller. The `RotateKey` after it says ON_DEMAND.',
    },
    {
      id: 'plan',
      text: 'The plan of the key: `RotateKey` has no caller.',
      misconception: 'M-03',
      because: '`RotateKey` has no caller in both cases. Its details say which case it is.',
    },
    {
      id: 'alias',
      text: 'The person who moved the alias to the new key.',
      misconception: 'M-04',
      because: 'An alias changes no material, and no record of it stands here.',
    },
    {
      id: 'unknown',
      text: 'Nobody can tell, as `RotateKey` is internal.',
      misconception: 'M-32',
      because: 'The call that asked for the rotation stands before it and names its caller.',
    },
  ],
  rests: [
    ['F-713', 'rotateRecord'],
    ['F-712', 'cloudtrail'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ d: String(draw.whole(20, 80)) }),
  async scene(stage, slots) {
    const { arn, object } = await generatedWithRecord(stage, 'K1')
    await stage.call('EnableKeyRotation', { KeyId: arn, RotationPeriodInDays: 180 }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(Number(slots.d)))
    await stage.call('DescribeKey', { KeyId: arn }, 'Auditor')
    await stage.call('RotateKeyOnDemand', { KeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(10))
    await stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole')
    await stage.moveClock(stage.now + hours(1))
    await stage.call('GetKeyRotationStatus', { KeyId: arn }, 'Auditor')
  },
  async computes(_stage, view) {
    const rotated = view.scene().findLast(({ eventName }) => eventName === 'RotateKey')
    if (rotated?.serviceEventDetails?.rotationType !== 'ON_DEMAND') return ['plan']
    const asked = view.scene().findLast(({ eventName }) => eventName === 'RotateKeyOnDemand')
    return [asked?.userIdentity.arn?.includes('/KeyAdmin/') ? 'dario' : 'unknown']
  },
}
