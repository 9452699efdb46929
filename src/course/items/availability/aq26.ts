import { days, hours, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { behindTheStop, roleOf } from '../behind-the-stop.ts'
import { outcome } from '../outcome.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq26: ChoiceItem = {
  id: 'AQ26',
  type: 'log',
  metric: 'availability-risks',
  competency: 'AVL-7',
  difficulty: 2,
  lens: 'both',
  stem: '{key} has stopped. Amara has the role KeyCustodian, Dario KeyAdmin, and the applications have AppRole. Read the log. What took the material out?',
  options: [
    {
      id: 'KeyCustodian',
      text: 'The call by Amara, minutes before the first failure.',
      correct: true,
      because: 'Her DeleteImportedKeyMaterial succeeded. It has no waiting period.',
    },
    {
      id: 'KeyAdmin',
      text: 'The switch by Dario, who disabled the key before.',
      misconception: 'M-09',
      because: 'DisableKey leaves the material where it is, and he enabled the key again.',
    },
    {
      id: 'AppRole',
      text: 'The call by an application, on the day before that.',
      misconception: 'M-00',
      because: 'That call was refused: its record has an error code. It changed nothing.',
    },
    {
      id: 'service',
      text: 'The date of the import, which the service carried out.',
      misconception: 'M-32',
      because: 'An expiry leaves DeleteExpiredKeyMaterial without a caller. No such record is here.',
    },
  ],
  rests: [
    ['F-709', 'cloudtrail'],
    ['F-336', 'deleteMaterial'],
    ['F-701', 'cloudtrail'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, m: String(draw.whole(4, 25)) }),
  async scene(stage, slots) {
    const { arn, object } = await importedWithRecord(stage, slots.key as string, stage.now + days(300))
    const input = { KeyId: arn }
    await stage.moveClock(stage.now + days(3))
    await outcome(stage.call('DeleteImportedKeyMaterial', input, 'AppRole'))
    await stage.moveClock(stage.now + hours(5))
    await stage.call('DisableKey', input, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(2))
    await stage.call('EnableKey', input, 'KeyAdmin')
    await stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole')
    await stage.moveClock(stage.now + days(1))
    await stage.call('DeleteImportedKeyMaterial', input)
    await stage.moveClock(stage.now + minutes(Number(slots.m)))
    await outcome(stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole'))
  },
  computes: async (_stage, view) => [roleOf(behindTheStop(view.scene())) ?? 'service'],
}
