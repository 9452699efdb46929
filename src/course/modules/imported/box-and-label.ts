import { claim, see, type Lesson } from '../lesson-definition.ts'

export const boxAndLabel: Lesson = {
  id: 'box-and-label',
  title: 'The box, the label and three checks',
  outcome: 'You can go from the exception of a failed import to its cause, and from there to the cure.',
  objectives: ['O2.1', 'O4.1'],
  minutes: 8,
  sections: [
    {
      title: 'Three questions',
      blocks: [
        'Think of three checks, one behind the other. Is the label valid for this key? Does the box open? Is the content what was expected? Each has its own exceptions.',
        'The order is a teaching model: the service does not publish its own.',
        see({ flow: 7 }, 'Three gates, and which one stops your box.'),
      ],
    },
    {
      title: 'The label: the import token',
      blocks: [
        claim('parameters-24-hours'),
        'The token is no login and no receipt. It ties one public key to one KMS key for a day.',
        see({ error: 'ExpiredImportTokenException' }, 'Older than a day: ask again, and wrap again.'),
        see(
          { error: 'InvalidImportTokenException' },
          'The token of another key, or a file that is no token.',
        ),
      ],
    },
    {
      title: 'The box: public key and hash',
      blocks: [
        claim('oaep-for-symmetric'),
        claim('openssl-takes-sha-1'),
        claim('pkcs1-is-over'),
        'So name the hash in both places: in the request for parameters, and in the OpenSSL line. An old box with a new token does not open either. The pair has changed.',
        see(
          { error: 'InvalidCiphertextException' },
          'The box did not open: other public key, other hash, or damaged on the way.',
        ),
      ],
    },
    {
      title: 'The content',
      blocks: [
        'The box opens, and KMS looks at the bytes. Wrong length or wrong form is refused. So are other bytes where the old ones are expected.',
        claim('same-bytes-only'),
        see({ error: 'IncorrectKeyMaterialException' }, 'Compare the fingerprint with the custody card.'),
        see({ lab: 'L2.3' }, 'Name the exception first, then run, then repair.'),
      ],
    },
  ],
}
