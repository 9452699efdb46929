import type { OrderItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawAlias } from '../slot-values.ts'

export const cq30: OrderItem = {
  id: 'CQ30',
  type: 'order',
  metric: 'compliance-choice',
  competency: 'CMP-2',
  difficulty: 3,
  lens: 'both',
  stem: 'The demand for own entropy is gone. The data of the imported key K1, behind {alias}, shall be under generated material. Put the move in order.',
  steps: [
    {
      id: 'create',
      text: 'Create a key whose material KMS generates.',
      because: 'The origin of K1 stays EXTERNAL, so the move needs another key.',
    },
    {
      id: 'alias',
      text: 'Point {alias} to the new key.',
      because: 'From now on new data goes under the new key.',
    },
    {
      id: 're-encrypt',
      text: 'Run `ReEncrypt` for each old ciphertext.',
      because: 'Now no old ciphertext is added any more. It is opened and closed inside KMS.',
    },
    {
      id: 'read',
      text: 'Read old and new data back.',
      because: 'Before the old key is touched, everything has to open with the new one.',
    },
    {
      id: 'disable',
      text: 'Disable K1 and watch the log.',
      because: 'A reader that was forgotten shows up here, and `EnableKey` helps it.',
    },
    {
      id: 'schedule',
      text: 'Schedule the deletion of K1.',
      because: 'After the window nothing brings it back.',
    },
  ],
  slips: [
    {
      first: 'schedule',
      later: 're-encrypt',
      misconception: 'M-06',
      because: 'Old ciphertext stays under K1 until it is encrypted again. It would be lost.',
    },
    {
      first: 'schedule',
      later: 'disable',
      misconception: 'M-06',
      because: 'A key that nobody misses when disabled may go. Try that first.',
    },
    {
      first: 're-encrypt',
      later: 'alias',
      misconception: 'M-04',
      because: 'While the alias points to K1, new data goes on under K1.',
    },
    {
      first: 'alias',
      later: 'create',
      misconception: 'M-28',
      because: 'K1 cannot be turned into a generated key. There has to be another one.',
    },
  ],
  rests: [
    ['F-106', 'createKey'],
    ['F-320', 'importStep'],
    ['F-512', 'getKeyLastUsage'],
    ['F-215', 'deleteKeys'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ alias: drawAlias(draw) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, 'K1')
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: arn }, 'KeyAdmin')
  },
}
