import { ask } from './ask.ts'

export const pq02 = ask({
  id: 'PQ02',
  metric: 'availability-risks',
  competency: 'AVL-6',
  stem: '`GenerateDataKey` gave an application one data key twice: in plaintext, and encrypted under a KMS key. The file is encrypted. What belongs in the storage beside it?',
  options: [
    {
      id: 'encrypted',
      text: 'The encrypted copy of the data key.',
      correct: true,
      because: 'KMS opens it again when somebody may read. KMS itself keeps no data key.',
    },
    {
      id: 'plain',
      text: 'The plaintext copy of the data key.',
      misconception: 'M-00',
      because: 'Whoever finds the file would find its key as well. It goes from memory after use.',
    },
    {
      id: 'arn',
      text: 'The ARN of the KMS key, and no more.',
      misconception: 'M-00',
      because: 'KMS does not store data keys. Without the encrypted copy nothing opens the file.',
    },
    {
      id: 'both',
      text: 'Both copies, in two separate places.',
      misconception: 'M-00',
      because: 'The plaintext copy gives everything away, wherever it lies.',
    },
  ],
  rests: [['F-901', 'generateDataKey']],
})
