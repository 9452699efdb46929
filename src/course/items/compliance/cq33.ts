import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const cq33: ChoiceItem = {
  id: 'CQ33',
  type: 'predict',
  metric: 'compliance-choice',
  competency: 'CMP-1',
  difficulty: 1,
  lens: 'both',
  stem: 'A team of {n} needs a key for {alias} today, and nobody asks where its bytes come from. Ben calls CreateKey and leaves every option as it is. What is still to do before Encrypt works?',
  options: [
    {
      id: 'ok',
      text: 'Nothing: key and material were made in one go.',
      correct: true,
      because: 'The origin is AWS_KMS unless one says otherwise. The key is Enabled from the first moment.',
    },
    {
      id: 'import',
      text: 'An import: a new key begins without bytes.',
      misconception: 'M-28',
      because: 'That holds for the origin EXTERNAL, which one has to ask for.',
    },
    {
      id: 'DisabledException',
      text: 'EnableKey: a new key begins switched off.',
      misconception: 'M-09',
      because: 'No key begins so. `DisableKey` switches a key off, and nobody has called it.',
    },
    {
      id: 'rotation',
      text: 'EnableKeyRotation: it makes the first material.',
      misconception: 'M-03',
      because: 'Rotation adds material later, and only where one has asked for it. The first is there.',
    },
  ],
  rests: [['F-106', 'createKey']],
  checked: '2026-11-23',
  slots: (draw) => ({
    n: draw.oneOf(['two', 'three', 'four', 'five']),
    alias: draw.oneOf(['`alias/trial-records`', '`alias/intake`', '`alias/archive`', '`alias/reports`']),
  }),
  scene: async (stage) => void (await generatedWithRecord(stage, 'K1')),
  async computes(stage) {
    const { KeyMetadata } = await stage.call('CreateKey', {}, 'KeyAdmin')
    const { Arn, KeyState } = KeyMetadata as { readonly Arn: string; readonly KeyState: string }
    const Plaintext = new TextEncoder().encode('a note')
    const answer = await outcome(stage.call('Encrypt', { KeyId: Arn, Plaintext }, 'AppRole'))
    return [KeyState === 'PendingImport' ? 'import' : answer]
  },
}
