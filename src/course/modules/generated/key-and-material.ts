import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const keyAndMaterial: Lesson = {
  id: 'key-and-material',
  title: 'A key is not its material',
  outcome: 'You can point at a KMS key, at its material, and at the name by which an app finds it.',
  objectives: ['O1.1', 'O1.3'],
  minutes: 6,
  sections: [
    {
      title: 'Three things with one name',
      blocks: [
        'People say “the key” and mean three things. The first is the KMS key: an entry with an ID, a policy and a state. The second is the material: the secret bytes that do the work. The third is the alias: a name that points to a key.',
        'In this course, key always means the first one. The bytes are called material.',
        lens('E-4'),
        claim('alias-is-a-pointer'),
        see({ lab: 'L1.1' }, 'You create two keys and give one of them an alias.'),
      ],
    },
    {
      title: 'The origin says where the bytes come from',
      blocks: [
        'With origin `AWS_KMS` the service makes the bytes. With origin `EXTERNAL` you bring them. The key of the second kind begins without any.',
        claim('origin-is-fixed'),
        claim('new-external-key'),
        'Such a key is a lock without a cylinder. It has an ARN and a policy, it can have an alias, and it opens nothing.',
        see({ flow: 1 }, 'An empty key: its slot is dashed until you fill it.'),
      ],
    },
    {
      title: 'The state decides what works',
      blocks: [
        claim('five-states'),
        'Two states are often mixed up. A Disabled key has its material and was switched off. A key in Pending import lacks material, and no switch helps.',
        claim('disabled-keeps-material'),
        claim('empty-key-refuses'),
        see({ error: 'KMSInvalidStateException' }, 'The message names the state that stands in the way.'),
      ],
    },
    {
      title: 'Managed by whom is another question',
      blocks: [
        'Two words sound alike. AWS managed says who looks after the key. AWS-generated says where its bytes come from.',
        lens('E-9'),
        claim('managed-is-who'),
      ],
    },
  ],
}
