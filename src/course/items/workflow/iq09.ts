import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq09: ChoiceItem = {
  id: 'IQ09',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-3',
  difficulty: 2,
  lens: 'both',
  stem: '`GetParametersForImport` for {key} returns a public key and an import token. What is the token for?',
  options: [
    {
      id: 'login',
      text: 'It logs the custodian in for 24 hours.',
      misconception: 'M-16',
      because: 'Who may import is a matter of policies. The token carries no rights.',
    },
    {
      id: 'encrypts',
      text: 'It encrypts the material on its way.',
      misconception: 'M-18',
      because: 'The public key closes the material. The token travels beside it.',
    },
    {
      id: 'ties',
      text: 'It ties this public key to {key} for a day.',
      correct: true,
      because: 'KMS takes a blob with the token of the same set, for the same key, within 24 hours.',
    },
    {
      id: 'receipt',
      text: 'It is a receipt for exporting the bytes one day.',
      misconception: 'M-19',
      because: 'Nothing exports imported material. Keep your own copy.',
    },
  ],
  rests: [
    ['F-304', 'publicKeyAndToken'],
    ['F-204', 'hierarchy'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  scene: async (stage, slots) => void (await emptyKeyWithSet(stage, slots.key as string)),
}
