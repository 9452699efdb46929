import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const yourCopy: Lesson = {
  id: 'your-copy',
  title: 'Your copy is the original',
  outcome: 'You can plan custody outside AWS, and name what an import does not give you.',
  objectives: ['O2.3', 'RW1', 'RW2'],
  minutes: 7,
  sections: [
    {
      title: 'A duty that does not end',
      blocks: [
        claim('imported-durability'),
        claim('no-export'),
        'Put both together: the service may need your bytes again, and cannot give them back to you. What you keep is the original, and what KMS has is a copy.',
        claim('custody-advice'),
      ],
    },
    {
      title: 'A custody card',
      blocks: [
        {
          list: [
            'The ARN of the key and the ID of the material.',
            'The SHA-256 fingerprint of the raw bytes.',
            'Two places, and a person for each.',
            'The date of the last test of recovery.',
          ],
        },
        claim('material-id-by-key'),
        'A copy that was never tried is a hope. Bring it back once, in a quiet hour, and read an old object.',
        see({ lab: 'L2.2' }, 'You wrap with OpenSSL on your own computer, and keep the file.'),
      ],
    },
    {
      title: 'What an import does not give',
      blocks: [
        lens('E-5'),
        claim('no-reading-outside'),
        claim('pairs-work-elsewhere'),
        'So do not promise that your data can be opened in another cloud. With the bytes alone it cannot.',
        'Nor is the cipher stronger. It is the same AES with bytes from another place.',
        see({ row: 'portability' }, 'What happens to ciphertext outside KMS.'),
      ],
    },
    {
      title: 'What it does give',
      blocks: [
        'You can prove where the randomness came from. You hold a copy. You can put a date on it. For some regulators this is what counts.',
        'Say origin, not sole control: KMS holds and uses a copy too.',
        see({ lab: 'L3.4' }, 'Six cases, and the one sentence in each that decides.'),
      ],
    },
  ],
}
