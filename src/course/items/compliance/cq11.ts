import type { ChoiceItem } from '../../item-definition.ts'
import { drawOrg } from '../slot-values.ts'
import { keyInCluster } from '../store-keys.ts'

export const cq11: ChoiceItem = {
  id: 'CQ11',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-4',
  also: ['IMP-8'],
  difficulty: 2,
  lens: 'both',
  stem: '{org} runs a CloudHSM key store and wants to import bytes of its own into a KMS key there. What is the answer?',
  options: [
    {
      id: 'no',
      text: 'Not possible: keys there take no import.',
      correct: true,
      because:
        'The cluster makes the key. Import belongs to keys with origin EXTERNAL, in the standard store.',
    },
    {
      id: 'rsa-4096',
      text: 'Possible, with RSA_4096 as the wrapping key.',
      misconception: 'M-24',
      because: 'The wrapping key is not the obstacle. The key store is.',
    },
    {
      id: 'multi-region',
      text: 'Possible, with a multi-Region key.',
      misconception: 'M-24',
      because: 'Keys in a custom key store cannot be multi-Region keys.',
    },
    {
      id: 'two-hsms',
      text: 'Possible, with two HSMs or more.',
      misconception: 'M-24',
      because: 'Two active HSMs are needed to create keys there, not to import.',
    },
  ],
  rests: [
    ['F-301', 'importing'],
    ['F-353', 'keyStores'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  scene: async (stage) => void (await keyInCluster(stage, 'K3')),
}
