import type { HotspotItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq07: HotspotItem = {
  id: 'IQ07',
  type: 'hotspot',
  picture: 'flow',
  metric: 'import-workflow',
  competency: 'IMP-2',
  difficulty: 1,
  lens: 'both',
  stem: 'The picture shows the import. Mark the place where the private half of the wrapping pair exists.',
  options: [
    {
      id: 'hsm',
      text: 'Your own HSM on premises.',
      misconception: 'M-18',
      because: 'It holds the material. The wrapping pair was made by KMS.',
    },
    {
      id: 'disk',
      text: 'Your own workstation.',
      misconception: 'M-18',
      because: 'The public half comes here, and nothing but the public half.',
    },
    {
      id: 'wire',
      text: 'The public internet.',
      misconception: 'M-18',
      because: 'Public key, token and blob pass here. None of them opens the blob.',
    },
    {
      id: 'api',
      text: 'The API servers of KMS.',
      misconception: 'M-18',
      because: 'They hand things on. The box is opened in the HSM behind them.',
    },
    {
      id: 'kms-hsm',
      text: 'The HSM inside KMS.',
      correct: true,
      because: 'The pair was made there, and its private half stays there.',
    },
    {
      id: 'key',
      text: 'Your key record in KMS.',
      misconception: 'M-18',
      because: 'It waits to be filled. The wrapping pair is no part of it.',
    },
  ],
  rests: [['F-310', 'publicKeyAndToken']],
  checked: '2026-11-23',
  scene: async (stage) => void (await emptyKeyWithSet(stage, 'K2')),
}
