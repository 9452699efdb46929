import { ask } from './ask.ts'

export const pq06 = ask({
  id: 'PQ06',
  metric: 'availability-risks',
  competency: 'AVL-7',
  stem: 'A `Decrypt` call was refused in the night. Where can you read in the morning who made it?',
  options: [
    {
      id: 'trail',
      text: 'In the CloudTrail record of the call.',
      correct: true,
      because: 'Each call leaves a record, refused ones too: who, when, on which key, and the error code.',
    },
    {
      id: 'key',
      text: 'In the description of the KMS key.',
      misconception: 'M-00',
      because: 'The description is free text about the key. A `Decrypt` call writes nothing to it.',
    },
    {
      id: 'ciphertext',
      text: 'In the ciphertext that was sent.',
      misconception: 'M-00',
      because: 'It is tied to a key, and tells nothing of who sent it.',
    },
    {
      id: 'nowhere',
      text: 'Nowhere, since the call was refused.',
      misconception: 'M-00',
      because: 'Refused calls are recorded as well, with their error code.',
    },
  ],
  rests: [
    ['F-701', 'cloudtrail'],
    ['F-702', 'cloudtrail'],
  ],
})
