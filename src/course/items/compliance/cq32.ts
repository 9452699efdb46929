import type { ChoiceItem } from '../../item-definition.ts'
import { outcome } from '../outcome.ts'
import { generatedWithRecord } from '../scene-keys.ts'

export const cq32: ChoiceItem = {
  id: 'CQ32',
  type: 'predict',
  metric: 'compliance-choice',
  competency: 'CMP-5',
  difficulty: 1,
  lens: 'both',
  stem: '{key} was made with every option left as it is, and holds records since. Now Amara wants to bring bytes of her own into it and calls GetParametersForImport. What follows?',
  options: [
    {
      id: 'UnsupportedOperationException',
      text: 'A refusal: the origin was fixed at creation.',
      correct: true,
      because: 'Its origin is AWS_KMS and stays so. Her bytes need a new key with origin EXTERNAL.',
    },
    {
      id: 'ok',
      text: 'A public key: her bytes then replace the old ones.',
      misconception: 'M-28',
      because: 'Only a key with origin EXTERNAL takes bytes from outside. The origin cannot change.',
    },
    {
      id: 'KMSInvalidStateException',
      text: 'A refusal, until she has disabled the key.',
      misconception: 'M-09',
      because: 'The state is no obstacle here. Also a disabled key keeps its origin.',
    },
    {
      id: 'PendingImport',
      text: 'The key turns empty and waits for her bytes.',
      misconception: 'M-08',
      because: 'The call takes nothing out of a key. What KMS generated stays in.',
    },
  ],
  rests: [
    ['F-106', 'createKey'],
    ['F-409', 'keyState'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(1, 9)}` }),
  scene: async (stage, slots) => void (await generatedWithRecord(stage, slots.key as string)),
  async computes(stage, view, slots) {
    const key = slots.key as string
    const answer = await outcome(
      stage.call('GetParametersForImport', {
        KeyId: view.key(key)?.arn,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      }),
    )
    return [view.state(key) === 'Enabled' ? answer : (view.state(key) as string)]
  },
}
