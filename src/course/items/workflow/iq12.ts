import type { ChoiceItem } from '../../item-definition.ts'
import { emptyKeyWithSet } from '../scene-keys.ts'

export const iq12: ChoiceItem = {
  id: 'IQ12',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-4',
  difficulty: 1,
  lens: 'both',
  stem: '{key} is an empty key for symmetric encryption in eu-west-1. Its custodian has the material in a file and counts the bytes before wrapping. How long is the file when all is well?',
  ordered: true,
  options: [
    {
      id: '16',
      text: '16 bytes.',
      misconception: 'M-33',
      because: 'AES has a size of 128 bits too, but this key is AES-256.',
    },
    {
      id: '32',
      text: '32 bytes.',
      correct: true,
      because: '256 bits are 32 bytes, raw and with nothing around them.',
    },
    {
      id: '44',
      text: '44 bytes.',
      misconception: 'M-14',
      because: 'That is how many letters base64 needs for 32 bytes. Letters are not the material.',
    },
    {
      id: '64',
      text: '64 bytes.',
      misconception: 'M-14',
      because: 'That is how many hex digits stand for 32 bytes. Digits are not the material.',
    },
  ],
  rests: [
    ['F-311', 'importingConcepts'],
    ['F-108', 'createKey'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  scene: async (stage, slots) => void (await emptyKeyWithSet(stage, slots.key as string)),
}
