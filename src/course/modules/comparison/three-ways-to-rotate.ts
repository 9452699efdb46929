import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const threeWaysToRotate: Lesson = {
  id: 'three-ways-to-rotate',
  title: 'Three ways to rotate',
  outcome:
    'You can say which of automatic, on-demand and manual rotation works for each origin, then and now.',
  objectives: ['O3.1'],
  minutes: 8,
  sections: [
    {
      title: 'Automatic: only for generated material',
      blocks: [
        lens('E-1'),
        claim('no-automatic-on-imported'),
        'The reason is plain. A plan needs somebody who makes new bytes on the day. For imported material that is you, and KMS cannot call you.',
        see({ demo: 'D3' }, 'One clock and two keys; one of them has no switch for rotation.'),
        see(
          { error: 'UnsupportedOperationException' },
          'What EnableKeyRotation answers for an imported key.',
        ),
      ],
    },
    {
      title: 'On demand: both, today',
      blocks: [
        lens('E-6'),
        claim('on-demand-since'),
        claim('rotate-imported'),
        'Study guides from before June 2025 say that a key keeps its imported material for life. Read their date first.',
        see({ lab: 'L3.2' }, 'New bytes, one call, the same ARN.'),
      ],
    },
    {
      title: 'By hand: a new key behind the same name',
      blocks: [
        claim('alias-is-a-pointer'),
        claim('manual-remains'),
        'By hand you create a second key, fill it, test it and then move the alias. Nothing in the old key changes. Its list of rotations stays as it was.',
        {
          list: [
            'Fill and test the new key before the alias moves, or writers meet an empty key.',
            'Keep the old key enabled while one object still needs it.',
            'Write no key ID into an app. Write the alias.',
          ],
        },
        see({ lab: 'L3.1' }, 'You move the alias and read an old object and a new one.'),
        see({ error: 'IncorrectKeyException' }, 'Old data, with the alias named at Decrypt.'),
      ],
    },
    {
      title: 'When may the old key go?',
      blocks: [
        claim('last-use-is-a-hint'),
        claim('deleted-key-is-lost'),
        'Encrypt the old data again under the new key, for instance with ReEncrypt, or keep the old key.',
        see({ row: 'rotation' }, 'Each cell on rotation, with a proof.'),
      ],
    },
  ],
}
