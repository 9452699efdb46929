import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { importedWithRecord } from '../scene-keys.ts'

export const iq18: ChoiceItem = {
  id: 'IQ18',
  type: 'single',
  metric: 'import-workflow',
  competency: 'IMP-8',
  difficulty: 2,
  lens: 'both',
  stem: 'The import into {key} is done. A year later Amara needs the 32 bytes themselves. How does she get them?',
  options: [
    {
      id: 'copy',
      text: 'From her own copy; KMS gives no material out.',
      correct: true,
      because: 'No operation returns imported material. The copy in the safe is the one there is.',
    },
    {
      id: 'public-key',
      text: 'With `GetPublicKey` on the key in KMS.',
      misconception: 'M-19',
      because: 'Its answer is the public half of a pair. A symmetric key has none.',
    },
    {
      id: 'blob',
      text: 'By opening the wrapped blob she has stored.',
      misconception: 'M-19',
      because: 'The private half that opens it never leaves the HSM of KMS.',
    },
    {
      id: 'support',
      text: 'With a support case, as owner of the account.',
      misconception: 'M-20',
      because: 'Nobody can read material out of the HSM, AWS staff included.',
    },
  ],
  rests: [
    ['F-204', 'hierarchy'],
    ['F-310', 'publicKeyAndToken'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    await importedWithRecord(stage, slots.key as string)
    await stage.moveClock(stage.now + days(365))
  },
}
