import { days } from '../../../world/clock.ts'
import type { OrderItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const iq19: OrderItem = {
  id: 'IQ19',
  type: 'order',
  metric: 'import-workflow',
  competency: 'IMP-1',
  difficulty: 2,
  lens: 'both',
  stem: 'The material of {key} has expired. The safe holds several copies, each with its fingerprint. No set of parameters shall grow old during the search. Put the way back in order.',
  steps: [
    {
      id: 'find',
      text: 'Find the right bytes by their fingerprint.',
      because:
        'Other bytes do not bring the key back. The search comes first: it may take long, and a set lasts 24 hours.',
    },
    {
      id: 'parameters',
      text: 'Get new parameters for {key}.',
      because: 'The set of the first import is long past its 24 hours.',
    },
    {
      id: 'wrap',
      text: 'Wrap the bytes with the new public key.',
      because: 'A new set has a new public key.',
    },
    {
      id: 'import',
      text: 'Import blob and new token, with a new date.',
      because: 'The old date is over. The new import says until when the bytes stay.',
    },
    {
      id: 'read',
      text: 'Read an old object.',
      because: 'The key is Enabled when the import succeeds. An object that opens is the proof.',
    },
  ],
  slips: [
    {
      first: 'wrap',
      later: 'parameters',
      misconception: 'M-13',
      because: 'The old public key belongs to the old set. What it closes, the new token does not fit.',
    },
    {
      first: 'import',
      later: 'wrap',
      misconception: 'M-13',
      because: 'The old blob cannot be sent again.',
    },
    {
      first: 'wrap',
      later: 'find',
      misconception: 'M-07',
      because: 'Whatever you wrap, the key comes back with the same bytes as before and with no others.',
    },
    {
      first: 'read',
      later: 'import',
      misconception: 'M-11',
      because: 'Before the import the key is empty and decrypts nothing.',
    },
  ],
  rests: [
    ['F-335', 'importStep'],
    ['F-339', 'protectMaterial'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    await importedWithRecord(stage, slots.key as string, stage.now + days(20))
    stage.putFile('other-copy.bin', stage.random(32))
    await stage.moveClock(stage.now + days(21))
  },
}
