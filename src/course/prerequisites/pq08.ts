import { ask } from './ask.ts'

export const pq08 = ask({
  id: 'PQ08',
  metric: 'compliance-choice',
  competency: 'CMP-7',
  stem: 'A key policy lists Dario as key administrator, and not as key user, with the statements that the console writes. He has no other permission on the key. Which is true?',
  options: [
    {
      id: 'policy',
      text: 'He cannot decrypt; he can change who may.',
      correct: true,
      because:
        'He manages the key and may put a new key policy, also one that gives him use. So his acts are worth watching.',
    },
    {
      id: 'all',
      text: 'He can decrypt, since he manages the key.',
      misconception: 'M-00',
      because: 'Managing and using are separate permissions. The statement for administrators holds no use.',
    },
    {
      id: 'cannot',
      text: 'He cannot decrypt, and cannot let others do so.',
      misconception: 'M-00',
      because: '`PutKeyPolicy` is among his permissions. With it he could give himself use.',
    },
    {
      id: 'bytes',
      text: 'He can read the bytes, and encrypts nothing.',
      misconception: 'M-20',
      because: 'Nobody can read the material: no operation exports it.',
    },
  ],
  rests: [
    ['F-801', 'policies'],
    ['F-803', 'policies'],
  ],
})
