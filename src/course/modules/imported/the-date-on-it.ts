import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const theDateOnIt: Lesson = {
  id: 'the-date-on-it',
  title: 'The date on the material',
  outcome: 'You can set expiry on purpose, move it in time, and be warned before it comes.',
  objectives: ['O2.1', 'O3.2'],
  minutes: 6,
  sections: [
    {
      title: 'Silence means it expires',
      blocks: [
        lens('E-11'),
        claim('expiry-is-assumed'),
        claim('at-most-365-days'),
        'A contract of three years cannot be written into one import. You bring the same bytes again each year, and somebody has to remember.',
        see({ error: 'ValidationException' }, 'An import without a word about expiry.'),
      ],
    },
    {
      title: 'On the day',
      blocks: [
        claim('expiry-empties-the-key'),
        claim('expiry-record'),
        'The key is still there, with its ID and its policy. Your files are still there. Between them nothing opens.',
        see({ flow: 10 }, 'The fuse burns down, and the slot is empty.'),
      ],
    },
    {
      title: 'Before the day',
      blocks: [
        claim('reimport-to-change-expiry'),
        claim('expiration-metric'),
        'Set an alarm with time to act: the custodian may be on a train. Two weeks is a habit, not a rule.',
        see({ lab: 'L4.2' }, 'A drill against the clock, and the alarm that would have spared it.'),
      ],
    },
  ],
}
