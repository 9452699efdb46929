import type { Bytes } from '../../../bytes/bytes.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { emptyKeyWithSet, importBytes } from '../scene-keys.ts'

export const iq24: ChoiceItem = {
  id: 'IQ24',
  type: 'predict',
  metric: 'import-workflow',
  competency: 'IMP-4',
  difficulty: 2,
  lens: 'both',
  stem: 'A custodian makes {n} raw bytes, wraps them well and imports them into an empty key for symmetric encryption in eu-west-1. What does KMS do?',
  options: [
    {
      id: 'fills',
      text: 'It takes them and makes 32 bytes of them.',
      misconception: 'M-33',
      because: 'KMS uses bytes as they are. It neither fills up nor cuts off.',
    },
    {
      id: 'other-size',
      text: 'It takes them and uses another size of AES.',
      misconception: 'M-33',
      because: 'The key is AES-256 from its creation. The material has to be 32 bytes.',
    },
    {
      id: 'IncorrectKeyMaterialException',
      text: 'It opens the box and refuses the content.',
      correct: true,
      because: '32 raw bytes are wanted. Count with `wc -c` before you wrap.',
    },
    {
      id: 'InvalidCiphertextException',
      text: 'It refuses the box without opening it.',
      misconception: 'M-15',
      because: 'The box opens: public key and hash were right. What is inside is what fails.',
    },
  ],
  rests: [
    ['F-311', 'importingConcepts'],
    ['F-325', 'importKeyMaterial'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ n: draw.oneOf(['8', '16', '24', '31', '33', '48', '64']) }),
  async scene(stage, slots) {
    await emptyKeyWithSet(stage, 'K2')
    stage.putFile('material.bin', stage.random(Number(slots.n)))
  },
  async computes(stage, view) {
    const material = view.file('material.bin') as Bytes
    const answer = await outcome(importBytes(stage, view.key('K2')?.arn as string, material))
    return [answer === 'ok' ? 'fills' : answer]
  },
}
