import type { ChoiceItem } from '../../item-definition.ts'
import { fiveCases } from './five-cases.ts'

export const aq03: ChoiceItem = {
  id: 'AQ03',
  type: 'multi',
  choose: 2,
  metric: 'availability-risks',
  competency: 'AVL-3',
  difficulty: 3,
  lens: 'both',
  stem: 'Each case is about data under one imported symmetric key of a single Region. In which two cases is the data lost for good?',
  options: [
    {
      id: 'copies-destroyed',
      text: 'Material deleted, each copy destroyed.',
      correct: true,
      because: 'Nobody has the bytes any more, and KMS cannot restore imported material.',
    },
    {
      id: 'disabled',
      text: 'Key disabled and untouched for two years.',
      misconception: 'M-09',
      because: 'A disabled key keeps its material, however long it rests. EnableKey is enough.',
    },
    {
      id: 'key-gone',
      text: 'Key gone after its window, bytes in the safe.',
      correct: true,
      because:
        'The ciphertext is bound to the key that is gone. The same bytes in another key do not open it.',
    },
    {
      id: 'expired',
      text: 'Material expired, bytes still in the safe.',
      misconception: 'M-12',
      because: 'The key is there and the bytes are there: import them again.',
    },
    {
      id: 'scheduled',
      text: 'Key deletion scheduled, day 6 of 7 today.',
      misconception: 'M-10',
      because: 'CancelKeyDeletion works until the window is over; then enable the key.',
    },
  ],
  rests: [
    ['F-342', 'deleteKeys'],
    ['F-335', 'protectMaterial'],
    ['F-215', 'deleteKeys'],
  ],
  checked: '2026-11-23',
  scene: fiveCases,
}
