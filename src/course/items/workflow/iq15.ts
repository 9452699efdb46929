import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq15: ChoiceItem = {
  id: 'IQ15',
  type: 'multi',
  choose: 2,
  metric: 'import-workflow',
  competency: 'IMP-6',
  difficulty: 2,
  lens: 'both',
  stem: 'Each option is an expiration model with or without `ValidTo`, sent with `ImportKeyMaterial`. (Names without their beginning `KEY_MATERIAL_`.) Which two does KMS take?',
  options: [
    {
      id: 'dated',
      text: 'EXPIRES, the date {d} days ahead.',
      correct: true,
      because: 'A model that expires wants a date within 365 days.',
    },
    {
      id: 'for-good',
      text: 'DOES_NOT_EXPIRE, and no date.',
      correct: true,
      because: 'Material without an end has no date.',
    },
    {
      id: 'no-date',
      text: 'EXPIRES, and no date given.',
      misconception: 'M-35',
      because: 'A `ValidTo` is required with this model, also when the model is left out.',
    },
    {
      id: 'both',
      text: 'DOES_NOT_EXPIRE, and a date.',
      misconception: 'M-35',
      because: 'A date contradicts this model, so KMS refuses the pair.',
    },
    {
      id: 'far',
      text: 'EXPIRES, the date {far} days ahead.',
      misconception: 'M-11',
      because: '365 days are the most. To go further, import the same bytes again later.',
    },
  ],
  rests: [
    ['F-314', 'importKeyMaterial'],
    ['F-315', 'importStep'],
    ['F-329', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ d: String(draw.whole(100, 360)), far: String(draw.whole(400, 900)) }),
  scene: async (stage) => void (await emptyKeyWithSet(stage, 'K2')),
}
