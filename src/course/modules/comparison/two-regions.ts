import { claim, see, type Lesson } from '../lesson-definition.ts'

export const twoRegions: Lesson = {
  id: 'two-regions',
  title: 'One material in two Regions',
  outcome: 'You can set up an imported key for two Regions, and say what is shared and what is not.',
  objectives: ['O3.2'],
  minutes: 5,
  sections: [
    {
      title: 'What related keys share',
      blocks: [
        claim('related-keys-share'),
        claim('other-key-other-id'),
        'So two ordinary keys in two Regions are no pair, even with the same bytes. You have to ask for a multi-Region key when you create it.',
      ],
    },
    {
      title: 'What does not travel',
      blocks: [
        claim('replica-starts-empty'),
        'Nobody copies your bytes for you. Wait as long as you like: the replica stays empty. Ask for parameters in that Region, wrap the same bytes, and import.',
        see({ lab: 'X3.5' }, 'You replicate a key, fill the replica, and let one side expire.'),
        see({ row: 'multi-region' }, 'Generated material is copied by KMS, imported material is not.'),
      ],
    },
    {
      title: 'Two dates, two states',
      blocks: [
        'Each Region has its own date. One may be empty while the other reads. This helps in a drill, and it hurts when only one of two alarms exists.',
      ],
    },
  ],
}
