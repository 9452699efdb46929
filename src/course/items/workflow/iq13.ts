import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq13: ChoiceItem = {
  id: 'IQ13',
  type: 'predict',
  metric: 'import-workflow',
  competency: 'IMP-5',
  difficulty: 2,
  lens: 'both',
  stem: '32 bytes were wrapped with RSAES_OAEP_SHA_256 and a wrapping key of the kind {spec}. What does `wc -c` say about the blob?',
  options: [
    {
      id: 'modulus',
      text: '{modulus} bytes.',
      correct: true,
      because: 'A blob is as long as the modulus of the wrapping key, whatever is inside.',
    },
    {
      id: 'content',
      text: '32 bytes.',
      misconception: 'M-18',
      because: 'That is the content. Closed with RSA, it takes the length of the modulus.',
    },
    {
      id: 'largest',
      text: '{largest} bytes.',
      misconception: 'M-00',
      because: 'That is the longest content that OAEP with SHA-256 takes, not the result.',
    },
    {
      id: 'text',
      text: '44 bytes.',
      misconception: 'M-14',
      because: 'That is 32 bytes in base64. RSA makes bytes, and more of them.',
    },
  ],
  rests: [
    ['F-359', 'encryptMaterial'],
    ['F-509', 'encrypt'],
  ],
  checked: '2026-11-23',
  slots(draw) {
    const bits = draw.oneOf([2048, 3072])
    return { spec: `RSA_${bits}`, modulus: String(bits / 8), largest: String(bits / 8 - 66) }
  },
  async scene(stage, slots) {
    const { publicKey, material } = await emptyKeyWithSet(stage, 'K2', { WrappingKeySpec: slots.spec })
    stage.putFile('K2-wrapped.bin', await stage.wrap(publicKey, material))
  },
  async computes(_stage, view, slots) {
    const length = String(view.file('K2-wrapped.bin')?.length)
    return Object.entries({ modulus: slots.modulus, content: '32', largest: slots.largest, text: '44' })
      .filter(([, bytes]) => bytes === length)
      .map(([id]) => id)
  },
}
