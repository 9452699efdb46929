import type { ChoiceItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'

export const cq06: ChoiceItem = {
  id: 'CQ06',
  type: 'multi',
  choose: 2,
  metric: 'compliance-choice',
  competency: 'CMP-6',
  difficulty: 3,
  lens: 'both',
  stem: '{org} lists five arguments for importing its own bytes. Which two are sound?',
  options: [
    {
      id: 'entropy',
      text: 'We must show where the entropy came from.',
      correct: true,
      because: 'Origin EXTERNAL and your own record show it.',
    },
    {
      id: 'stronger',
      text: 'AES-256 is stronger with bytes of our own.',
      misconception: 'M-27',
      because: 'The cipher is the same, and so is its strength.',
    },
    {
      id: 'end',
      text: 'We need material that ends on a set date.',
      correct: true,
      because: 'It ends on its date. While you keep the bytes, an import brings it back.',
    },
    {
      id: 'guarded',
      text: 'AWS then guards our bytes at eleven nines.',
      misconception: 'M-26',
      because: 'That figure is for generated material. Keeping your bytes becomes your duty.',
    },
    {
      id: 'rotation',
      text: 'We want automatic rotation of our bytes.',
      misconception: 'M-01',
      because: 'KMS does not offer it: it cannot make your bytes.',
    },
  ],
  rests: [
    ['F-1111', 'importing'],
    ['F-315', 'importStep'],
    ['F-202', 'durability'],
    ['F-348', 'rotateKeys'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
}
