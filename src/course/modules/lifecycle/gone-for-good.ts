import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const goneForGood: Lesson = {
  id: 'gone-for-good',
  title: 'Gone for good',
  outcome: 'You can tell a loss that can be undone from one that can not, and refuse false rescues.',
  objectives: ['O2.3', 'O4.2'],
  minutes: 6,
  sections: [
    {
      title: 'Two things must exist',
      blocks: [
        'To read old data you need the KMS key and its material. Ask two questions in this order: does the key still exist? does somebody hold the bytes?',
        see({ lab: 'L4.3' }, 'Seven cases, a verdict for each, and then the engine.'),
      ],
    },
    {
      title: 'The key is gone',
      blocks: [
        claim('deleted-key-is-lost'),
        'This is the one that people do not believe. They hold the 32 bytes, create a new key and import them. The new key works, and the old data stays closed.',
        claim('other-key-other-id'),
        see({ error: 'NotFoundException' }, 'What a call to a deleted key answers.'),
      ],
    },
    {
      title: 'The bytes are gone',
      blocks: [
        claim('imported-durability'),
        claim('no-export'),
        'AWS support cannot help: the service has no way to hand material out, and after an expiry it has none.',
        'With several materials, one lost material is enough. The key never leaves Pending import.',
        claim('same-bytes-only'),
      ],
    },
    {
      title: 'What can be saved',
      blocks: [
        claim('cached-data-keys'),
        'So look for processes that still hold data keys, before you restart anything. What they can read, they can encrypt again under another key.',
        lens('E-12'),
        'Then say plainly what is lost. A false hope costs days.',
      ],
    },
  ],
}
