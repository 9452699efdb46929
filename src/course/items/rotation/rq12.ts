import type { OrderItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawAlias } from '../slot-values.ts'

export const rq12: OrderItem = {
  id: 'RQ12',
  type: 'order',
  metric: 'rotation-methods',
  competency: 'ROT-4',
  difficulty: 2,
  lens: 'both',
  stem: 'K1 is an imported key behind {alias}. It is to be replaced by a new key, without a moment at which writers fail. Put the steps of this manual rotation in order.',
  steps: [
    {
      id: 'create',
      text: 'Create key K2 with origin `EXTERNAL`.',
      because: 'Parameters for an import belong to a key, so the key comes first.',
    },
    {
      id: 'import',
      text: 'Import new bytes into K2.',
      because: 'Until then K2 is Pending import and encrypts nothing.',
    },
    {
      id: 'test',
      text: 'Encrypt and decrypt a test value with K2.',
      because: 'A test shows use, not a state alone.',
    },
    { id: 'alias', text: 'Point {alias} to K2.', because: 'From here on new data goes to a key that works.' },
    {
      id: 'reencrypt',
      text: 'Encrypt the old data again under K2, where that is demanded.',
      because: 'Nothing new comes under K1 now, so once is enough. K1 still decrypts.',
    },
    {
      id: 'retire',
      text: 'Disable K1 once nothing needs it.',
      because: 'Disabling can be undone, if something still needs K1 after all.',
    },
  ],
  slips: [
    {
      first: 'alias',
      later: 'import',
      misconception: 'M-04',
      because: 'Writers would meet an empty key: a pointer brings no material.',
    },
    {
      first: 'retire',
      later: 'reencrypt',
      misconception: 'M-06',
      because: 'The old data opens with K1. Disabled, K1 decrypts nothing.',
    },
    {
      first: 'import',
      later: 'create',
      misconception: 'M-00',
      because: 'There is no key yet to import into.',
    },
  ],
  rests: [
    ['F-347', 'rotateKeys'],
    ['F-352', 'rotateKeys'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ alias: drawAlias(draw) }),
  async scene(stage, slots) {
    const { arn } = await importedWithRecord(stage, 'K1')
    await stage.call('CreateAlias', { AliasName: slots.alias, TargetKeyId: arn }, 'KeyAdmin')
  },
}
