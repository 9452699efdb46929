import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq20: ChoiceItem = {
  id: 'IQ20',
  type: 'arch',
  metric: 'import-workflow',
  competency: 'IMP-2',
  difficulty: 3,
  lens: 'both',
  stem: 'An auditor asks: could an administrator of the network have read the material on its way into KMS? Which answer is true, for the reason it gives?',
  options: [
    {
      id: 'private-half',
      text: 'No: it travelled closed, and what opens it stays in the HSM.',
      correct: true,
      because: 'Copies of public key, token and blob together do not open the blob.',
    },
    {
      id: 'hash',
      text: 'No: OAEP sends a hash of the bytes and not the bytes.',
      misconception: 'M-15',
      because: 'The bytes do travel, closed. The hash is a part of how OAEP closes them.',
    },
    {
      id: 'token',
      text: 'No: the import token encrypts the bytes for the whole way.',
      misconception: 'M-16',
      because: 'The token encrypts nothing. It is the label of the set.',
    },
    {
      id: 'public-key',
      text: 'Yes: the public key had to travel openly before the bytes.',
      misconception: 'M-36',
      because: 'With the public key anyone can close a box. It opens none.',
    },
  ],
  rests: [
    ['F-310', 'publicKeyAndToken'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const { publicKey, material } = await emptyKeyWithSet(stage, 'K2')
    stage.putFile('K2-wrapped.bin', await stage.wrap(publicKey, material))
  },
}
