import { ask } from './ask.ts'

export const pq04 = ask({
  id: 'PQ04',
  metric: 'import-workflow',
  competency: 'IMP-2',
  stem: 'KMS holds an RSA key pair. Which part of it can a caller download?',
  options: [
    {
      id: 'public',
      text: 'The public half.',
      correct: true,
      because: 'It can close or check, and it opens nothing. It is made to be given away.',
    },
    {
      id: 'private',
      text: 'The private half.',
      misconception: 'M-20',
      because: 'No operation exports it. It works inside the HSM and stays there.',
    },
    {
      id: 'both',
      text: 'Both of its halves.',
      misconception: 'M-20',
      because: 'The private half stays in the HSM. No operation exports it.',
    },
    {
      id: 'neither',
      text: 'Neither of the two.',
      misconception: 'M-00',
      because: '`GetPublicKey` gives the public half to a caller who may have it.',
    },
  ],
  rests: [['F-204', 'hierarchy']],
})
