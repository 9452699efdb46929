import type { Prediction, Question } from '../lab-definition.ts'

/** Names of the two keys in the text of lab L1.2 */
export const KEY = 'K1'
export const SCRATCH = 'K2'

export const plaintextReturned: Question = {
  id: 'plaintext-returned',
  again: true,
  several: true,
  asks: 'Eight operations of KMS. Mark all that return plaintext bytes.',
  options: [
    { id: 'Decrypt', text: 'Decrypt', correct: true, because: 'It returns what somebody closed before.' },
    {
      id: 'DescribeKey',
      text: 'DescribeKey',
      because: 'It returns metadata: state, origin, dates. No bytes of anything.',
    },
    {
      id: 'GenerateDataKey',
      text: 'GenerateDataKey',
      correct: true,
      because: 'It returns a new data key twice: in plaintext and closed.',
    },
    {
      id: 'GenerateDataKeyPair',
      text: 'GenerateDataKeyPair',
      correct: true,
      because: 'It returns the private half of a new pair, in plaintext and closed.',
    },
    {
      id: 'GenerateDataKeyWithoutPlaintext',
      text: 'GenerateDataKeyWithoutPlaintext',
      because: 'Its name says it: the data key comes closed, and in no other form.',
    },
    {
      id: 'GenerateRandom',
      text: 'GenerateRandom',
      correct: true,
      because: 'It returns random bytes. They belong to no KMS key.',
    },
    {
      id: 'GetParametersForImport',
      text: 'GetParametersForImport',
      because: 'It returns a public key and a token, so that bytes can go in. Nothing comes out.',
    },
    {
      id: 'ReEncrypt',
      text: 'ReEncrypt',
      because: 'It opens and closes inside KMS. The plaintext never leaves.',
    },
  ],
}

export const keyReturned: Question = {
  id: 'key-returned',
  again: true,
  asks: 'And which of them returns the material of the KMS key itself?',
  options: [
    {
      id: 'Decrypt',
      text: 'Decrypt',
      misconception: 'M-20',
      because: 'It returns the data that the material had closed. The material did its work inside.',
    },
    {
      id: 'GenerateDataKey',
      text: 'GenerateDataKey',
      misconception: 'M-20',
      because: 'Its bytes are new with every call. Call it twice and compare: no material does that.',
    },
    {
      id: 'GenerateDataKeyPair',
      text: 'GenerateDataKeyPair',
      misconception: 'M-20',
      because: 'The pair is a new one for you. The KMS key only closes its private half.',
    },
    {
      id: 'none',
      text: 'none of them',
      correct: true,
      because: 'No operation returns material of a KMS key. There is nothing that a permission could allow.',
    },
  ],
}

export const plaintextIs: Question = {
  id: 'plaintext-is',
  again: true,
  asks: `GenerateDataKey with ${KEY} answers with Plaintext and CiphertextBlob. What is Plaintext?`,
  options: [
    {
      id: 'data-key',
      text: 'a data key that was made for this answer',
      correct: true,
      because: 'It closes your data on your side. KMS keeps no copy of it.',
    },
    {
      id: 'material',
      text: `the material of ${KEY}`,
      misconception: 'M-20',
      because: 'The bytes you got are new for every call. Call again and compare: they differ.',
    },
    {
      id: 'derived',
      text: `a part of the material of ${KEY}, enough to open its objects`,
      misconception: 'M-20',
      because: `It opens what is closed with it, and nothing else. The objects under ${KEY} stay shut.`,
    },
  ],
}

export const blobIs: Question = {
  id: 'blob-is',
  again: true,
  asks: 'And what is CiphertextBlob?',
  options: [
    {
      id: 'closed-data-key',
      text: `the same data key, closed under ${KEY}`,
      correct: true,
      because: 'It lies beside the data. Decrypt opens it when the data key is needed again.',
    },
    {
      id: 'closed-material',
      text: `the material of ${KEY}, closed for transport`,
      misconception: 'M-20',
      because: 'Material travels in one direction only, and only into keys with origin EXTERNAL.',
    },
    {
      id: 'closed-record',
      text: 'the record that was to be closed',
      because: 'GenerateDataKey never sees a record. Your side closes it with the data key.',
    },
  ],
}

export const afterTheFailure: Prediction = {
  id: 'after-the-failure',
  asks: `The whole Region fails and comes back. Which of ${KEY} and ${SCRATCH} can decrypt then?`,
  options: [
    {
      id: 'both',
      text: 'both; KMS keeps all material alike',
      misconception: 'M-26',
      because:
        'The durability that AWS promises covers what KMS generated. Imported bytes are outside of it; the copy is yours to keep.',
    },
    {
      id: 'generated',
      text: `${KEY}; of ${SCRATCH} only the key and its metadata are back`,
      correct: true,
      because: 'That is the line between the two: KMS keeps what it made, and you keep what you brought.',
    },
    {
      id: 'none',
      text: 'none; after such a failure new keys are needed',
      misconception: 'M-08',
      because: 'Both KMS keys are there, with ARN and policy. One of them has its material too.',
    },
  ],
}

type Pile = 'availability' | 'durable-generated' | 'durable-imported'
const PILES: Readonly<Record<Pile, string>> = {
  availability: 'availability, of both kinds of key',
  'durable-generated': 'durability, of generated material',
  'durable-imported': 'durability, of imported material',
}

function card(id: string, asks: string, right: Pile, because: Readonly<Record<Pile, string>>): Question {
  const taken: Partial<Record<Pile, string>> =
    right === 'durable-generated' ? { 'durable-imported': 'M-26' } : {}
  return {
    id,
    again: true,
    asks,
    options: (Object.keys(PILES) as Pile[]).map((pile) => ({
      id: pile,
      text: PILES[pile],
      because: because[pile],
      ...(pile === right ? { correct: true as const } : {}),
      ...(taken[pile] === undefined ? {} : { misconception: taken[pile] }),
    })),
  }
}

export const cards = [
  card('card-sla', 'Card 1: a monthly uptime of 99.999 % in the service level agreement', 'availability', {
    availability: 'The agreement is about answers of the service, for generated and imported keys alike.',
    'durable-generated': 'An uptime says when the service answers. It says nothing about lost bytes.',
    'durable-imported': 'An uptime says when the service answers. It says nothing about lost bytes.',
  }),
  card('card-zones', 'Card 2: several Availability Zones in the Region', 'availability', {
    availability: 'When one zone fails the others answer, for both kinds of key.',
    'durable-generated': 'Zones keep the service answering. How well bytes are kept is another promise.',
    'durable-imported': 'Zones keep the service answering. How well bytes are kept is another promise.',
  }),
  card('card-nines', 'Card 3: 99.999999999 %, eleven nines', 'durable-generated', {
    availability:
      'The service level of KMS is 99.999 %. Eleven nines are about keeping, not about answering.',
    'durable-generated': 'AWS states it for material that KMS generated, and for no other.',
    'durable-imported': 'Imported material is outside of this promise.',
  }),
  card('card-copy', 'Card 4: your own copy, with its fingerprint', 'durable-imported', {
    availability: 'A copy in a safe answers no request. It makes sure that the bytes are not lost.',
    'durable-generated': 'Of generated material nobody outside KMS can have a copy.',
    'durable-imported': 'It is the only thing that keeps imported bytes from being lost for good.',
  }),
  card('card-reimport', 'Card 5: the same bytes imported once more', 'durable-imported', {
    availability: 'It is not for both kinds: a generated key takes no import.',
    'durable-generated': 'A generated key takes no import, and never needs one.',
    'durable-imported': 'It brings lost material back, byte for byte, as long as your copy is there.',
  }),
]
