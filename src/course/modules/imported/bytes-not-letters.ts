import { claim, see, type Lesson } from '../lesson-definition.ts'

export const bytesNotLetters: Lesson = {
  id: 'bytes-not-letters',
  title: 'Thirty-two bytes, not letters',
  outcome: 'You can make material of the right form, and see by its size when something is wrong.',
  objectives: ['O2.2'],
  minutes: 6,
  sections: [
    {
      title: 'What KMS expects',
      blocks: [
        claim('thirty-two-raw-bytes'),
        claim('binary-before-wrapping'),
        'A password is not material. Neither is a line of hex digits, although it looks like one.',
        see({ flow: 4 }, 'The strip of 32 bytes, and what base64 makes of it.'),
      ],
    },
    {
      title: 'Size is the quickest check',
      blocks: [
        {
          list: [
            '32: raw bytes. This is what you want.',
            '44 or 45: base64 text, without or with the end of the line.',
            '64 or 65: hex digits, without or with the end of the line.',
            '16: too short.',
          ],
        },
        'Count with `wc -c` before you wrap. Afterwards it is too late: the closed box has the length of the wrapping key, whatever is inside.',
        see({ lab: 'L2.1' }, 'You make the bytes, count them and note their fingerprint.'),
      ],
    },
    {
      title: 'Why the mistake shows so late',
      blocks: [
        'Forty-five letters fit in the box as well as thirty-two bytes do. OpenSSL closes it and says nothing. KMS opens it, looks inside and refuses.',
        see(
          { error: 'IncorrectKeyMaterialException' },
          'The box opened. What was inside was not the material.',
        ),
        see({ lab: 'L2.3' }, 'Five failed imports; one of them is this.'),
      ],
    },
    {
      title: 'The other direction has the same trap',
      blocks: [
        'Public key and token arrive as base64 text inside JSON. Decode both into files before you use them. A tool that wants DER does not read letters.',
        'In the terminal here, `fileb://` sends the bytes of a file as they are.',
      ],
    },
  ],
}
