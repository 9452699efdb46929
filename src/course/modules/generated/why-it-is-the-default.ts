import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const whyItIsTheDefault: Lesson = {
  id: 'why-it-is-the-default',
  title: 'Why generated material is the default',
  outcome: 'You can defend generated material in one minute, and say what you would give up with your own.',
  objectives: ['O1.1', 'O1.2'],
  minutes: 7,
  sections: [
    {
      title: 'Two questions about tomorrow',
      blocks: [
        'Availability asks: does it answer now? Durability asks: is it still there later? A shop can be open while its archive burns. The two need different care.',
        lens('E-7'),
        see({ row: 'availability' }, 'Both columns side by side.'),
      ],
    },
    {
      title: 'Availability is the same for both',
      blocks: [
        claim('service-level'),
        claim('service-level-of-stores'),
        claim('three-zones'),
        'So a slow or failing service is no reason to choose one origin over the other.',
      ],
    },
    {
      title: 'Durability is not',
      blocks: [
        lens('E-10'),
        claim('imported-durability'),
        'Read the second sentence again before you choose to import. If a whole Region fails, the key may come back without your bytes. Then your own copy is what saves the data.',
        see({ lab: 'L1.2' }, 'A Region fails, as a teaching model, and you see which key still reads.'),
      ],
    },
    {
      title: 'What you do not have to do',
      blocks: [
        'With generated material there is no file to guard and no date to watch. No wrong call loses it at once.',
        claim('generated-never-expires'),
        claim('waiting-period'),
        'The wait is a safety net: someone can notice. Imported material has no such net.',
        claim('deletion-of-material'),
        'Choose your own material when a rule asks for it, not because it sounds safer. The cipher is the same.',
        see({ row: 'blast-radius' }, 'How much stops after one mistake.'),
      ],
    },
  ],
}
