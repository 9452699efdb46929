import { claim, see, type Lesson } from '../lesson-definition.ts'

export const severalMaterials: Lesson = {
  id: 'several-materials',
  title: 'Several materials in one key',
  outcome: 'You can rotate imported material on demand, and say why the oldest bytes still matter.',
  objectives: ['O3.1', 'O3.2'],
  minutes: 7,
  sections: [
    {
      title: 'New bytes wait',
      blocks: [
        claim('new-material-waits'),
        claim('one-waits'),
        'At the import you have to say that the bytes are new: `--import-type NEW_KEY_MATERIAL`. Without a word KMS expects the bytes it knows.',
        see({ error: 'IncorrectKeyMaterialException' }, 'New bytes sent without the import type.'),
      ],
    },
    {
      title: 'The rotation makes them current',
      blocks: [
        claim('rotate-imported'),
        claim('rotation-records'),
        claim('material-id-in-answers'),
        see({ lab: 'L3.2' }, 'You watch the new material wait, and then take over.'),
      ],
    },
    {
      title: 'The oldest still counts',
      blocks: [
        claim('same-bytes-only'),
        'This surprises people. The old material does nothing new, and yet the whole key stops when it goes. Writes stop too.',
        'So each rotation adds one more file to your safe. None may be thrown away.',
        see({ row: 'blast-radius' }, 'One of two materials expires, and the key stops.'),
      ],
    },
    {
      title: 'The date of the key is the earliest',
      blocks: [
        'Each material has its own date. The first to come decides. An alarm on the key looks at the earliest one as well.',
        claim('expiration-metric'),
      ],
    },
  ],
}
