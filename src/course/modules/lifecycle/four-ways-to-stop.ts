import { claim, see, type Lesson } from '../lesson-definition.ts'

export const fourWaysToStop: Lesson = {
  id: 'four-ways-to-stop',
  title: 'Four ways to stop a key',
  outcome: 'You can tell four stops apart by state and error, and name the undo of each.',
  objectives: ['O4.2'],
  minutes: 7,
  sections: [
    {
      title: 'Disable',
      blocks: [
        claim('disabled-keeps-material'),
        'Nothing is lost and nothing has to be brought. This is the stop for a first suspicion.',
        see({ error: 'DisabledException' }, 'There, with its material, and switched off.'),
      ],
    },
    {
      title: 'Delete the material, or let it expire',
      blocks: [
        claim('deletion-of-material'),
        claim('expiry-empties-the-key'),
        claim('empty-key-refuses'),
        'Both end in the same state, Pending import. Only the record tells them apart: one has a caller, the other has none.',
        see({ error: 'KMSInvalidStateException' }, 'Pending import: bring the same bytes.'),
      ],
    },
    {
      title: 'Schedule the deletion of the key',
      blocks: [
        claim('waiting-period'),
        claim('pending-deletion-refuses'),
        claim('cancel-gives-disabled'),
        'Work stops at once, the key goes later. After a cancel a key that has its material needs one more call: EnableKey.',
      ],
    },
    {
      title: 'Side by side',
      blocks: [
        {
          list: [
            'Disable: undo with EnableKey.',
            'Material deleted: undo with the same bytes.',
            'Material expired: undo with the same bytes.',
            'Deletion scheduled: cancel, then EnableKey. After the wait there is no undo.',
          ],
        },
        see({ demo: 'D4' }, 'Four keys, four buttons, and your bets.'),
        see({ lab: 'L4.1' }, 'You stop four keys, and bring all four back.'),
      ],
    },
  ],
}
