import type { MatchItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const iq21: MatchItem = {
  id: 'IQ21',
  type: 'match',
  metric: 'import-workflow',
  competency: 'IMP-8',
  difficulty: 2,
  lens: 'both',
  stem: '{org} has imported its own bytes into a symmetric key. Match each hope with what the import gives.',
  left: [
    {
      id: 'source',
      text: 'To show that the bytes were born in an HSM of its own.',
      right: 'yes',
      because: 'You made them, and the origin of the key says that they came from outside.',
    },
    {
      id: 'read-back',
      text: 'To read the bytes back when the safe has burnt.',
      right: 'no-export',
      because: 'Nothing returns imported material. The copies in the safe are yours to keep.',
    },
    {
      id: 'openssl',
      text: 'To open a KMS ciphertext with the bytes and openssl.',
      right: 'own-format',
      because: 'What KMS makes belongs to its key, and its format is not published.',
    },
    {
      id: 'stronger',
      text: 'To have a stronger cipher than with generated material.',
      right: 'same-cipher',
      because: 'Both kinds of material work in AES-256-GCM.',
    },
  ],
  right: [
    { id: 'yes', text: 'Given: you control how the bytes are made.' },
    { id: 'no-export', text: 'Not given: no operation returns material.' },
    { id: 'own-format', text: 'Not given: ciphertext opens in KMS alone.' },
    { id: 'same-cipher', text: 'Not given: the cipher is the same.' },
  ],
  slips: [
    {
      left: 'read-back',
      right: 'yes',
      misconception: 'M-19',
      because: 'You made the bytes, but KMS does not hand its copy out.',
    },
    {
      left: 'openssl',
      right: 'yes',
      misconception: 'M-21',
      because: 'Holding the bytes does not open the ciphertext that KMS made with them.',
    },
    {
      left: 'stronger',
      right: 'yes',
      misconception: 'M-27',
      because: 'The origin of the bytes changes nothing in the cipher.',
    },
    {
      left: 'source',
      right: 'no-export',
      misconception: 'M-19',
      because: 'For this proof nothing has to come out of KMS.',
    },
  ],
  rests: [
    ['F-204', 'hierarchy'],
    ['F-343', 'importing'],
    ['F-108', 'createKey'],
    ['F-1111', 'importing'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  scene: async (stage) => void (await importedWithRecord(stage, 'K1')),
}
