import { claim, see, type Lesson } from '../lesson-definition.ts'

export const whoDidIt: Lesson = {
  id: 'who-did-it',
  title: 'Who did it?',
  outcome: 'You can find in the record who or what stopped a key, and when.',
  objectives: ['O4.3'],
  minutes: 6,
  sections: [
    {
      title: 'Everything is written down',
      blocks: [
        claim('failed-calls-too'),
        claim('never-recorded'),
        'Filter by key first, then by event. The last call is seldom the cause.',
        see({ lab: 'L4.4' }, 'Two days of records and four questions.'),
      ],
    },
    {
      title: 'A person, or KMS itself',
      blocks: [
        claim('expiry-record'),
        claim('deletion-of-material'),
        'DeleteImportedKeyMaterial has a caller. DeleteExpiredKeyMaterial has none. For the second, look for the import that set the date: there is your person.',
        claim('waiting-deletion'),
      ],
    },
    {
      title: 'Was it rotated, and how?',
      blocks: [
        claim('rotation-records'),
        'A rotation by plan leaves only the service event. One on demand leaves two records, and the first names the caller. Moving an alias leaves neither: its record is UpdateAlias.',
        see({ lab: 'L1.3' }, 'Automatic and on demand in one list.'),
      ],
    },
    {
      title: 'Hear of it before the users do',
      blocks: [
        claim('bus-events'),
        claim('expiration-metric'),
        'A rule on these events wakes the right person. A policy that forbids the deletion of material to an app spares the call.',
        see({ row: 'audit' }, 'Which events each origin writes.'),
      ],
    },
  ],
}
