import { ask } from './ask.ts'

export const pq01 = ask({
  id: 'PQ01',
  metric: 'rotation-methods',
  competency: 'ROT-7',
  stem: 'An application encrypts a file with AES under a data key and keeps that key safe. What opens the file again?',
  options: [
    {
      id: 'same',
      text: 'The same data key once more.',
      correct: true,
      because: 'A symmetric cipher has one key for both directions. So whoever has it can read.',
    },
    {
      id: 'pair',
      text: 'The private half of the data key.',
      misconception: 'M-00',
      because: 'A data key has no halves. Pairs belong to public-key encryption.',
    },
    {
      id: 'equal',
      text: 'Any data key of the same length.',
      misconception: 'M-00',
      because: 'The length says how hard guessing is. The bytes have to be the same.',
    },
    {
      id: 'none',
      text: 'No key: the file knows its own.',
      misconception: 'M-00',
      because: 'Ciphertext holds no key in the clear. Without the key it stays closed.',
    },
  ],
  rests: [['F-901', 'generateDataKey']],
})
