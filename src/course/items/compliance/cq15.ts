import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq15: ChoiceItem = {
  id: 'CQ15',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-6',
  also: ['IMP-8'],
  difficulty: 3,
  lens: 'both',
  stem: 'A plan of {org} says: “We import our bytes into a symmetric KMS key. Our data center then decrypts AWS data with the same bytes.” What do you answer?',
  options: [
    {
      id: 'refuse',
      text: 'Refuse it: encrypt with a library of your own and these bytes.',
      correct: true,
      because: 'What KMS encrypts opens in KMS. A format of your own opens on both sides.',
    },
    {
      id: 'accept',
      text: 'Accept it: an import makes one ciphertext for both the sides.',
      misconception: 'M-21',
      because: 'The format of KMS is not published, and it is bound to the KMS key.',
    },
    {
      id: 'export',
      text: 'Accept it: export the key from KMS when the time has come.',
      misconception: 'M-19',
      because: 'KMS exports no material. And the bytes do not open its ciphertext.',
    },
    {
      id: 'external',
      text: 'Accept it: an external key store makes an open ciphertext.',
      misconception: 'M-34',
      because: 'There KMS encrypts with material of its own first. Both keys are needed.',
    },
  ],
  rests: [
    ['F-343', 'importing'],
    ['F-354', 'keyStores'],
    ['F-1110', 'importing'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  scene: async (stage) => void (await importedWithRecord(stage, 'K1')),
}
