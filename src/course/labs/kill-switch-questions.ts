import type { Prediction, Question } from '../lab-definition.ts'

/** Name of the key in the text of lab L3.3 */
export const KEY = 'K6'

const opensObject: Question = {
  id: 'opens-object',
  again: true,
  asks: 'Which bytes decrypt an object of the archive?',
  options: [
    {
      id: 'data-key',
      text: 'the data key of that object, in plaintext',
      correct: true,
      because: 'Each object was encrypted with a data key of its own, outside KMS.',
    },
    {
      id: 'material',
      text: `the material of ${KEY}`,
      because: `It would take an object that Encrypt made. ${KEY} closes data keys only.`,
    },
    {
      id: 'wrapping',
      text: 'the wrapping key of the import',
      misconception: 'M-18',
      because: 'It carried the material to KMS once. It has nothing to do with objects.',
    },
  ],
}

const opensDataKey: Question = {
  id: 'opens-data-key',
  again: true,
  asks: 'Which bytes decrypt the data key that lies beside the object?',
  options: [
    {
      id: 'object',
      text: 'those of the object itself',
      because: 'The object is what the data key opens. It opens nothing.',
    },
    {
      id: 'material',
      text: `the material of ${KEY}, inside KMS`,
      correct: true,
      because: `The data key is stored closed. Decrypt opens it with ${KEY}, each time somebody asks.`,
    },
    {
      id: 'own-copy',
      text: 'your own copy of the material, with openssl',
      misconception: 'M-21',
      because: 'KMS ciphertext opens in KMS alone, whoever holds the bytes.',
    },
  ],
}

const readerHolds: Question = {
  id: 'reader-holds',
  again: true,
  asks: 'What does `reader` keep in memory for five minutes?',
  options: [
    {
      id: 'material',
      text: `a copy of the material of ${KEY}`,
      misconception: 'M-20',
      because: 'KMS gives material to nobody, not to an application either.',
    },
    {
      id: 'closed',
      text: 'the closed data key',
      because: 'That one lies beside the object anyway. Keeping it would save no call.',
    },
    {
      id: 'plaintext-data-key',
      text: 'the plaintext data key of an object it read',
      correct: true,
      because: 'With it the object opens again without a call to KMS, until the five minutes are over.',
    },
  ],
}
export const links = [opensObject, opensDataKey, readerHolds]

export const whoReads: Prediction = {
  id: 'who-reads',
  asks: 'The material expires while `reader` is busy. Who still reads in the first minute after it?',
  options: [
    {
      id: 'nobody',
      text: 'nobody; the switch is thrown',
      misconception: 'M-31',
      because: 'It would take readers that ask KMS each time. A data key in memory asks nobody.',
    },
    {
      id: 'memory',
      text: '`reader`, for objects whose data key it has in memory; nobody else',
      correct: true,
      because: 'KMS opens no data key any more. What was opened before works until it is forgotten.',
    },
    {
      id: 'all-old',
      text: 'everybody, for objects from before the date',
      misconception: 'M-30',
      because: 'It would take objects that carry their own key. They carry a closed data key.',
    },
  ],
}

export const erased: Question = {
  id: 'erased',
  again: true,
  asks: 'All objects opened again. What does that say about the date as an erasure?',
  options: [
    {
      id: 'as-good-as',
      text: 'it is one, as long as nobody imports',
      misconception: 'M-12',
      because: 'A promise not to import is no erasure. Whoever holds the bytes can break it.',
    },
    {
      id: 'objects-gone',
      text: 'it is one for the objects that nobody read in time',
      misconception: 'M-12',
      because: 'No object went away. All of them were there, and all of them opened.',
    },
    {
      id: 'none',
      text: 'it stops the key; it erases nothing while a copy of the bytes exists',
      correct: true,
      because: 'For an end, every copy has to be destroyed, and the KMS key deleted.',
    },
  ],
}
