import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq02: ChoiceItem = {
  id: 'IQ02',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-2',
  difficulty: 1,
  lens: 'both',
  stem: 'You wrapped 32 bytes for {key} and are about to send them. Which key can open the wrapped material?',
  options: [
    {
      id: 'public-half',
      text: 'The public key that you downloaded.',
      misconception: 'M-18',
      because: 'It closes. What it has closed, it cannot open.',
    },
    {
      id: 'private-half',
      text: 'The private key inside the KMS HSMs.',
      correct: true,
      because: 'KMS made the pair, gave you the public half and keeps the other one inside.',
    },
    {
      id: 'token',
      text: 'The import token sent with the blob.',
      misconception: 'M-16',
      because: 'It is a label that ties the pair to one KMS key. It opens nothing.',
    },
    {
      id: 'kms-key',
      text: 'The KMS key that you are filling.',
      misconception: 'M-18',
      because: 'It is still empty, so it can open nothing yet.',
    },
  ],
  rests: [
    ['F-310', 'publicKeyAndToken'],
    ['F-304', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    const key = slots.key as string
    const { publicKey, material } = await emptyKeyWithSet(stage, key)
    stage.putFile(`${key}-wrapped.bin`, await stage.wrap(publicKey, material))
  },
}
