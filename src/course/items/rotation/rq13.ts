import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawAlias } from '../slot-values.ts'

export const rq13: ChoiceItem = {
  id: 'RQ13',
  type: 'single',
  metric: 'rotation-methods',
  competency: 'ROT-4',
  difficulty: 2,
  lens: 'both',
  stem: '{alias} has moved from K1 to K2. {n} objects under K1 are still read each day. What happens to K1 now?',
  options: [
    {
      id: 'stays',
      text: 'It stays Enabled while its ciphertext is needed.',
      correct: true,
      because: 'Only K1 opens what K1 closed. Moving the alias moved no data.',
    },
    {
      id: 'deletion',
      text: 'It is scheduled for deletion on the same day.',
      misconception: 'M-06',
      because: 'A key in Pending deletion decrypts nothing, and later the data is lost.',
    },
    {
      id: 'material',
      text: 'Its material is deleted, as the bytes are safe.',
      misconception: 'M-06',
      because: 'Nothing would read until the same bytes are imported again.',
    },
    {
      id: 'disabled',
      text: 'It is disabled, so that nobody uses it any more.',
      misconception: 'M-06',
      because: 'The daily reads would stop at once.',
    },
  ],
  rests: [
    ['F-347', 'rotateKeys'],
    ['F-214', 'rotateKeys'],
    ['F-352', 'aliases'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ alias: drawAlias(draw), n: String(draw.whole(120, 980)) }),
  async scene(stage, slots) {
    const k1 = await importedWithRecord(stage, 'K1')
    const k2 = await importedWithRecord(stage, 'K2')
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: k1.arn }, 'KeyAdmin')
    await stage.call('UpdateAlias', { AliasName: slots.alias, TargetKeyId: k2.arn }, 'KeyAdmin')
  },
}
