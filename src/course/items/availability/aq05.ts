import { days, hours, minutes } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { behindTheStop, roleOf } from '../behind-the-stop.ts'

export const aq05: ChoiceItem = {
  id: 'AQ05',
  type: 'log',
  metric: 'availability-risks',
  competency: 'AVL-7',
  difficulty: 2,
  lens: 'both',
  stem: 'Key {key} stopped at 0{h}:00:00. Amara has the role KeyCustodian, Chiyo has the role Auditor. Read the log. What stopped the key?',
  options: [
    {
      id: 'Auditor',
      text: 'The DescribeKey call by Chiyo.',
      misconception: 'M-32',
      because: 'DescribeKey reads the metadata of a key. It changes nothing.',
    },
    {
      id: 'provider',
      text: 'An employee of the provider.',
      misconception: 'M-32',
      because: 'A service event has no caller: KMS carried out what was set before. Nobody at AWS acted.',
    },
    {
      id: 'KeyCustodian',
      text: 'The date that Amara set at import.',
      correct: true,
      because:
        'Two records tell it together: ImportKeyMaterial with the date, and DeleteExpiredKeyMaterial when it came.',
    },
    {
      id: 'AppRole',
      text: 'The first application that failed.',
      misconception: 'M-32',
      because: 'The failed Decrypt is the effect. The key was empty before it.',
    },
  ],
  rests: [
    ['F-713', 'expiredRecord'],
    ['F-708', 'importRecord'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, h: String(draw.whole(1, 5)) }),
  async scene(stage, slots) {
    const midnight = Math.floor(stage.now / days(1)) * days(1)
    const stop = midnight + days(3) + hours(Number(slots.h))
    const { arn, object } = await importedWithRecord(stage, slots.key as string, stop)
    await stage.moveClock(stop - minutes(2))
    await stage.call('DescribeKey', { KeyId: arn }, 'Auditor')
    for (const wait of [1, 4, 9]) {
      await stage.moveClock(stop + minutes(wait))
      await outcome(stage.call('Decrypt', { CiphertextBlob: object }, 'AppRole'))
    }
  },
  computes: async (_stage, view) => [roleOf(behindTheStop(view.scene())) ?? ''],
}
