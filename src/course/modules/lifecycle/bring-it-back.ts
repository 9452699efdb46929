import { claim, lens, see, type Lesson } from '../lesson-definition.ts'

export const bringItBack: Lesson = {
  id: 'bring-it-back',
  title: 'Bring it back',
  outcome: 'You can recover an empty key with the right bytes, and prove that it reads.',
  objectives: ['O4.1'],
  minutes: 6,
  sections: [
    {
      title: 'Same bytes, nothing else',
      blocks: [
        lens('E-2'),
        claim('same-bytes-only'),
        'A new key does not help: old data asks for the old one. New material in the old key does not help either: the key stays Pending import.',
        see({ flow: 10 }, 'The same bytes, other bytes, and bytes sent as new.'),
      ],
    },
    {
      title: 'A new box each time',
      blocks: [
        claim('parameters-24-hours'),
        'The box from last year is of no use. Ask for a new public key and a new token, then wrap the old bytes again. The bytes stay, the wrapping changes.',
        see({ error: 'ExpiredImportTokenException' }, 'What a runbook with an old token meets.'),
      ],
    },
    {
      title: 'Find the right file',
      blocks: [
        'Three files in the safe, and one of them is right. Do not guess by name. Compare the SHA-256 fingerprint with the custody card.',
        claim('material-id-by-key'),
        'Give the ID of the expected material with the import, and KMS checks it for you.',
        see({ lab: 'L4.2' }, 'A drill with three files, and the minutes counted.'),
      ],
    },
    {
      title: 'Verify with old data',
      blocks: [
        'The word Enabled is not the proof. Decrypt an object from before the loss. Then write down the new date, and set the alarm that was missing.',
        claim('expiration-metric'),
      ],
    },
  ],
}
