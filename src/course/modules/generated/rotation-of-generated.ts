import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const rotationOfGenerated: Lesson = {
  id: 'rotation-of-generated',
  title: 'How generated material rotates',
  outcome: 'You can set a period, predict the dates, and say what a rotation leaves as it was.',
  objectives: ['O1.1', 'O3.1'],
  minutes: 7,
  sections: [
    {
      title: 'Off until you switch it on',
      blocks: [
        claim('rotation-is-opt-in'),
        claim('rotation-period'),
        claim('aws-managed-yearly'),
        'Two dates are often mistaken. The first rotation comes one period after you switched it on, not after the key was made. And the number 365 is only what you get when you name none.',
        see({ lab: 'L1.3' }, 'You predict the date, then let the clock run past it.'),
      ],
    },
    {
      title: 'What changes, and what stays',
      blocks: [
        claim('rotation-keeps-old'),
        'New writes use the new material. An old object asks for the old one, and KMS still has it. Your app changes nothing.',
        claim('objects-stay'),
        claim('material-id-in-answers'),
        see({ lab: 'L1.3' }, 'Four objects, three materials, all readable.'),
      ],
    },
    {
      title: 'On demand, and when the key sleeps',
      blocks: [
        claim('on-demand-limit'),
        claim('on-demand-and-plan'),
        claim('rotation-missed'),
        see({ error: 'ConflictException' }, 'Two rotations too close to each other.'),
      ],
    },
    {
      title: 'What rotation does not repair',
      blocks: [
        'Suppose a data key leaked. A rotation of the KMS key does not help: the leaked key still opens its data. You need a new data key, and to encrypt that data again.',
        'Rotation limits how much is closed under one material. It is no answer to a leak.',
        lens('E-6'),
      ],
    },
  ],
}
