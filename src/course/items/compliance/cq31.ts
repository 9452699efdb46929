import type { ChoiceItem } from '../../item-definition.ts'
import { externalKey } from '../../stage-import.ts'
import { outcome } from '../outcome.ts'

export const cq31: ChoiceItem = {
  id: 'CQ31',
  type: 'predict',
  metric: 'compliance-choice',
  competency: 'CMP-5',
  difficulty: 1,
  lens: 'both',
  stem: 'Ben made {key} with origin EXTERNAL {d} days ago. Nothing has been imported. An application calls GenerateDataKey with it. What does KMS answer?',
  options: [
    {
      id: 'ok',
      text: 'A data key, as with any KMS key.',
      misconception: 'M-28',
      because: 'KMS closes the data key under the material. This key has none, and KMS makes none for it.',
    },
    {
      id: 'KMSInvalidStateException',
      text: 'KMSInvalidStateException.',
      correct: true,
      because: 'The key is Pending import. It has an ID and a policy, and waits for its material.',
    },
    {
      id: 'DisabledException',
      text: 'DisabledException, until EnableKey.',
      misconception: 'M-09',
      because: 'Nobody switched the key off, so EnableKey is no way out.',
    },
    {
      id: 'NotFoundException',
      text: 'NotFoundException, as if not made.',
      misconception: 'M-08',
      because: 'The key exists without its material: DescribeKey shows it.',
    },
  ],
  rests: [
    ['F-301', 'createKey'],
    ['F-405', 'keyState'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}`, d: String(draw.whole(2, 40)) }),
  scene: async (stage, slots) =>
    void (await externalKey(stage, slots.key as string, `${slots.key}: trial records`)),
  async computes(stage, view, slots) {
    const KeyId = view.key(slots.key as string)?.arn
    return [await outcome(stage.call('GenerateDataKey', { KeyId, KeySpec: 'AES_256' }, 'AppRole'))]
  },
}
