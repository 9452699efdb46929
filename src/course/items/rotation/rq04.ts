import type { OrderItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const rq04: OrderItem = {
  id: 'RQ04',
  type: 'order',
  metric: 'rotation-methods',
  competency: 'ROT-5',
  difficulty: 2,
  lens: 'today',
  stem: 'With the API of today, an imported symmetric key can be rotated on demand. Put the steps in order.',
  steps: [
    {
      id: 'parameters',
      text: 'Get parameters and wrap the new 32 bytes.',
      because: 'Every import starts with its own parameters.',
    },
    {
      id: 'import',
      text: 'Import them with ImportType `NEW_KEY_MATERIAL`.',
      because: 'Without the type the call would mean the bytes that the key knows already, and be refused.',
    },
    {
      id: 'pending',
      text: 'Check that they are `PENDING_ROTATION`.',
      because: 'This proves that something waits.',
    },
    { id: 'rotate', text: 'Call `RotateKeyOnDemand`.', because: 'Now there is material to rotate in.' },
    {
      id: 'current',
      text: 'Check that the new material is `CURRENT`.',
      because: 'This is the evidence for the auditor.',
    },
  ],
  slips: [
    {
      first: 'rotate',
      later: 'import',
      misconception: 'M-02',
      because: 'Nothing waits to be rotated in, so the call is refused.',
    },
    {
      first: 'import',
      later: 'parameters',
      misconception: 'M-13',
      because: 'An old blob holds the old bytes. This import needs new ones, wrapped anew.',
    },
    {
      first: 'current',
      later: 'rotate',
      misconception: 'M-00',
      because: 'Imported material waits. It becomes current by the rotation.',
    },
  ],
  rests: [
    ['F-349', 'rotateOnDemand'],
    ['F-316', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await importedWithRecord(stage, 'K1')
  },
}
