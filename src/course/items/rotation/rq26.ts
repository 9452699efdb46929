import type { MatchItem } from '../../item-definition.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const rq26: MatchItem = {
  id: 'RQ26',
  type: 'match',
  metric: 'rotation-methods',
  competency: 'ROT-7',
  difficulty: 2,
  lens: 'both',
  stem: 'Four wishes about a generated key and its data. Match each with the measure that meets it.',
  left: [
    {
      id: 'new-writes',
      text: 'New data shall use new material, under the same ARN.',
      right: 'rotate',
      because: 'Rotation changes the current material and nothing else.',
    },
    {
      id: 'other-key',
      text: 'Old ciphertext shall be under another KMS key.',
      right: 're-encrypt',
      because: 'ReEncrypt opens it with the old key and closes it with the new one, inside KMS.',
    },
    {
      id: 'leak',
      text: 'A plaintext data key has leaked.',
      right: 'data-key',
      because: 'The leaked data key works without KMS, so the data needs another one.',
    },
    {
      id: 'reader',
      text: 'One role shall not decrypt any more.',
      right: 'policy',
      because: 'Who may use a key stands in policies and grants.',
    },
  ],
  right: [
    { id: 'rotate', text: 'Rotate the KMS key.' },
    { id: 're-encrypt', text: 'Call `ReEncrypt`.' },
    { id: 'data-key', text: 'Encrypt the data under a new data key.' },
    { id: 'policy', text: 'Change the policy.' },
  ],
  slips: [
    {
      left: 'leak',
      right: 'rotate',
      misconception: 'M-05',
      because: 'Rotation leaves data keys and data as they are.',
    },
    {
      left: 'other-key',
      right: 'rotate',
      misconception: 'M-05',
      because: 'Old ciphertext stays under the material that made it.',
    },
    {
      left: 'reader',
      right: 'rotate',
      misconception: 'M-06',
      because: 'The key goes on decrypting with old material for everybody who may call it.',
    },
    {
      left: 'new-writes',
      right: 're-encrypt',
      misconception: 'M-05',
      because: 'ReEncrypt moves old ciphertext. It makes no new material.',
    },
  ],
  rests: [
    ['F-214', 'rotateKeys'],
    ['F-561', 'reEncrypt'],
    ['F-802', 'policies'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    await generatedWithRecord(stage, 'K1')
    await generatedWithRecord(stage, 'K2')
  },
}
