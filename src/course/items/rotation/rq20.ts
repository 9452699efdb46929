import type { ChoiceItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'

export const rq20: ChoiceItem = {
  id: 'RQ20',
  type: 'arch',
  metric: 'rotation-methods',
  competency: 'ROT-1',
  difficulty: 3,
  lens: 'both',
  stem: '{org} must make its key material in its own HSM and bring new material each year. The team has two people, and KMS shall run the HSMs in use. Which choice fits, and what decides?',
  options: [
    {
      id: 'imported',
      text: 'Imported, with a yearly procedure; origin decides.',
      correct: true,
      because: 'The bytes are yours, so the new ones are yours too. A calendar and two people can do it.',
    },
    {
      id: 'enable',
      text: 'Imported, with EnableKeyRotation; the year decides.',
      misconception: 'M-01',
      because: 'KMS cannot rotate bytes that it cannot make.',
    },
    {
      id: 'generated',
      text: 'Generated, with a yearly import; the origin decides.',
      misconception: 'M-28',
      because: 'A key with origin AWS_KMS takes no import, and its origin is fixed.',
    },
    {
      id: 'store',
      text: 'CloudHSM key store, rotated by KMS; the HSM decides.',
      misconception: 'M-24',
      because: 'The store takes no import, and keys in it have no automatic rotation.',
    },
  ],
  explains:
    'Today the procedure is an import of new material and a rotation on demand. In the wording of the exam it is a new key behind the same alias.',
  rests: [
    ['F-348', 'rotateKeys'],
    ['F-353', 'keyStores'],
    ['F-106', 'createKey'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
}
