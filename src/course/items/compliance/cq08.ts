import type { ChoiceItem } from '../../item-definition.ts'

export const cq08: ChoiceItem = {
  id: 'CQ08',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-3',
  difficulty: 2,
  lens: 'both',
  stem: 'A tender of {year} asks for keys in HSMs with FIPS 140 Level 3, and for nothing else about keys. What meets it with the least work?',
  options: [
    {
      id: 'generated',
      text: 'Generated keys: the KMS HSMs meet it.',
      correct: true,
      because: 'The HSMs of KMS are validated at FIPS 140-3 Level 3.',
    },
    {
      id: 'cluster',
      text: 'CloudHSM keys: a cluster alone meets it.',
      misconception: 'M-25',
      because: 'A cluster can meet it too. It is not needed for that, and it has to be run.',
    },
    {
      id: 'imported',
      text: 'Imported keys: own bytes lift the level.',
      misconception: 'M-27',
      because: 'A level belongs to the HSM. Bytes have none.',
    },
    {
      id: 'external',
      text: 'External keys: an outside HSM meets it.',
      misconception: 'M-34',
      because: 'It depends on your own manager, which you would run and prove yourself.',
    },
  ],
  explains: 'Exam texts of older years say: Level 3 through a custom key store. That was so until May 2023.',
  rests: [
    ['F-355', 'internals'],
    ['F-357', 'fipsLevel3'],
    ['F-356', 'cloudHsmFips'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ year: draw.oneOf(['2025', '2026']) }),
}
