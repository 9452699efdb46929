import type { HotspotItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq06: HotspotItem = {
  id: 'IQ06',
  type: 'hotspot',
  picture: 'flow',
  metric: 'import-workflow',
  competency: 'IMP-2',
  difficulty: 2,
  lens: 'both',
  stem: 'The picture shows the import. Mark the way between two places on which the plaintext material may travel.',
  options: [
    {
      id: 'e1',
      text: 'e1: your workstation asks KMS.',
      misconception: 'M-18',
      because: 'A request with the names of algorithms. No material is in it.',
    },
    {
      id: 'e2',
      text: 'e2: KMS answers your workstation.',
      misconception: 'M-19',
      because: 'Public key and token. Nothing secret ever comes back.',
    },
    {
      id: 'e3',
      text: 'e3: your HSM to your workstation.',
      correct: true,
      because: 'Here the bytes are still yours, and raw. This way has to be a private one.',
    },
    {
      id: 'e5',
      text: 'e5: your workstation sends to KMS.',
      misconception: 'M-18',
      because: 'The wrapped blob and the token travel here, and nothing else.',
    },
    {
      id: 'e6',
      text: 'e6: KMS hands on to its own HSM.',
      misconception: 'M-18',
      because: 'The blob is still wrapped until it is inside the boundary.',
    },
    {
      id: 'e7',
      text: 'e7: the KMS HSM fills your key.',
      misconception: 'M-19',
      because: 'The HSM has sealed the material again before it leaves.',
    },
    {
      id: 'e8',
      text: 'e8: KMS writes the audit record.',
      misconception: 'M-19',
      because: 'The record names who, when and which key. It holds no bytes.',
    },
  ],
  rests: [
    ['F-310', 'publicKeyAndToken'],
    ['F-703', 'importRecord'],
    ['F-102', 'hierarchy'],
  ],
  checked: '2026-11-23',
  scene: async (stage) => void (await emptyKeyWithSet(stage, 'K2')),
}
