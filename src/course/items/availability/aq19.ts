import { days, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { behindTheStop, roleOf } from '../behind-the-stop.ts'
import { outcome } from '../outcome.ts'
import { importBytes, importedWithRecord, until } from '../scene-keys.ts'

export const aq19: ChoiceItem = {
  id: 'AQ19',
  type: 'log',
  metric: 'availability-risks',
  competency: 'AVL-7',
  difficulty: 2,
  lens: 'both',
  stem: '{key} stopped this morning at 09:00. Amara has the role KeyCustodian, Dario KeyAdmin, Chiyo Auditor. Read the log. Who set the end that stopped the key?',
  options: [
    {
      id: 'KeyAdmin',
      text: 'Dario, with the second import of the bytes.',
      correct: true,
      because: 'The newest import decides. Its record names the date, and the expiry came then.',
    },
    {
      id: 'KeyCustodian',
      text: 'Amara, with the first import of the bytes.',
      misconception: 'M-00',
      because: 'Her import had no end. The second import of the same bytes set one.',
    },
    {
      id: 'Auditor',
      text: 'Chiyo, with the last call before the stop.',
      misconception: 'M-32',
      because: 'DescribeKey reads. It sets nothing and removes nothing.',
    },
    {
      id: 'service',
      text: 'An operator of AWS, as no caller is named.',
      misconception: 'M-32',
      because: 'DeleteExpiredKeyMaterial carries out what the import has set. Nobody at AWS acted.',
    },
  ],
  rests: [
    ['F-713', 'expiredRecord'],
    ['F-708', 'importRecord'],
    ['F-319', 'importStep'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(5, 20)) }),
  async scene(stage, slots) {
    const { arn, material, object } = await importedWithRecord(stage, slots.key as string)
    const stop = stage.now + days(Number(slots.d))
    await stage.moveClock(stage.now + days(2))
    await importBytes(stage, arn, material, until(stop), 'KeyAdmin')
    await stage.moveClock(stop - minutes(3))
    await stage.call('DescribeKey', { KeyId: arn }, 'Auditor')
    await stage.moveClock(stop + minutes(2))
    await outcome(stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole'))
  },
  computes: async (_stage, view) => [roleOf(behindTheStop(view.scene())) ?? 'service'],
}
