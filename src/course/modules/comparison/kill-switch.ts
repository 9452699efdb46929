import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const killSwitch: Lesson = {
  id: 'kill-switch',
  title: 'A kill switch and its limits',
  outcome: 'You can plan a date on which data goes dark, and say who can still read after it.',
  objectives: ['O3.2', 'RW3'],
  minutes: 7,
  sections: [
    {
      title: 'What the date does',
      blocks: [
        lens('E-12'),
        claim('expiry-empties-the-key'),
        'The objects stay where they are. What is missing is the one key that opens their data keys.',
        see({ lab: 'L3.3' }, 'An archive with a date at the end of its contract.'),
      ],
    },
    {
      title: 'Who still reads',
      blocks: [
        claim('cached-data-keys'),
        claim('s3-asks-kms'),
        'A reader that keeps data keys in memory goes on until it forgets them. Plan for that time, and stop such readers yourself if it matters.',
      ],
    },
    {
      title: 'Dark is not erased',
      blocks: [
        'As long as one copy of the bytes exists, an import opens everything again. That is good news after an accident, and bad news for a promise to erase.',
        {
          list: [
            'Destroy each copy of the material, and sign for it.',
            'Delete the KMS key, and let the waiting period end.',
            'Do not forget readers that hold data keys.',
          ],
        },
        claim('deleted-key-is-lost'),
        claim('waiting-period'),
        see({ row: 'stopping' }, 'How fast each key can be stopped, and how final that is.'),
      ],
    },
  ],
}
