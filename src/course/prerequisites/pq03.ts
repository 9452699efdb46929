import { ask } from './ask.ts'

export const pq03 = ask({
  id: 'PQ03',
  metric: 'import-workflow',
  competency: 'IMP-2',
  stem: 'A bank sends you its public key. You close a file with it and delete your original. Who can open the file now?',
  options: [
    {
      id: 'private',
      text: 'The bank, with its private key.',
      correct: true,
      because: 'What the public half closes, only the private half opens. The bank kept that half.',
    },
    {
      id: 'you',
      text: 'You, with the same public key.',
      misconception: 'M-18',
      because: 'The public half closes. What it has closed, it cannot open.',
    },
    {
      id: 'all',
      text: 'Everybody who has the public key.',
      misconception: 'M-18',
      because: 'They can close more files. None of them can open one.',
    },
    {
      id: 'nobody',
      text: 'Nobody, since your original is gone.',
      misconception: 'M-00',
      because: 'The bank still holds the half that opens.',
    },
  ],
  rests: [['F-310', 'publicKeyAndToken']],
})
