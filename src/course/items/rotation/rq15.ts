import type { OrderItem } from '../../item-definition.ts'
import { rotatedImport } from '../scene-keys.ts'

export const rq15: OrderItem = {
  id: 'RQ15',
  type: 'order',
  metric: 'rotation-methods',
  competency: 'ROT-5',
  difficulty: 2,
  lens: 'today',
  stem: 'With the API of today, what does the list of materials of an imported symmetric key show, from the first import to the end of a rotation on demand? Put it in order.',
  steps: [
    { id: 'empty', text: 'No material at all.', because: 'A key with origin EXTERNAL is born empty.' },
    {
      id: 'first',
      text: 'A is `CURRENT`.',
      because: 'The first material is current as soon as it is imported.',
    },
    {
      id: 'waiting',
      text: 'A is `CURRENT`, B is `PENDING_ROTATION`.',
      because: 'An import of new material alone changes nothing for callers.',
    },
    {
      id: 'rotated',
      text: 'A is `NON_CURRENT`, B is `CURRENT`.',
      because: 'RotateKeyOnDemand made B current. A still decrypts.',
    },
  ],
  slips: [
    {
      first: 'rotated',
      later: 'waiting',
      misconception: 'M-02',
      because: 'The rotation takes in what waits. Before it, something has to wait.',
    },
    {
      first: 'waiting',
      later: 'first',
      misconception: 'M-00',
      because: 'A key without material takes the first bytes as current, not as waiting.',
    },
    {
      first: 'first',
      later: 'empty',
      misconception: 'M-28',
      because: 'Nobody can fill the key before it exists with this origin.',
    },
  ],
  rests: [
    ['F-317', 'importStep'],
    ['F-349', 'rotateOnDemand'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await rotatedImport(stage, 'K1')
  },
}
