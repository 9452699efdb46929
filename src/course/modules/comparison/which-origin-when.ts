import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const whichOriginWhen: Lesson = {
  id: 'which-origin-when',
  title: 'Which origin when',
  outcome: 'You can find the one demand that decides between four places for a key, and refuse the others.',
  objectives: ['O1.1', 'RW1', 'RW2'],
  minutes: 9,
  sections: [
    {
      title: 'Four places',
      blocks: [
        {
          list: [
            'Generated: KMS makes the material and keeps it.',
            'Imported: you make it, KMS uses a copy.',
            'CloudHSM key store: KMS has your own cluster make it.',
            'External key store: it stays with you, outside AWS.',
          ],
        },
        claim('cloudhsm-store'),
        claim('external-store'),
        claim('store-takes-no-import'),
        'A custom key store is no way to import. If somebody asks for both, split the demand in two.',
        see({ row: 'origin' }, 'The four columns of the table begin here.'),
      ],
    },
    {
      title: 'Level 3 does not decide',
      blocks: [
        lens('E-3'),
        claim('fips-now'),
        claim('fips-then'),
        'An old rule says: Level 3 needs a custom key store. It comes from the time before May 2023. Ask for the date of such a rule.',
        see({ row: 'fips' }, 'Both wordings side by side.'),
      ],
    },
    {
      title: 'What does decide',
      blocks: [
        {
          list: [
            'Nothing special is asked for: generated. It can rotate on a plan, and you have no bytes to lose.',
            'The randomness must be provably yours, or end on a date: imported.',
            'The HSM must be yours alone, inside AWS: CloudHSM key store.',
            'The key must never be inside the provider: external key store.',
          ],
        },
        claim('service-level-of-stores'),
        'Each step down the list gives you more control, and more that can fail at night. Take the first one that meets every demand.',
        see({ lab: 'L3.4' }, 'Six cases from a bank of fourteen. Some demands are decoys.'),
      ],
    },
    {
      title: 'Prove it to an auditor',
      blocks: [
        claim('origin-condition'),
        'One statement in a policy can forbid every key of another origin. Show that statement, the Origin in DescribeKey, and the records of the imports.',
        claim('failed-calls-too'),
      ],
    },
  ],
}
