import { days } from '../../../world/clock.ts'
import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { rotatedImport } from '../scene-keys.ts'

export const aq16: ChoiceItem = {
  id: 'AQ16',
  type: 'predict',
  metric: 'availability-risks',
  competency: 'AVL-5',
  difficulty: 3,
  lens: 'today',
  stem: 'K1 is imported and was rotated on demand today. Material A is `NON_CURRENT` and ends in {d} days. Material B is `CURRENT` and has no end. With the API of today, what is true one day after A has ended?',
  options: [
    {
      id: 'PendingImport',
      text: 'The whole key is Pending import.',
      correct: true,
      because: 'Each material that was ever current has to be there. Importing A again brings the key back.',
    },
    {
      id: 'old-reads',
      text: 'The old reads fail, new ones work.',
      misconception: 'M-30',
      because: 'Without A the whole key stops, encryption with B included.',
    },
    {
      id: 'Enabled',
      text: 'The key works on, old reads too.',
      misconception: 'M-30',
      because: 'B does not stand in for A, and KMS stops the whole key without it.',
    },
    {
      id: 'PendingDeletion',
      text: 'The key is Pending deletion.',
      misconception: 'M-11',
      because: 'The end of a material empties a key. It does not schedule its deletion.',
    },
  ],
  rests: [
    ['F-339', 'unusable'],
    ['F-335', 'importStep'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ d: String(draw.whole(20, 90)) }),
  async scene(stage, slots) {
    await rotatedImport(stage, 'K1', stage.now + days(Number(slots.d)))
  },
  async computes(stage, view, slots) {
    await stage.moveClock(stage.now + days(Number(slots.d) + 1))
    const state = view.state('K1') as string
    const reads = await outcome(stage.call('Decrypt', { CiphertextBlob: view.file('K1.enc') }, 'AppRole'))
    return [state === 'Enabled' && reads !== 'ok' ? 'old-reads' : state]
  },
}
