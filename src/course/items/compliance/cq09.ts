import type { ChoiceItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'

export const cq09: ChoiceItem = {
  id: 'CQ09',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-2',
  difficulty: 1,
  lens: 'both',
  stem: '{org} compares generated with imported material. Which of its requirements points to import?',
  options: [
    {
      id: 'entropy',
      text: 'Show that our own generator made the bytes.',
      correct: true,
      because: 'This is what import gives: you make the bytes and can prove it.',
    },
    {
      id: 'rotation',
      text: 'Have new material each year without a call.',
      misconception: 'M-01',
      because: 'Automatic rotation exists for generated material alone.',
    },
    {
      id: 'cipher',
      text: 'Encrypt the data with a stronger cipher.',
      misconception: 'M-27',
      because: 'Both kinds of material work in AES-256-GCM.',
    },
    {
      id: 'no-work',
      text: 'Leave the safe keeping of the bytes to AWS.',
      misconception: 'M-26',
      because: 'That speaks for generated material. Imported bytes are yours to keep.',
    },
  ],
  rests: [
    ['F-1111', 'importing'],
    ['F-348', 'rotateKeys'],
    ['F-202', 'durability'],
    ['F-108', 'createKey'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
}
