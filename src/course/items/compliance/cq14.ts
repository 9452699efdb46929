import type { ChoiceItem } from '../../item-definition.ts'
import { importBytes, replicatedImport } from '../scene-keys.ts'
import { drawOrg } from '../slot-values.ts'

export const cq14: ChoiceItem = {
  id: 'CQ14',
  type: 'single',
  metric: 'compliance-choice',
  competency: 'CMP-5',
  also: ['AVL-8'],
  difficulty: 2,
  lens: 'both',
  stem: '{org} must bring its own bytes, and data encrypted in eu-west-1 must be readable in eu-central-1 through KMS there. What does it need?',
  options: [
    {
      id: 'related',
      text: 'One multi-Region key, with an import in each Region.',
      correct: true,
      because: "Related keys open each other's ciphertext. KMS does not copy imported bytes between them.",
    },
    {
      id: 'two-keys',
      text: 'Two single-Region keys with the same bytes in both.',
      misconception: 'M-21',
      because: "The same bytes in two unrelated keys do not open each other's ciphertext.",
    },
    {
      id: 'wait',
      text: 'One replicated key, and a day for KMS to copy bytes.',
      misconception: 'M-23',
      because: 'Replication brings the key without material. It waits for your import.',
    },
    {
      id: 'clusters',
      text: 'A CloudHSM key store in each of these two Regions.',
      misconception: 'M-24',
      because: 'Nothing is imported into a CloudHSM key store, and its keys are not multi-Region keys.',
    },
  ],
  rests: [
    ['F-345', 'multiRegion'],
    ['F-343', 'importing'],
    ['F-353', 'keyStores'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ org: drawOrg(draw) }),
  async scene(stage) {
    const { arn, material } = await replicatedImport(stage, 'K1', 'K2', 'eu-central-1')
    await importBytes(stage, arn.replace('eu-west-1', 'eu-central-1'), material)
  },
}
