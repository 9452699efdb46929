import { days, hours } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const aq01: ChoiceItem = {
  id: 'AQ01',
  type: 'single',
  metric: 'availability-risks',
  competency: 'AVL-2',
  difficulty: 1,
  lens: 'both',
  stem: 'The material behind {alias} expired last night. The objects are needed today. Which action makes them readable again?',
  options: [
    {
      id: 'new-key',
      text: 'Move the alias to a new key and import the bytes there.',
      misconception: 'M-08',
      because: 'The old key is still there, and old data belongs to it. Another key does not open that data.',
    },
    {
      id: 'new-bytes',
      text: 'Import new random bytes into the same key and enable it.',
      misconception: 'M-07',
      because: 'Other bytes are refused, or come in as new material. Old data stays closed either way.',
    },
    {
      id: 'same-bytes',
      text: 'Import the same bytes into the same key once more.',
      correct: true,
      because:
        'Old data needs this key and these bytes, together. The import brings the key back to Enabled.',
    },
    {
      id: 'enable',
      text: 'Enable the key and start the failed readers again.',
      misconception: 'M-11',
      because: 'The key is not disabled. It is empty, and KMS refuses EnableKey on a key in Pending import.',
    },
  ],
  rests: [
    ['F-335', 'importStep'],
    ['F-339', 'unusable'],
    ['F-318', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ alias: draw.oneOf(['alias/sponsor-a', 'alias/sponsor-b', 'alias/intake']) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, 'K3', stage.now + hours(14))
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: arn }, 'KeyAdmin')
    await stage.moveClock(stage.now + days(1))
  },
}
